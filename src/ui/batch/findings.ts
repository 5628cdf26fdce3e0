import type { BatchRow } from '../../contract/batch'
import type { Report } from '../../contract/report'
import type { Findings } from '../../delivery/told'
import { summarise } from '../../state/summary'
import { signIn } from '../result/headline'

const known = new WeakMap<Report, Findings>()

/** What a person is told of a row, as on the screen of one photo; null without a report. Told once for each report: there are thousands. */
export function findingsOf({ report }: BatchRow): Findings | null {
  if (!report) return null
  let found = known.get(report)
  if (!found) {
    const summary = summarise(report)
    const { toMend, mendedBySaving, untold } = summary
    known.set(report, found = { sign: signIn(summary), toMend, mendedBySaving, untold })
  }
  return found
}
