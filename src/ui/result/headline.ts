import type { Report, Verdict } from '../../contract/report'
import { isFileOnly, summarise } from '../../report/summary'
import { getPageText } from '../text'

/** The overall verdict in one line. Its number is that of the same verdict's chip. */
export function buildHeadline(report: Report): string {
  const text = getPageText()
  const { toMend, mendedBySaving, unchecked, unknown, pending } = summarise(report)
  if (toMend.length) return text.verdictFail(toMend.length)
  if (isFileOnly(report)) return text.verdictFileOnly
  if (pending.length) return text.verdictPending
  if (unknown.length) return text.verdictUnknown(unchecked.length)
  if (unchecked.length) return text.verdictPassUnchecked(unchecked.length)
  return mendedBySaving.length ? text.verdictPassSaved(mendedBySaving.length) : text.verdictPass
}

/** The verdict whose icon precedes the headline. */
export function getOverallVerdict(report: Report): Verdict {
  const { toMend, unknown, pending } = summarise(report)
  return toMend.length ? 'fail' : unknown.length || pending.length ? 'unknown' : 'pass'
}
