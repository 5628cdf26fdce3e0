import type { JSX, RefObject, TargetedEvent } from 'preact'
import { useRef } from 'preact/hooks'
import {
  rowFilter,
  setRowFilter,
  selectAndOpenRow,
  placesById,
  rowsById,
  selectRow,
  selectedId,
  moveSelection,
  survey,
} from '../../state/batch/table-view'
import { getBatchText } from '../text/batch'
import { KeyHelp } from './key-help'
import { findRowId, scrollToRow, useKeptFocus, useReturnFocus, useSteadyScroll } from './row-scroll'
import { TableHead } from './table-head'
import { TableRow } from './table-row'
import { useIsNarrow } from './use-narrow'
import { useVirtualRows, type VirtualRows } from './use-virtual-rows'

/** px; must match src/styles/batch.css. */
const ROW_HEIGHT_PX = 56
const CARD_HEIGHT_PX = 124

/** One row per photo. `offset`: scroll position in px, kept while a row is open. */
export function BatchTable({ offset }: { offset: RefObject<number> }): JSX.Element {
  const { order } = survey.value
  const selected = selectedId.value
  const place = selected === null ? undefined : placesById.value.get(selected)
  const rowHeight = useIsNarrow() ? CARD_HEIGHT_PX : ROW_HEIGHT_PX
  const scroller = useRef<HTMLDivElement>(null)
  const { items, height } = useVirtualRows({ scroller, count: order.length, rowHeight, pinnedIndex: place, offset })
  useSteadyScroll(scroller, place, rowHeight)
  useKeptFocus(scroller, selected)
  useReturnFocus(scroller, place, rowHeight)

  const stop = place ?? items.find(({ start }) => start >= offset.current)?.index ?? items[0]?.index
  return (
    <div class="batch-table">
      <div
        class="batch-grid"
        role="grid"
        aria-label={getBatchText().table}
        aria-rowcount={order.length + 1}
        aria-colcount={7}
        onKeyDown={event => handleKey(event, scroller.current!, rowHeight)}
      >
        <TableHead />
        <div
          class="batch-scroller"
          ref={scroller}
          role="rowgroup"
          onFocusIn={event => callWithRowId(event.target, selectRow)}
          onClick={event => callWithRowId(event.target, selectAndOpenRow)}
        >
          <VisibleRows items={items} height={height} stop={stop} />
        </div>
      </div>
      {order.length === 0 && <NothingShown />}
      <TableKeyHelp />
    </div>
  )
}

interface VisibleRowsProps extends VirtualRows {
  /** Index of the row that is the tab stop. */
  readonly stop: number | undefined
}

function VisibleRows({ items, height, stop }: VisibleRowsProps): JSX.Element {
  const { order } = survey.value
  return (
    <div class="batch-rows" role="presentation" style={{ height: `${height}px` }}>
      {items.map(({ index, start }) => {
        const row = rowsById.value.get(order[index]!)
        return (
          row && (
            <TableRow
              key={row.id}
              row={row}
              place={index}
              top={start}
              isSelected={row.id === selectedId.value}
              isStop={index === stop}
              valueRule={rowFilter.value.valueRule}
            />
          )
        )
      })}
    </div>
  )
}

function NothingShown(): JSX.Element {
  const text = getBatchText()
  return (
    <div class="batch-nothing">
      <p>{text.nothingShown}</p>
      <button type="button" class="button" onClick={() => setRowFilter({ kind: 'all', rule: null, text: '' })}>
        {text.showAll}
      </button>
    </div>
  )
}

function TableKeyHelp(): JSX.Element {
  const { keys } = getBatchText()
  return (
    <KeyHelp
      keys={[
        ['↑ ↓', keys.move],
        ['Enter', keys.open],
        ['Home / End', keys.ends],
      ]}
    />
  )
}

function handleKey(event: TargetedEvent<HTMLElement, KeyboardEvent>, scroller: HTMLElement, rowHeight: number): void {
  if (event.altKey || event.ctrlKey || event.metaKey || !(event.target as Element).matches('[data-row]')) return
  const selected = selectedId.value
  if (event.key === 'Enter' && selected !== null) {
    event.preventDefault()
    selectAndOpenRow(selected)
  }
  const step = getKeyStep(event.key, Math.max(1, Math.floor(scroller.clientHeight / rowHeight) - 1))
  if (step === null) return
  event.preventDefault()
  moveSelection(step)
  const next = selectedId.value
  if (next !== null) scrollToRow(scroller, placesById.value.get(next)!, rowHeight)
}

function getKeyStep(key: string, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return 1
    case 'ArrowUp':
      return -1
    case 'PageDown':
      return page
    case 'PageUp':
      return -page
    case 'Home':
      return -Infinity
    case 'End':
      return Infinity
    default:
      return null
  }
}

function callWithRowId(target: EventTarget | null, use: (id: number) => void): void {
  const id = findRowId(target)
  if (id !== null) use(id)
}
