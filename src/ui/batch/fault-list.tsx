import type { JSX } from 'preact'
import type { BatchRow } from '../../contract/batch'
import { getPageText } from '../text'
import { getBatchText } from '../text/batch'
import { joinCheckTitles } from './titles'
import { findFaults } from '../../report/faults'

/** The photo's own faults, then unknown checks, then the faults that an export fixes. */
export function FaultList({ row: { report, failure, state } }: { row: BatchRow }): JSX.Element | null {
  const text = getBatchText()
  if (state === 'failed' && failure) return <span class="fault-broken">{getPageText().failureTitles[failure]}</span>
  if (!report) return null
  const { photo, unknown, file } = findFaults(report)
  const titles = (checks: typeof photo): string => joinCheckTitles(checks, text.joiner)
  return (
    <>
      {photo.length > 0 && <span class="fault">{titles(photo)}</span>}
      {unknown.length > 0 && (
        <span class="fault-untold">
          {text.unknown}
          {titles(unknown)}
        </span>
      )}
      {file.length > 0 && (
        <span class="fault-file">
          {text.mended}
          {titles(file)}
        </span>
      )}
    </>
  )
}
