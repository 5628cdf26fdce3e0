import type { Check, Report } from '../contract/report'
import { isMendedBySaving, isPending, summarise } from './summary'

/** Compares several photos. Pure; verdicts are taken from the reports. */

export type Advantage = 'only-one-with-crop' | 'fewest-to-mend' | 'fewest-untold' | 'most-room' | 'most-pixels'

/** Criteria in order of weight; lower is better. */
const CRITERIA: readonly (readonly [Advantage, (report: Report) => number])[] = [
  ['only-one-with-crop', ({ crop }) => (crop ? 0 : 1)],
  ['fewest-to-mend', report => summarise(report).toMend.length],
  ['fewest-untold', report => summarise(report).unchecked.length],
  [
    'most-room',
    report => report.checks.filter(check => check.verdict === 'warn' && !isMendedBySaving(check, report)).length,
  ],
  ['most-pixels', ({ crop }) => (crop ? -crop.outputWidth * crop.outputHeight : 0)],
]

export interface BestPhoto {
  readonly index: number
  readonly advantage: Advantage
}

/**
 * The best photo and the criterion that sets it apart from the second best; null with fewer than two checked photos, or
 * if the best two are equal. Photos without a report (null) or with pending checks are ignored.
 */
export function findBest(reports: readonly (Report | null)[]): BestPhoto | null {
  const standings = reports.flatMap((report, index) =>
    report && !report.checks.some(isPending) ? [{ index, scores: CRITERIA.map(([, of]) => of(report)) }] : [],
  )
  const differing = (a: readonly number[], b: readonly number[]): number => a.findIndex((score, at) => score !== b[at])
  const [best, next] = standings.toSorted((a, b) => {
    const at = differing(a.scores, b.scores)
    return at < 0 ? 0 : a.scores[at]! - b.scores[at]!
  })
  if (!best || !next) return null
  const at = differing(best.scores, next.scores)
  return at < 0 ? null : { index: best.index, advantage: CRITERIA[at]![0] }
}

export interface Difference {
  readonly id: string
  readonly required: boolean
  readonly checks: readonly (Check | null)[]
}

/**
 * Checks on which the photos' verdicts differ, required ones first; null for a photo without a report. Checks that
 * saving fixes are ignored.
 */
export function findDifferences(reports: readonly (Report | null)[]): Difference[] {
  const first = reports.find(report => report !== null)
  if (!first) return []
  const rows = first.checks.map(({ id, limits }): Difference => ({
    id,
    required: limits.level === 'required',
    checks: reports.map(report => report?.checks.find(check => check.id === id) ?? null),
  }))
  const kind = (check: Check | null, report: Report | null): string | null =>
    !check || !report ? null : isMendedBySaving(check, report) ? 'pass' : check.verdict
  return rows
    .filter(
      ({ checks }) =>
        new Set(checks.map((check, at) => kind(check, reports[at]!)).filter(one => one !== null)).size > 1,
    )
    .toSorted((a, b) => Number(b.required) - Number(a.required))
}
