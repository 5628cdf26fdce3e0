import type { Check, Report } from '../contract/report'
import { isMendedBySaving } from '../report/summary'

/** One check under the edited profile and under the one it began with; null where that profile leaves it out. */
export interface CheckChange {
  readonly id: string
  readonly now: Check | null
  readonly before: Check | null
}

export interface JudgedChecks {
  readonly changed: readonly CheckChange[]
  /** Not met, and no saving mends it. */
  readonly needing: readonly Check[]
  readonly mended: readonly Check[]
  readonly fine: readonly Check[]
}

/** What the edited profile makes of a photo, beside what the former made of it (null where that one can't be used). */
export function compareReports(now: Report, before: Report | null): JudgedChecks {
  const find = ({ checks }: Report, id: string): Check | null => checks.find(check => check.id === id) ?? null
  const ids = [...new Set([...now.checks, ...(before?.checks ?? [])].map(({ id }) => id))]
  const missed = now.checks.filter(({ verdict }) => verdict !== 'pass')
  return {
    changed: before
      ? ids
          .map(id => ({ id, now: find(now, id), before: find(before, id) }))
          .filter(one => one.now?.verdict !== one.before?.verdict)
      : [],
    needing: missed.filter(check => !isMendedBySaving(check, now)),
    mended: missed.filter(check => isMendedBySaving(check, now)),
    fine: now.checks.filter(({ verdict }) => verdict === 'pass'),
  }
}
