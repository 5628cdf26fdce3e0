import type { JSX } from 'preact'
import type { BatchRow } from '../../contract/batch'
import type { Verdict } from '../../contract/report'
import { getRowStatus, type RowStatus } from '../../report/batch-view'
import { VerdictIcon } from '../common/icons'
import { getBatchText } from '../text/batch'

const SIGN_BY_STATUS: Readonly<Record<Exclude<RowStatus, 'waiting'>, Verdict>> = {
  failed: 'warn',
  fail: 'fail',
  unknown: 'unknown',
  pass: 'pass',
}

/** The measured status as icon and word; a person's acceptance is shown in addition. */
export function RowStatusLabel({ row }: { row: BatchRow }): JSX.Element {
  const text = getBatchText()
  const standing = getRowStatus(row)
  return (
    <>
      <span class={`standing standing-${standing}`}>
        {standing !== 'waiting' && <VerdictIcon verdict={SIGN_BY_STATUS[standing]} />}
        {getStatusText(row)}
      </span>
      {row.acceptance && (
        <span class="accepted" title={row.acceptance.note}>
          {text.accepted}
        </span>
      )}
    </>
  )
}

export function getStatusText(row: BatchRow): string {
  const text = getBatchText()
  return row.state === 'checking' ? text.checking : text.rowStatus[getRowStatus(row)]
}
