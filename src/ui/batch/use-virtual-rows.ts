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
  /** The rows to render: those in view, some overscan, and the row at `pinnedIndex`. */
  readonly items: readonly VirtualItem[]
  /** Total height of all rows, px. */
  readonly height: number
}

interface VirtualRowsOptions {
  readonly scroller: RefObject<HTMLElement | null>
  readonly count: number
  /** px, the same for all rows. */
  readonly rowHeight: number
  /** Index of a row that is always rendered, because it may have the focus. */
  readonly pinnedIndex: number | undefined
  /** Scroll position, px: read at the start, then kept up to date. */
  readonly offset: RefObject<number>
}

/** Renders only the rows in view. */
export function useVirtualRows({ scroller, count, rowHeight, pinnedIndex, offset }: VirtualRowsOptions): VirtualRows {
  const [, redraw] = useReducer<number, void>(times => times + 1, 0)
  const virtualizerRef = useRef<Virtualizer<HTMLElement, HTMLElement> | null>(null)
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
      const visible = Array.from({ length: last - first + 1 }, (_, at) => first + at)
      return pinnedIndex === undefined || pinnedIndex >= all || (pinnedIndex >= first && pinnedIndex <= last)
        ? visible
        : pinnedIndex < first
          ? [pinnedIndex, ...visible]
          : [...visible, pinnedIndex]
    },
  }
  const virtualizer = (virtualizerRef.current ??= new Virtualizer(options))
  virtualizer.setOptions(options)
  useLayoutEffect(() => virtualizer._didMount(), [])
  useLayoutEffect(() => virtualizer._willUpdate())
  useLayoutEffect(() => virtualizer.measure(), [rowHeight])
  return { items: virtualizer.getVirtualItems(), height: virtualizer.getTotalSize() }
}
