import { toCheckId } from '../contract/check-id'
import type { Check } from '../contract/report'
import type { Rule } from '../contract/rule'
import { RULES } from '../rules'

/** Ranks good frames: the sum of what each rule's `frameScore` gives. */
export function scoreFrame(checks: readonly Check[], rules: Iterable<Rule> = RULES.values()): number {
  const byId = new Map(checks.map(check => [check.id, check]))
  let score = 0
  for (const { id, quantities, frameScore } of rules) {
    if (!frameScore) continue
    const ruleValues = Object.keys(quantities).flatMap(quantity => {
      const check = byId.get(toCheckId(id, quantity))
      return check ? [[quantity, check] as const] : []
    })
    score += frameScore(Object.fromEntries(ruleValues))
  }
  return score
}
