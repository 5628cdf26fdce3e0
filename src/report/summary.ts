import { ruleOf } from '../contract/check-id'
import type { Check, Report, Verdict } from '../contract/report'
import { RULE_GROUPS, type RuleGroup } from '../contract/rule'
import { RULES } from '../rules/index'

/** A report put in the order in which a person reads it. Verdicts are the report's own; nothing is judged here. */

const SEVERITY: Readonly<Record<Verdict, number>> = { fail: 0, unknown: 1, warn: 2, pass: 3 }

export type VerdictCounts = Readonly<Record<Verdict, number>>

export interface Summary {
  /** Without what saving mends. */
  readonly counts: VerdictCounts
  /** Required misses that only another photo (or light, or pose) mends. */
  readonly toMend: readonly Check[]
  /** What the file as given misses or does not say, and the saved file does not. */
  readonly mendedBySaving: readonly Check[]
  /** Required, but can't be told. */
  readonly unknown: readonly Check[]
  /** Still being looked at: told in a moment. */
  readonly pending: readonly Check[]
  readonly groups: readonly {
    readonly id: RuleGroup
    readonly checks: readonly Check[]
    readonly counts: VerdictCounts
  }[]
}

export const isPending = ({ reason }: Check): boolean => reason === 'pending'
/** A check that no rule of ours has (of a report of another version) stands with the picture's. */
export const getRuleGroup = ({ id }: Pick<Check, 'id'>): RuleGroup => RULES.get(ruleOf(id))?.group ?? 'picture'

/** Wherever a crop can be cut, the file saved here meets the file rules; but what compression has cost stays lost. */
export const isMendedBySaving = ({ id, verdict, value }: Check, { crop }: Report): boolean =>
  crop !== null && ruleOf(id) === 'file' && verdict !== 'pass' && !(id === 'file.quality' && value !== null)

export function summarise(report: Report): Summary {
  const { checks } = report
  const required = checks.filter(({ limits }) => limits.level === 'required')
  const missed = required.filter(({ verdict }) => verdict === 'fail')
  const saved = (check: Check): boolean => isMendedBySaving(check, report)
  return {
    counts: countVerdicts(checks.filter(check => !saved(check))),
    toMend: missed.filter(check => !saved(check)),
    mendedBySaving: checks.filter(saved),
    unknown: required.filter(check => check.verdict === 'unknown' && !isPending(check) && !saved(check)),
    pending: checks.filter(isPending),
    groups: RULE_GROUPS.map(id => {
      const own = checks.filter(check => getRuleGroup(check) === id)
      // Worst first; among equals the profile's order stays.
      return {
        id,
        checks: [...own].sort((a, b) => SEVERITY[a.verdict] - SEVERITY[b.verdict]),
        counts: countVerdicts(own),
      }
    }).filter(group => group.checks.length > 0),
  }
}

function countVerdicts(checks: readonly Check[]): VerdictCounts {
  const counts = { pass: 0, warn: 0, fail: 0, unknown: 0 }
  for (const check of checks) if (!isPending(check)) counts[check.verdict]++
  return counts
}
