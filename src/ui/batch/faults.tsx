import type { JSX } from 'preact'
import type { BatchRow } from '../../contract/batch'
import { words } from '../text'
import { batchWords } from '../text/batch'
import { titlesOf } from './titles'
import { findFaults } from '../../report/faults'

/** What fails: the photo's own faults, then what can't be told, then what an export mends. */
export function FaultWords({ row: { report, failure, state } }: { row: BatchRow }): JSX.Element | null {
  const text = batchWords()
  if (state === 'failed' && failure) return <span class="fault-broken">{words().trouble[failure]}</span>
  if (!report) return null
  const { photo, untold, file } = findFaults(report)
  const titles = (checks: typeof photo): string => titlesOf(checks, text.joiner)
  return (
    <>
      {photo.length > 0 && <span class="fault">{titles(photo)}</span>}
      {untold.length > 0 && (
        <span class="fault-untold">
          {text.untold}
          {titles(untold)}
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
