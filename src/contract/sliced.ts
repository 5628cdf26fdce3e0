/**
 * Work over many things that gives way after each: whoever runs it says when to go on, so that a page can breathe
 * meanwhile.
 */
export type Sliced<T> = Generator<void, T>

/** Does it in one go. */
export function runToEnd<T>(work: Sliced<T>): T {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}
