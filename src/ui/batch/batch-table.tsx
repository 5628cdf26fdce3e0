import type { JSX, RefObject, TargetedEvent } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
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
import { TableHead } from './table-head'
import { TableRow } from './table-row'
import { useIsNarrow } from './use-narrow'
import { useVirtualRows } from './use-virtual-rows'

/** px; src/styles/batch.css has the same. */
const ROW_HEIGHT_PX = 56
const CARD_HEIGHT_PX = 124

/** Every photo a row. `offset`: px scrolled, kept while a row is looked at. */
export function BatchTable({ offset }: { offset: RefObject<number> }): JSX.Element {
  const text = getBatchText()
  const { order } = survey.value
  const selected = selectedId.value
  const place = selected === null ? undefined : placesById.value.get(selected)
  const rowHeight = useIsNarrow() ? CARD_HEIGHT_PX : ROW_HEIGHT_PX
  const scroller = useRef<HTMLDivElement>(null)
  const { items, height } = useVirtualRows({ scroller, count: order.length, rowHeight, pinnedIndex: place, offset })
  useSteadyScroll(scroller, place, rowHeight)
  useKeptFocus(scroller, selected)
  useReturnFocus(scroller, place, rowHeight)

  const stop =
    place === undefined ? (items.find(({ start }) => start >= offset.current)?.index ?? items[0]?.index) : place
  const pressed = (event: TargetedEvent<HTMLElement, KeyboardEvent>): void => {
    const by = getKeyStep(event.key, Math.max(1, Math.floor(scroller.current!.clientHeight / rowHeight) - 1))
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target as Element).matches('[data-row]')) return
    if (event.key === 'Enter' && selected !== null) {
      event.preventDefault()
      selectAndOpenRow(selected)
    }
    if (by === null) return
    event.preventDefault()
    moveSelection(by)
    const next = selectedId.value
    if (next !== null) scrollToRow(scroller.current!, placesById.value.get(next)!, rowHeight)
  }
  return (
    <div class="batch-table">
      <div
        class="batch-grid"
        role="grid"
        aria-label={text.table}
        aria-rowcount={order.length + 1}
        aria-colcount={7}
        onKeyDown={pressed}
      >
        <TableHead />
        <div
          class="batch-scroller"
          ref={scroller}
          role="rowgroup"
          onFocusIn={event => {
            const id = findRowId(event.target)
            if (id !== null) selectRow(id)
          }}
          onClick={event => {
            const id = findRowId(event.target)
            if (id !== null) selectAndOpenRow(id)
          }}
        >
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
                    isSelected={row.id === selected}
                    isStop={index === stop}
                    valueRule={rowFilter.value.valueRule}
                  />
                )
              )
            })}
          </div>
        </div>
      </div>
      {order.length === 0 && <NothingShown />}
      <KeyHelp
        keys={[
          ['↑ ↓', text.keys.move],
          ['Enter', text.keys.open],
          ['Home / End', text.keys.ends],
        ]}
      />
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

function findRowId(target: EventTarget | null): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
  return row ? Number(row.dataset['row']) : null
}

/** false where the row is not drawn. */
function focusRow(scroller: HTMLElement, id: number | null): boolean {
  const row = scroller.querySelector<HTMLElement>(`[data-row="${id}"]`)
  row?.focus({ preventScroll: true })
  return row !== null
}

/** Scrolls no further than it must. */
function scrollToRow(scroller: HTMLElement, place: number, rowHeight: number): void {
  const top = place * rowHeight,
    bottom = top + rowHeight
  if (top < scroller.scrollTop) scroller.scrollTop = top
  else if (bottom > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = bottom - scroller.clientHeight
}

/** When results move the rows, the selected one stays where it is on the screen. Another choice begins at the top. */
function useSteadyScroll(scroller: RefObject<HTMLElement | null>, place: number | undefined, rowHeight: number): void {
  const before = useRef({ choice: rowFilter.value, selected: selectedId.value, place })
  useLayoutEffect(() => {
    const last = before.current,
      element = scroller.current!
    before.current = { choice: rowFilter.value, selected: selectedId.value, place }
    if (last.choice !== rowFilter.value) {
      if (last.choice.valueRule === rowFilter.value.valueRule || rowFilter.value.sort === 'value') element.scrollTop = 0
      return
    }
    if (place === undefined || last.place === undefined || last.selected !== selectedId.value || place === last.place)
      return
    const wasInView =
      (last.place + 1) * rowHeight > element.scrollTop &&
      last.place * rowHeight < element.scrollTop + element.clientHeight
    if (wasInView) element.scrollTop += (place - last.place) * rowHeight
  })
}

/** Back from a row: it is in view and has the focus, as soon as it is drawn. */
function useReturnFocus(scroller: RefObject<HTMLElement | null>, place: number | undefined, rowHeight: number): void {
  const isReturning = useRef(place !== undefined)
  useLayoutEffect(() => {
    if (place !== undefined) scrollToRow(scroller.current!, place, rowHeight)
  }, [])
  useLayoutEffect(() => {
    if (isReturning.current && focusRow(scroller.current!, selectedId.value)) isReturning.current = false
  })
}

/**
 * The focus goes with the selection, and a row that is moved among its neighbours keeps it: browsers let go of what is
 * moved.
 */
function useKeptFocus(scroller: RefObject<HTMLElement | null>, selected: number | null): void {
  const hadFocus = scroller.current?.contains(document.activeElement) ?? false
  useLayoutEffect(() => {
    if (hadFocus && findRowId(document.activeElement) !== selected) focusRow(scroller.current!, selected)
  })
}
