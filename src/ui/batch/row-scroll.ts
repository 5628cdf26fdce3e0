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

/**
 * Keeps the selected row at its screen position when results reorder the list. A new filter or order scrolls to the
 * top.
 */
export function useSteadyScroll(
  scroller: RefObject<HTMLElement | null>,
  place: number | undefined,
  rowHeight: number,
): void {
  const before = useRef({ choice: rowFilter.value, selected: selectedId.value, place })
  useLayoutEffect(() => {
    const previous = before.current
    const element = scroller.current!
    before.current = { choice: rowFilter.value, selected: selectedId.value, place }
    if (previous.choice !== rowFilter.value) {
      if (previous.choice.valueRule === rowFilter.value.valueRule || rowFilter.value.sort === 'value')
        element.scrollTop = 0
      return
    }
    if (
      place === undefined ||
      previous.place === undefined ||
      previous.selected !== selectedId.value ||
      place === previous.place
    )
      return
    const wasInView =
      (previous.place + 1) * rowHeight > element.scrollTop &&
      previous.place * rowHeight < element.scrollTop + element.clientHeight
    if (wasInView) element.scrollTop += (place - previous.place) * rowHeight
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

/** Focuses the selected row, and restores its focus when it is reordered: browsers blur an element that is moved. */
export function useKeptFocus(scroller: RefObject<HTMLElement | null>, selected: number | null): void {
  const hadFocus = scroller.current?.contains(document.activeElement) ?? false
  useLayoutEffect(() => {
    if (hadFocus && findRowId(document.activeElement) !== selected) focusRow(scroller.current!, selected)
  })
}
