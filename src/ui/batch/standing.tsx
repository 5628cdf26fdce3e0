import type { JSX } from 'preact'
import type { BatchRow } from '../../contract/batch'
import type { Verdict } from '../../contract/report'
import { getRowStatus, type RowStatus } from '../../report/batch-view'
import { VerdictIcon } from '../common/icons'
import { batchWords } from '../text/batch'

const SIGN: Readonly<Record<Exclude<RowStatus, 'waiting'>, Verdict>> = {
  failed: 'warn',
  fail: 'fail',
  unknown: 'unknown',
  pass: 'pass',
}

/** What was measured, in a sign and a word; what a person made of it stands beside, never instead. */
export function StandingWords({ row }: { row: BatchRow }): JSX.Element {
  const text = batchWords()
  const standing = getRowStatus(row)
  return (
    <>
      <span class={`standing standing-${standing}`}>
        {standing !== 'waiting' && <VerdictIcon verdict={SIGN[standing]} />}
        {standingText(row)}
      </span>
      {row.acceptance && (
        <span class="accepted" title={row.acceptance.note}>
          {text.accepted}
        </span>
      )}
    </>
  )
}

export function standingText(row: BatchRow): string {
  const text = batchWords()
  return row.state === 'checking' ? text.checking : text.standing[getRowStatus(row)]
}
