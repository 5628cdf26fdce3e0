import type { Sliced } from '../contract/sliced'

/**
 * Milliseconds of work between two breaths: with what a piece may take, well under the 50 that a page's long task
 * begins at.
 */
const STRETCH = 8

/**
 * For long work on the page: take a breath between two pieces where one is due, and the page draws and answers
 * meanwhile.
 */
export function breathing(): { readonly isDue: () => boolean; readonly take: () => Promise<void> } {
  let since = performance.now()
  return {
    isDue: () => performance.now() - since >= STRETCH,
    take: async () => {
      await nextTask()
      since = performance.now()
    },
  }
}

/** Work that gives way, done in short stretches. */
export async function inBreaths<T>(work: Sliced<T>): Promise<T> {
  const breath = breathing()
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
    if (breath.isDue()) await breath.take()
  }
}

/** A message to oneself: timers are slowed down in a tab that is not looked at. */
function nextTask(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
