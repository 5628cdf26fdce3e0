import type { CropPlan } from '../../src/contract/crop'
import type { Reason } from '../../src/contract/reading'
import type { Rule } from '../../src/contract/rule'
import type { Scene } from '../../src/contract/scene'
import type { Point } from '../../src/contract/space'

/** An input of a rule and the expected result of one quantity. */
export interface RuleCase {
  readonly scene: Scene
  /** Needed by rules that measure the planned crop. */
  readonly plan?: CropPlan | null
  /** The expected value; numbers to within `tolerance` (default: 2 % of it, at least 0.005). */
  readonly value?: number | string | boolean
  readonly tolerance?: number
  /** Source pixels: a point of the defect, which an outline must contain. */
  readonly place?: Point | undefined
  /** The unknown band begins just beyond this case, so that no case can be closer to the limit. */
  readonly isLeastCertain?: boolean
}

export interface UnknownCase {
  readonly scene: Scene
  readonly plan?: CropPlan | null
  readonly reason: Reason
}

type Make<Case> = () => Case | Promise<Case>

/** The four cases required for every quantity. */
export interface QuantityCases {
  /** Clearly within the limits. */
  readonly pass: Make<RuleCase>
  /**
   * Within the limits, but near enough that a required number warns; for a named value: the least certain one that
   * passes.
   */
  readonly near: Make<RuleCase>
  /** Outside the limits. */
  readonly fail: Make<RuleCase>
  /** Unknown. */
  readonly unknown: Make<UnknownCase>
}

/** The four kinds of case, in the order of the tests. */
export const CASE_KINDS = ['pass', 'near', 'fail', 'unknown'] as const

export type RuleCases<Q extends string = string> = Readonly<Record<Q, QuantityCases>>

/** Cases of a rule; the type requires four for each quantity. */
export function defineCases<Q extends string>(_rule: Rule<Q>, cases: RuleCases<Q>): RuleCases<Q> {
  return cases
}
