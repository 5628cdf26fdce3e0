/** The result or error for one item. */
export type Outcome<T, R> = { readonly item: T; readonly made: R } | { readonly item: T; readonly error: unknown }

/**
 * Yields the results of `make` in the items' order, running a few at a time: a new item is started only after the
 * consumer has taken one, so that at most `atOnce()` results are in memory. A failing item yields its error. Errors:
 * AbortError as soon as `signal` aborts, without waiting for running items. On abort, and when the consumer stops, the
 * signal passed to `make` is aborted.
 */
export async function* mapInOrder<T, R>(
  items: Iterable<T>,
  atOnce: () => number,
  make: (item: T, signal: AbortSignal) => Promise<R>,
  signal: AbortSignal,
): AsyncGenerator<Outcome<T, R>> {
  const stopController = new AbortController()
  const stop = (): void => stopController.abort()
  const aborted = new Promise<never>((_, reject) =>
    stopController.signal.addEventListener('abort', () => reject(new DOMException('Cancelled', 'AbortError'))),
  )
  // Avoids an unhandled rejection when nothing awaits it.
  aborted.catch(() => {})
  signal.addEventListener('abort', stop)
  if (signal.aborted) stop()
  const iterator = items[Symbol.iterator]()
  const pending: Promise<Outcome<T, R>>[] = []
  const startNext = (): boolean => {
    const { done, value: item } = iterator.next()
    if (!done)
      pending.push(
        make(item, stopController.signal).then(
          made => ({ item, made }),
          (error: unknown) => ({ item, error }),
        ),
      )
    return !done
  }
  try {
    for (;;) {
      while (!stopController.signal.aborted && pending.length < Math.max(1, atOnce()) && startNext());
      const first = pending.shift()
      if (!first && !stopController.signal.aborted) return
      yield await Promise.race([aborted, ...(first ? [first] : [])])
    }
  } finally {
    signal.removeEventListener('abort', stop)
    stop()
  }
}
