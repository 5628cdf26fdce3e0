import { ruleOf, splitCheckId } from '../contract/check-id'
import type { Check, Report, Verdict } from '../contract/report'
import { RULE_GROUPS, type RuleGroup } from '../contract/rule'
import { RULES } from '../rules/index'

/** A report in reading order. Verdicts are taken from the report; nothing is judged here. */

const SEVERITY: Readonly<Record<Verdict, number>> = { fail: 0, unknown: 1, warn: 2, pass: 3 }

export type VerdictCounts = Readonly<Record<Verdict, number>>

export interface Summary {
  /** Without the checks that saving fixes. */
  readonly counts: VerdictCounts
  /**
   * Failed required checks that only another photo (or light, or pose) can fix, in the order in which a student asks:
   * a file that is of no use, face and hair, the head's place, background, light, sharpness.
   */
  readonly toMend: readonly Check[]
  /** Checks that the file as given fails or leaves unknown, and the saved file passes. */
  readonly mendedBySaving: readonly Check[]
  /** Every check with verdict unknown, as many as `counts` says: those to look into first. */
  readonly unchecked: readonly Check[]
  /** Those of `unchecked` that leave open whether the photo will do: required, and not settled at a glance. */
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

/** Nothing but the file itself has been judged yet. */
export const isFileOnly = ({ checks }: Pick<Report, 'checks'>): boolean =>
  checks.some(isPending) && checks.every(check => ruleOf(check.id) === 'file' || isPending(check))

/** A crop has no more pixels than its photo: too few are never mended. */
const lacksPixels = ({ id, value, limits }: Check): boolean =>
  (id === 'file.width' || id === 'file.height') && Number(value) < (limits.min ?? 0)

/** If there is a crop, the saved file meets the file rules; but quality lost to compression can't be restored. */
export function isMendedBySaving(check: Check, report: Report): boolean {
  const { id, verdict, value } = check
  if (ruleOf(id) !== 'file' || verdict === 'pass' || (id === 'file.quality' && value !== null)) return false
  // Colours that the picture itself lacks come back by no colour mode.
  if (id === 'file.colour' && String(value).startsWith('grey')) return false
  // Before the face is found nobody knows the crop; most photos have one.
  return report.crop !== null || (isFileOnly(report) && !isPending(check) && !lacksPixels(check))
}

export function summarise(report: Report): Summary {
  const { checks } = report
  const lasting = checks.filter(check => !isMendedBySaving(check, report))
  const unchecked = lasting.filter(check => check.verdict === 'unknown' && !isPending(check))
  const unknown = unchecked.filter(isOpen)
  return {
    counts: countVerdicts(lasting),
    toMend: sortFaults(lasting.filter(({ verdict, limits }) => verdict === 'fail' && limits.level === 'required')),
    mendedBySaving: checks.filter(check => isMendedBySaving(check, report)),
    unchecked: [...unknown, ...unchecked.filter(check => !isOpen(check))],
    unknown,
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

/** A required check that no glance settles. */
function isOpen({ id, limits }: Check): boolean {
  const [rule, quantity] = splitCheckId(id)
  return limits.level === 'required' && !RULES.get(rule)?.minor?.includes(quantity)
}

/** Too few pixels or bytes, or compression that has cost detail: no saving makes up for it. */
export const isLostFile = ({ id, value, limits: { min = -Infinity } }: Check): boolean =>
  ['file.width', 'file.height', 'file.bytes', 'file.quality'].includes(id) && typeof value === 'number' && value < min

/** In the order in which faults are told; the rest of the file comes last, because saving mends it. */
const FAULT_ORDER: readonly RuleGroup[] = ['face', 'position', 'background', 'light', 'picture', 'file']

function sortFaults(checks: readonly Check[]): Check[] {
  const rank = (check: Check): number => (isLostFile(check) ? -1 : FAULT_ORDER.indexOf(getRuleGroup(check)))
  return checks.toSorted((a, b) => rank(a) - rank(b))
}

/** What it takes to be rid of a fault of the photo. */
export type Remedy = 'other-file' | 'saving' | 'moving' | 'place'

/** null where it is none of these. */
export function getRemedy(check: Check): Remedy | null {
  if (isLostFile(check)) return 'other-file'
  const rule = RULES.get(ruleOf(check.id))
  if (rule?.group === 'file') return 'saving'
  if (!rule?.live) return null
  // Light and background belong to the place, whether they are told once or always.
  return rule.live.told === 'once' || rule.group === 'light' ? 'place' : 'moving'
}

function countVerdicts(checks: readonly Check[]): VerdictCounts {
  const counts = { pass: 0, warn: 0, fail: 0, unknown: 0 }
  for (const check of checks) if (!isPending(check)) counts[check.verdict]++
  return counts
}
