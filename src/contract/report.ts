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
  /** Milliseconds by stage. */
  timings: Record<string, number>
}

/** A report of a camera's frame. */
export interface LiveReport extends Report {
  /** Check id of the one thing to do next, steadied over frames; 'ready' when nothing is left to do. */
  instruction: string
}
