import type { Check, Report } from '../contract/report'
import { isMendedBySaving } from './summary'

/** The faults of a report, with those of the photo separate from those of its file. */
export interface Faults {
  /** Failed required checks that only another photo can fix. */
  readonly photo: readonly Check[]
  /** Faults of the file as given that the file saved here will not have. */
  readonly file: readonly Check[]
  /** Required checks with verdict unknown. */
  readonly unknown: readonly Check[]
  /** Ids of `photo` and `file`. */
  readonly missed: ReadonlySet<string>
  readonly checks: ReadonlyMap<string, Check>
}

const faultsByReport = new WeakMap<Report, Faults>()

export function findFaults(report: Report): Faults {
  const cached = faultsByReport.get(report)
  if (cached) return cached
  const amiss = report.checks.filter(
    ({ verdict, limits }) => limits.level === 'required' && (verdict === 'fail' || verdict === 'unknown'),
  )
  const lasting = amiss.filter(check => !isMendedBySaving(check, report))
  const faults: Faults = {
    photo: lasting.filter(({ verdict }) => verdict === 'fail'),
    file: amiss.filter(check => isMendedBySaving(check, report)),
    unknown: lasting.filter(({ verdict }) => verdict === 'unknown'),
    missed: new Set(amiss.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id)),
    checks: new Map(report.checks.map(check => [check.id, check])),
  }
  faultsByReport.set(report, faults)
  return faults
}
