import type { CropPlan } from '../../src/contract/crop'
import type { Reason } from '../../src/contract/reading'
import type { Rule } from '../../src/contract/rule'
import type { Scene } from '../../src/contract/scene'
import type { Point } from '../../src/contract/space'

/** One input of a rule and what the rule must say of one quantity of it. */
export interface RuleCase {
  readonly scene: Scene
  /** Needed by rules that measure the planned crop. */
  readonly plan?: CropPlan | null
  /** The value that the input defines; a number to within `tolerance` (default: 2 % of it, at least 0.005). */
  readonly value?: number | string | boolean
  readonly tolerance?: number
  /** Source pixels: a place that an outline must hold, where the defect was put. */
  readonly place?: Point | undefined
  /** The likelihood's unknown band begins just beyond: no case can come closer to the limit. */
  readonly isLeastCertain?: boolean
}

export interface UnknownCase {
  readonly scene: Scene
  readonly plan?: CropPlan | null
  readonly reason: Reason
}

type Make<Case> = () => Case | Promise<Case>

/** The four cases that every quantity has. */
export interface QuantityCases {
  /** Clearly within the limits. */
  readonly pass: Make<RuleCase>
  /** Within the limits, but so near that a required number warns; a named value: the least certain one that passes. */
  readonly near: Make<RuleCase>
  /** Outside the limits. */
  readonly fail: Make<RuleCase>
  /** Cannot be told. */
  readonly unknown: Make<UnknownCase>
}

/** The four kinds of case, in the order in which they are told. */
export const CASE_KINDS = ['pass', 'near', 'fail', 'unknown'] as const

export type RuleCases<Q extends string = string> = Readonly<Record<Q, QuantityCases>>

/** Cases of a rule: the compiler asks for four of each of its quantities. */
export function defineCases<Q extends string>(_rule: Rule<Q>, cases: RuleCases<Q>): RuleCases<Q> {
  return cases
}
