import type { Report, Verdict } from '../../contract/report'
import { summarise } from '../../report/summary'
import { words } from '../text'

/** The verdict in one line. */
export function headlineOf(report: Report): string {
  const text = words()
  const { toMend, mendedBySaving, untold, pending } = summarise(report)
  if (toMend.length) return text.verdictFail(toMend.length)
  if (pending.length) return text.verdictPending
  if (untold.length) return text.verdictUnknown(untold.length)
  return mendedBySaving.length ? text.verdictPassSaved(mendedBySaving.length) : text.verdictPass
}

/** The sign that stands before it. */
export function signOf(report: Report): Verdict {
  const { toMend, untold, pending } = summarise(report)
  return toMend.length ? 'fail' : untold.length || pending.length ? 'unknown' : 'pass'
}
