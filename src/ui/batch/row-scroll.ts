import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { rowFilter, selectedId } from '../../state/batch/table-view'

/** Scroll position and focus of the table's rows, while results and selection change. */

export function findRowId(target: EventTarget | null): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
  return row ? Number(row.dataset['row']) : null
}

/** Returns false where the row is not rendered. */
function focusRow(scroller: HTMLElement, id: number | null): boolean {
  const row = scroller.querySelector<HTMLElement>(`[data-row="${id}"]`)
  row?.focus({ preventScroll: true })
  return row !== null
}

/** Scrolls only as far as needed. */
export function scrollToRow(scroller: HTMLElement, place: number, rowHeight: number): void {
  const top = place * rowHeight
  const bottom = top + rowHeight
  if (top < scroller.scrollTop) scroller.scrollTop = top
  else if (bottom > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = bottom - scroller.clientHeight
}

/** Keeps the selected row in place on the screen when results move it. Another filter or order begins at the top. */
export function useSteadyScroll(
  scroller: RefObject<HTMLElement | null>,
  place: number | undefined,
  rowHeight: number,
): void {
  const before = useRef({ choice: rowFilter.value, selected: selectedId.value, place })
  useLayoutEffect(() => {
    const last = before.current
    const element = scroller.current!
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

/** Returning from an open row: scrolls it into view and focuses it as soon as it is rendered. */
export function useReturnFocus(
  scroller: RefObject<HTMLElement | null>,
  place: number | undefined,
  rowHeight: number,
): void {
  const isReturning = useRef(place !== undefined)
  useLayoutEffect(() => {
    if (place !== undefined) scrollToRow(scroller.current!, place, rowHeight)
  }, [])
  useLayoutEffect(() => {
    if (isReturning.current && focusRow(scroller.current!, selectedId.value)) isReturning.current = false
  })
}

/**
 * The focus follows the selection, and a row keeps it when it is moved among its neighbours: browsers blur an element
 * that is moved.
 */
export function useKeptFocus(scroller: RefObject<HTMLElement | null>, selected: number | null): void {
  const hadFocus = scroller.current?.contains(document.activeElement) ?? false
  useLayoutEffect(() => {
    if (hadFocus && findRowId(document.activeElement) !== selected) focusRow(scroller.current!, selected)
  })
}
