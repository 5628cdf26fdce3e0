import { ruleOf } from '../contract/check-id'
import type { Check, Report, Verdict } from '../contract/report'
import { RULE_GROUPS, type RuleGroup } from '../contract/rule'
import { RULES } from '../rules/index'

/** A report in reading order. Verdicts are taken from the report; nothing is judged here. */

const SEVERITY: Readonly<Record<Verdict, number>> = { fail: 0, unknown: 1, warn: 2, pass: 3 }

export type VerdictCounts = Readonly<Record<Verdict, number>>

export interface Summary {
  /** Without the checks that saving fixes. */
  readonly counts: VerdictCounts
  /** Failed required checks that only another photo (or light, or pose) can fix. */
  readonly toMend: readonly Check[]
  /** Checks that the file as given fails or leaves unknown, and the saved file passes. */
  readonly mendedBySaving: readonly Check[]
  /** Required checks with verdict unknown. */
  readonly unknown: readonly Check[]
  /** Checks whose result is still to come. */
  readonly pending: readonly Check[]
  readonly groups: readonly {
    readonly id: RuleGroup
    readonly checks: readonly Check[]
    readonly counts: VerdictCounts
  }[]
}

export const isPending = ({ reason }: Check): boolean => reason === 'pending'
/** A check of an unknown rule (a report of another version) is listed in the picture group. */
export const getRuleGroup = ({ id }: Pick<Check, 'id'>): RuleGroup => RULES.get(ruleOf(id))?.group ?? 'picture'

/** If there is a crop, the saved file meets the file rules; but quality lost to compression can't be restored. */
export const isMendedBySaving = ({ id, verdict, value }: Check, { crop }: Report): boolean =>
  crop !== null && ruleOf(id) === 'file' && verdict !== 'pass' && !(id === 'file.quality' && value !== null)

export function summarise(report: Report): Summary {
  const { checks } = report
  const required = checks.filter(({ limits }) => limits.level === 'required')
  const failed = required.filter(({ verdict }) => verdict === 'fail')
  const isFixed = (check: Check): boolean => isMendedBySaving(check, report)
  return {
    counts: countVerdicts(checks.filter(check => !isFixed(check))),
    toMend: failed.filter(check => !isFixed(check)),
    mendedBySaving: checks.filter(isFixed),
    unknown: required.filter(check => check.verdict === 'unknown' && !isPending(check) && !isFixed(check)),
    pending: checks.filter(isPending),
    groups: RULE_GROUPS.map(id => {
      const groupChecks = checks.filter(check => getRuleGroup(check) === id)
      // Worst first; equal verdicts keep the profile's order.
      return {
        id,
        checks: [...groupChecks].sort((a, b) => SEVERITY[a.verdict] - SEVERITY[b.verdict]),
        counts: countVerdicts(groupChecks),
      }
    }).filter(group => group.checks.length > 0),
  }
}

function countVerdicts(checks: readonly Check[]): VerdictCounts {
  const counts = { pass: 0, warn: 0, fail: 0, unknown: 0 }
  for (const check of checks) if (!isPending(check)) counts[check.verdict]++
  return counts
}
