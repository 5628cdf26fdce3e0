import type { CropPlan } from './crop'
import type { Limit } from './limit'
import type { Locale } from './locale'
import type { Reading, Reason, Unit } from './reading'
import type { Check } from './report'
import type { Scene } from './scene'
/** What must be there before a rule can measure; a rule whose need is missing reads as unknown. */
export type Need = 'face' | 'person' | 'parts' | 'file' | 'crop'

/**
 * A finding and what to do. `{value}`, `{min}`, `{max}` stand for the measured number and the limits, with their units;
 * `{amount}` for the number without its sign, where the words already say which way; `{values}` for the allowed values
 * of `oneOf`.
 */
export interface Remark {
  readonly finding: string
  readonly advice: string
  /** The advice where no file can be saved, if the advice is to save one. */
  readonly unsaved?: string
  /** The advice as said to someone in front of the camera, in few words; else the advice itself. */
  readonly live?: string
  /** Other words for who is stuck on it; else the advice. */
  readonly stuck?: string
}

export interface QuantityText {
  readonly title: string
  /** What the number is of, where the title names its opposite or something wider ('how far the mouth is open'). */
  readonly measure?: string
  /** The finding where the value is within its limits. */
  readonly fine: string
  /** The value is under `min`. */
  readonly low?: Remark
  /** The value is over `max`. */
  readonly high?: Remark
  /** The value is none of `oneOf`. */
  readonly wrong?: Remark
  /** Words for values that are names ('clear', 'image/jpeg'); others are shown as they are. */
  readonly values?: Readonly<Record<string, string>>
  /** Words of its own for reasons why it could not be checked; else the reason's words. */
  readonly unknown?: Readonly<Partial<Record<Reason, Partial<Remark>>>>
}

export interface Quantity {
  readonly unit: Unit
  readonly limit: Limit
}

/** Where a report shows a rule: groups in the order in which a person reads them. */
export const RULE_GROUPS = ['face', 'light', 'background', 'picture', 'position', 'file'] as const
export type RuleGroup = (typeof RULE_GROUPS)[number]

/**
 * The steps of someone in front of a camera, in the order in which one can act: be found, light, wall, distance and
 * position, head straight, glasses, hair, expression, focus.
 */
export const LIVE_STEPS = [
  'face',
  'light',
  'background',
  'position',
  'pose',
  'glasses',
  'hair',
  'expression',
  'focus',
] as const
export type LiveStep = (typeof LIVE_STEPS)[number]

/** When a rule is told to someone in front of a camera. */
export interface LiveGuidance {
  readonly step: LiveStep
  /** Place among the rules of its step; no two share one. */
  readonly order: number
  /** 'once': a fault of the room, which moving does not mend; told once, then it waits until nothing else is left. */
  readonly told: 'once' | 'always'
}

/** What is drawn on the photo of a rule's regions: part by part, the lighting map or the background map. */
export type OverlayLayer = 'outlines' | 'lighting' | 'background'

/** One quantity of a camera's frame, as judged. */
export type FrameQuantity = Pick<Check, 'value' | 'limits'>

/** A rule: one folder under src/rules, whose name is its id. Check ids are `rule.quantity`. */
export interface Rule<Q extends string = string> {
  readonly id: string
  readonly needs: readonly Need[]
  readonly group: RuleGroup
  /** Place among the rules of its group; no two share one. */
  readonly order: number
  /** false: nobody in front of a camera can mend it, and no frame shows it. */
  readonly live: LiveGuidance | false
  /** The layer on which its regions are drawn; null: they are shown only where the check is chosen. */
  readonly overlay: OverlayLayer | null
  /**
   * How much better one good frame is than another by this rule: higher is better, and 1 is about the range that the
   * rule's own limits leave. A quantity that the profile leaves out is missing. null: it does not choose frames.
   */
  readonly frameScore: ((quantities: Readonly<Partial<Record<Q, FrameQuantity>>>) => number) | null
  /**
   * Quantities that any eye settles at a glance: a photo without a fault need not be taken again because they could not
   * be measured.
   */
  readonly minor?: readonly NoInfer<Q>[]
  /** Measured from landmarks and pose alone: of a camera's frame it can be told without waiting for pixels. */
  readonly landmarksOnly?: true
  /** Unit of each quantity and the limit that holds where a profile says nothing else. */
  readonly quantities: Readonly<Record<Q, Quantity>>
  /** Pure: no DOM, worker, clock, locale or threshold. `plan` is there when 'crop' is among the needs. */
  measure(scene: Scene, plan: CropPlan | null): Readonly<Record<Q, Reading>>
  readonly text: Readonly<Record<Locale, Readonly<Record<Q, QuantityText>>>>
}

/** Gives the compiler the quantity names, so that a missing text, limit or reading is an error where it is written. */
export function defineRule<Q extends string>(rule: Rule<Q>): Rule<Q> {
  return rule
}

/** Readings of all rules, by check id. */
export type Readings = Readonly<Record<string, Reading>>
