import type { CropPlan } from './crop'
import type { Limit } from './limit'
import type { Locale } from './locale'
import type { Reading, Unit } from './reading'
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
  /** The advice as said to someone in front of the camera, in few words; else the advice itself. */
  readonly live?: string
  /** Other words for who is stuck on it; else the advice. */
  readonly stuck?: string
}

export interface QuantityText {
  readonly title: string
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
  /** What to do when it can't be told; else the reason's own advice is shown. */
  readonly unknown?: string
}

export interface Quantity {
  readonly unit: Unit
  readonly limit: Limit
}

/** A rule: one folder under src/rules, whose name is its id. Check ids are `rule.quantity`. */
export interface Rule<Q extends string = string> {
  readonly id: string
  readonly needs: readonly Need[]
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
