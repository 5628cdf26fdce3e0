import type { JSX, RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { BatchRow } from '../../contract/batch'
import { openRow, retryFailed, getThumbnailUrl } from '../../state/batch/actions'
import { placesById, rowsById, moveSelection, removeOpenRow, survey } from '../../state/batch/table-view'
import { openRowId } from '../../state/batch/store'
import { getRowStatus } from '../../report/batch-view'
import { photo, report } from '../../state/store'
import { getFailureAdvice } from '../common/failure-panel'
import { BackIcon, CloseIcon, NextIcon, PreviousIcon, VerdictIcon } from '../common/icons'
import { CheckList } from '../result/check-list'
import { PhotoPair } from '../result/photo-pair'
import { VerdictCard } from '../result/verdict-card'
import { getPageText } from '../text'
import { getBatchText } from '../text/batch'
import { AcceptPanel } from './accept-panel'
import { askToConfirm } from './confirm-dialog'
import { KeyHelp } from './key-help'
import { RowStatusLabel, getStatusText } from './row-status'
import { joinCheckTitles } from './titles'
import { useDetailKeys } from './use-detail-keys'
import { findFaults } from '../../report/faults'

/** One photo of the batch in detail, with links to its neighbours in the order of the table. */
export function DetailView(): JSX.Element | null {
  const text = getBatchText()
  const row = rowsById.value.get(openRowId.value ?? 0)
  const note = useRef<HTMLInputElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useDetailKeys(note)
  useLayoutEffect(() => {
    heading.current?.focus({ preventScroll: true })
  }, [])
  useLayoutEffect(() => scrollTo({ top: 0 }), [row?.id])
  // The row was checked, or its result removed, while it is open.
  useEffect(() => {
    if (row && (report.value !== null) !== (row.report !== null)) openRow(row.id)
  }, [row?.report])
  if (!row) return null
  return (
    <div class="batch-detail">
      <DetailBar row={row} heading={heading} />
      <div class="result">
        <div class="result-photo">
          <Picture key={row.id} row={row} />
        </div>
        <div class="result-words">
          <Finding row={row} />
          {row.report && (row.report.verdict !== 'pass' || row.acceptance) && (
            <AcceptPanel key={row.id} row={row} note={note} />
          )}
          {report.value && <CheckList report={report.value} />}
        </div>
      </div>
      <KeyHelp
        keys={[
          ['← → / K J', text.keys.neighbours],
          ['A', text.keys.accept],
          ['Esc', text.keys.back],
        ]}
      />
    </div>
  )
}

interface DetailBarProps {
  readonly row: BatchRow
  readonly heading: RefObject<HTMLHeadingElement | null>
}

function DetailBar({ row, heading }: DetailBarProps): JSX.Element {
  return (
    <div class="detail-bar">
      <button type="button" class="button small" data-action="to-table" onClick={() => openRow(null)}>
        <BackIcon />
        {getBatchText().toTable}
      </button>
      <div class="detail-name">
        <h2 ref={heading} tabIndex={-1}>
          {row.name}
        </h2>
        {row.folder !== '' && <span class="row-folder">{row.folder}</span>}
        <span class="detail-standing">
          <RowStatusLabel row={row} />
        </span>
      </div>
      <button type="button" class="button small" data-action="remove-row" onClick={() => askToRemove(row)}>
        <CloseIcon />
        {getBatchText().removeRow}
      </button>
      <Neighbours row={row} />
    </div>
  )
}

function askToRemove(row: BatchRow): void {
  const { ask } = getBatchText()
  askToConfirm({ title: ask.remove(row.name), note: ask.removeNote, yes: ask.removeYes, act: removeOpenRow })
}

function Neighbours({ row }: { row: BatchRow }): JSX.Element {
  const text = getBatchText()
  const place = placesById.value.get(row.id)
  const total = survey.value.order.length
  return (
    <div class="neighbours">
      <button
        type="button"
        class="button small"
        aria-label={text.previous}
        data-action="previous"
        disabled={place === 0}
        onClick={() => moveSelection(-1)}
      >
        <PreviousIcon />
      </button>
      <span class="numbers">{place === undefined ? text.elsewhere : text.position(place + 1, total)}</span>
      <button
        type="button"
        class="button small"
        aria-label={text.next}
        data-action="next"
        disabled={place === total - 1}
        onClick={() => moveSelection(1)}
      >
        <NextIcon />
      </button>
      <p class="unseen" role="status">
        {place !== undefined && text.announceRow(place + 1, total, row.name, getStatusText(row))}
      </p>
    </div>
  )
}

/**
 * The photo with its overlay; without a report, the plain photo; where the browser can't show the file, its thumbnail.
 */
function Picture({ row }: { row: BatchRow }): JSX.Element {
  const text = getBatchText()
  const [isUnshown, setUnshown] = useState(false)
  const small = getThumbnailUrl(row.id)
  if (isUnshown && small !== null)
    return (
      <figure class="detail-small">
        <img src={small} alt={getPageText().photoAlt} />
        <figcaption>{text.thumbnailOnly}</figcaption>
      </figure>
    )
  // An image's error does not bubble.
  return (
    <div onErrorCapture={() => setUnshown(true)}>
      {report.value ? (
        <PhotoPair />
      ) : (
        photo.value && !isUnshown && <img class="detail-plain" src={photo.value.url} alt={getPageText().photoAlt} />
      )}
    </div>
  )
}

function Finding({ row }: { row: BatchRow }): JSX.Element {
  const text = getBatchText()
  if (row.state === 'failed' && row.failure) {
    return (
      <section class="failure">
        <VerdictIcon verdict="fail" />
        <div class="failure-words">
          <h1 tabIndex={-1}>{getPageText().failureTitles[row.failure]}</h1>
          <p>{getFailureAdvice({ code: row.failure })}</p>
          <div class="buttons">
            <button type="button" class="button" data-action="retry-one" onClick={() => retryFailed(row.id)}>
              {text.retryOne}
            </button>
          </div>
        </div>
      </section>
    )
  }
  if (!report.value || !row.report)
    return (
      <section class="verdict">
        <h1 tabIndex={-1}>{getStatusText(row)}</h1>
        <p class="quiet">{text.waitingNote}</p>
      </section>
    )
  const { photo: photoFaults, file } = findFaults(row.report)
  return (
    <>
      {getRowStatus(row) === 'fail' && photoFaults.length === 0 && (
        <p class="caution">
          <VerdictIcon verdict="warn" />
          {text.fileOnly(joinCheckTitles(file, text.joiner))}
        </p>
      )}
      <VerdictCard report={report.value} />
    </>
  )
}
