import type { BatchRow } from '../../contract/batch'
import type { Report } from '../../contract/report'
import type { Faults } from '../../delivery/told'
import { isMendedBySaving } from '../../state/summary'

const known = new WeakMap<Report, Faults>()

/** What is to be said of a row; null without a report. Found once for each report: there are thousands. */
export function faultsOf({ report }: BatchRow): Faults | null {
  if (!report) return null
  let faults = known.get(report)
  if (!faults) known.set(report, faults = findFaults(report))
  return faults
}

function findFaults(report: Report): Faults {
  const required = report.checks.filter(({ verdict, limits }) => limits.level === 'required' && (verdict === 'fail' || verdict === 'unknown'))
  const lasting = required.filter(check => !isMendedBySaving(check, report))
  return {
    photo: lasting.filter(({ verdict }) => verdict === 'fail'),
    file: required.filter(check => check.verdict === 'fail' && isMendedBySaving(check, report)),
    untold: lasting.filter(({ verdict }) => verdict === 'unknown'),
  }
}
