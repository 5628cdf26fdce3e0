import type { CropShortage } from './crop'
import type { Point } from './space'

export type Verdict = 'pass' | 'warn' | 'fail' | 'unknown'

export interface Check {
  /** rule.quantity */
  id: string
  /** warn: an advised rule is missed, or a required one is close to its limit. */
  verdict: Verdict
  /** With 'unknown': why it can't be told. */
  reason: string | null
  /** null with 'unknown'. */
  value: number | string | boolean | null
  unit: string
  limits: { min?: number; max?: number; oneOf?: (string | number | boolean)[]; level: 'required' | 'advised' }
  /** 0..1, likelihood of the defect before any threshold; null where the value itself is the measure. */
  score: number | null
  /** Polygons in source pixels: where to look. */
  regions: Point[][]
  /** The rule's own words or number, from the profile. */
  clause: string
  /** '#rrggbb': what was measured, where the value is a colour's distance from those asked for. */
  colour?: string
}

/** Numbers and ids, no prose: a report can be stored, compared and put into another language later. */
export interface Report {
  schema: 'zhaojian-report/1'
  profile: { id: string; version: string }
  source: { name?: string; bytes: number; type: string; width: number; height: number; orientation: number }
  /** fail: a required check fails; unknown: none fails, but a required one cannot be told. */
  verdict: 'pass' | 'fail' | 'unknown'
  /** In the profile's order; every rule of the profile, always. */
  checks: Check[]
  /** Source pixels after orientation; null where no crop meets the profile. */
  crop: null | { x: number; y: number; width: number; height: number; outputWidth: number; outputHeight: number }
  /** Of a photo file with a face and without a crop: what would have to change. */
  shortage?: CropShortage & {
    /**
     * The crop that is left where one limit of the general standard is set aside that the school's own notice does not
     * name, the check of that limit and
     * what it would measure there.
     */
    outside: { check: string; value: number | null; crop: NonNullable<Report['crop']> } | null
  }
  /** Milliseconds by stage. */
  timings: Record<string, number>
}

/** What the coach makes of a frame. */
export interface Coaching {
  /** The instruction has stood for long: say it in other words. */
  stuck: boolean
  /**
   * All that is left to do is the instruction, and moving does not mend it (a fault of the room, a thing that can't be
   * told): the shutter is the way on.
   */
  onlyThis: boolean
  /** Check ids that were told once and then set aside. */
  setAside: string[]
  /** Milliseconds for which every required live rule has held and the head was still; 0 where one does not. */
  heldFor: number
}

/**
 * A report of a camera's frame. `timings`: `total` from the frame to this report, `closerAge` how old the measures of
 * pixels are.
 */
export interface LiveReport extends Report {
  /**
   * The one thing to do next, steadied over frames so that it does not flicker: a check id, or 'hold-still', 'wait'
   * (something is still being looked at), 'ready'.
   */
  instruction: string
  coach: Coaching
  /**
   * The crop that would be cut from this frame, or where no crop meets the profile, the one that comes closest. Frame
   * pixels.
   */
  guide: { x: number; y: number; width: number; height: number; fits: boolean }
}
