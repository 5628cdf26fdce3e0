import type { JSX, RefObject, TargetedEvent } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { choice, choose, look, places, rowsById, select, selectedId, step, survey } from '../../state/batch/shown'
import { batchWords } from '../text/batch'
import { KeyHelp } from './key-help'
import { TableHead } from './table-head'
import { TableRow } from './table-row'
import { useNarrow } from './use-narrow'
import { useVirtualRows } from './use-virtual-rows'

/** px; src/styles/batch.css has the same. */
const ROW = 56
const CARD = 124

/** Every photo a row. `offset`: px scrolled, kept while a row is looked at. */
export function BatchTable({ offset }: { offset: RefObject<number> }): JSX.Element {
  const text = batchWords()
  const { order } = survey.value
  const selected = selectedId.value
  const place = selected === null ? undefined : places.value.get(selected)
  const rowHeight = useNarrow() ? CARD : ROW
  const scroller = useRef<HTMLDivElement>(null)
  const { items, height } = useVirtualRows({ scroller, count: order.length, rowHeight, kept: place, offset })
  useSteadyScroll(scroller, place, rowHeight)
  useKeptFocus(scroller, selected)
  useReturn(scroller, place, rowHeight)

  const stop =
    place === undefined ? (items.find(({ start }) => start >= offset.current)?.index ?? items[0]?.index) : place
  const pressed = (event: TargetedEvent<HTMLElement, KeyboardEvent>): void => {
    const by = stepOf(event.key, Math.max(1, Math.floor(scroller.current!.clientHeight / rowHeight) - 1))
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target as Element).matches('[data-row]')) return
    if (event.key === 'Enter' && selected !== null) {
      event.preventDefault()
      look(selected)
    }
    if (by === null) return
    event.preventDefault()
    step(by)
    const next = selectedId.value
    if (next !== null) reveal(scroller.current!, places.value.get(next)!, rowHeight)
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
            const id = rowAt(event.target)
            if (id !== null) select(id)
          }}
          onClick={event => {
            const id = rowAt(event.target)
            if (id !== null) look(id)
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
                    valueRule={choice.value.valueRule}
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
  const text = batchWords()
  return (
    <div class="batch-nothing">
      <p>{text.nothingShown}</p>
      <button type="button" class="button" onClick={() => choose({ kind: 'all', rule: null, text: '' })}>
        {text.showAll}
      </button>
    </div>
  )
}

function stepOf(key: string, page: number): number | null {
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

function rowAt(target: EventTarget | null): number | null {
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
function reveal(scroller: HTMLElement, place: number, rowHeight: number): void {
  const top = place * rowHeight,
    bottom = top + rowHeight
  if (top < scroller.scrollTop) scroller.scrollTop = top
  else if (bottom > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = bottom - scroller.clientHeight
}

/** When results move the rows, the selected one stays where it is on the screen. Another choice begins at the top. */
function useSteadyScroll(scroller: RefObject<HTMLElement | null>, place: number | undefined, rowHeight: number): void {
  const before = useRef({ choice: choice.value, selected: selectedId.value, place })
  useLayoutEffect(() => {
    const last = before.current,
      element = scroller.current!
    before.current = { choice: choice.value, selected: selectedId.value, place }
    if (last.choice !== choice.value) {
      if (last.choice.valueRule === choice.value.valueRule || choice.value.sort === 'value') element.scrollTop = 0
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
function useReturn(scroller: RefObject<HTMLElement | null>, place: number | undefined, rowHeight: number): void {
  const isReturning = useRef(place !== undefined)
  useLayoutEffect(() => {
    if (place !== undefined) reveal(scroller.current!, place, rowHeight)
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
    if (hadFocus && rowAt(document.activeElement) !== selected) focusRow(scroller.current!, selected)
  })
}
