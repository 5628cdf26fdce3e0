import type { Check, Report } from '../contract/report'
import { isMendedBySaving } from './summary'

/** What is to be said of a report, the photo's own faults apart from those of its file. */
export interface Faults {
  /** Required misses that only another photo mends. */
  readonly photo: readonly Check[]
  /** What the file as it is misses or does not say, and the file saved here would not. */
  readonly file: readonly Check[]
  /** Required, but can't be told. */
  readonly unknown: readonly Check[]
  /** Ids of `photo` and `file`. */
  readonly missed: ReadonlySet<string>
  readonly checks: ReadonlyMap<string, Check>
}

const faultsByReport = new WeakMap<Report, Faults>()

export function findFaults(report: Report): Faults {
  const known = faultsByReport.get(report)
  if (known) return known
  const amiss = report.checks.filter(
    ({ verdict, limits }) => limits.level === 'required' && (verdict === 'fail' || verdict === 'unknown'),
  )
  const lasting = amiss.filter(check => !isMendedBySaving(check, report))
  const found: Faults = {
    photo: lasting.filter(({ verdict }) => verdict === 'fail'),
    file: amiss.filter(check => isMendedBySaving(check, report)),
    unknown: lasting.filter(({ verdict }) => verdict === 'unknown'),
    missed: new Set(amiss.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id)),
    checks: new Map(report.checks.map(check => [check.id, check])),
  }
  faultsByReport.set(report, found)
  return found
}
