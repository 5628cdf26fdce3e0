/** What came of one item. */
export type Outcome<T, R> = { readonly item: T; readonly made: R } | { readonly item: T; readonly error: unknown }

/**
 * What `make` makes of each item, in the items' order, a few at a time: nothing new is begun before something was
 * taken, so that no more than `atOnce()` results are ever held. An item that fails gives its error. Errors: AbortError
 * of `signal`, at once, whatever is under way. Then, and where the taker stops, the signal that `make` was given is
 * aborted.
 */
export async function* mapInOrder<T, R>(
  items: Iterable<T>,
  atOnce: () => number,
  make: (item: T, signal: AbortSignal) => Promise<R>,
  signal: AbortSignal,
): AsyncGenerator<Outcome<T, R>> {
  const stopping = new AbortController()
  const stop = (): void => stopping.abort()
  const stopped = new Promise<never>((_, reject) =>
    stopping.signal.addEventListener('abort', () => reject(new DOMException('Cancelled', 'AbortError'))),
  )
  // Nobody may be waiting for it.
  stopped.catch(() => {})
  signal.addEventListener('abort', stop)
  if (signal.aborted) stop()
  const waiting = items[Symbol.iterator]()
  const underWay: Promise<Outcome<T, R>>[] = []
  const beginNext = (): boolean => {
    const { done, value: item } = waiting.next()
    if (!done)
      underWay.push(
        make(item, stopping.signal).then(
          made => ({ item, made }),
          (error: unknown) => ({ item, error }),
        ),
      )
    return !done
  }
  try {
    for (;;) {
      while (!stopping.signal.aborted && underWay.length < Math.max(1, atOnce()) && beginNext());
      const first = underWay.shift()
      if (!first && !stopping.signal.aborted) return
      yield await Promise.race([stopped, ...(first ? [first] : [])])
    }
  } finally {
    signal.removeEventListener('abort', stop)
    stop()
  }
}
