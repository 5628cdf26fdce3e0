import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualItem,
  type VirtualizerOptions,
} from '@tanstack/virtual-core'
import type { RefObject } from 'preact'
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks'

export interface VirtualRows {
  /** The rows to draw: what is in view, a little more, and `kept`. */
  readonly items: readonly VirtualItem[]
  /** px of all rows. */
  readonly height: number
}

interface VirtualRowsOptions {
  readonly scroller: RefObject<HTMLElement | null>
  readonly count: number
  /** px, the same for all. */
  readonly rowHeight: number
  /** Index of a row that is always drawn, in view or not: the one that may have the focus. */
  readonly pinnedIndex: number | undefined
  /** px scrolled: at the start, and from then on kept up to date. */
  readonly offset: RefObject<number>
}

/** Draws only the rows in view, however many there are. */
export function useVirtualRows({ scroller, count, rowHeight, pinnedIndex, offset }: VirtualRowsOptions): VirtualRows {
  const [, redraw] = useReducer<number, void>(times => times + 1, 0)
  const own = useRef<Virtualizer<HTMLElement, HTMLElement> | null>(null)
  const options: VirtualizerOptions<HTMLElement, HTMLElement> = {
    count,
    overscan: 6,
    initialOffset: offset.current,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: ({ scrollOffset }) => {
      offset.current = scrollOffset ?? 0
      redraw()
    },
    rangeExtractor: ({ startIndex, endIndex, overscan, count: all }) => {
      const first = Math.max(0, startIndex - overscan),
        last = Math.min(all - 1, endIndex + overscan)
      const shown = Array.from({ length: last - first + 1 }, (_, at) => first + at)
      return pinnedIndex === undefined || pinnedIndex >= all || (pinnedIndex >= first && pinnedIndex <= last)
        ? shown
        : pinnedIndex < first
          ? [pinnedIndex, ...shown]
          : [...shown, pinnedIndex]
    },
  }
  const virtualizer = (own.current ??= new Virtualizer(options))
  virtualizer.setOptions(options)
  useLayoutEffect(() => virtualizer._didMount(), [])
  useLayoutEffect(() => virtualizer._willUpdate())
  useLayoutEffect(() => virtualizer.measure(), [rowHeight])
  return { items: virtualizer.getVirtualItems(), height: virtualizer.getTotalSize() }
}
