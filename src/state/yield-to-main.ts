import type { Sliced } from '../contract/sliced'

/** Milliseconds of work between two yields: with one more piece of work still well under the 50 ms of a long task. */
const MAX_SLICE_MS = 8

/** For long work on the main thread: when `isDue`, await `take` so that the page can render and handle input. */
export function createYielder(): { readonly isDue: () => boolean; readonly take: () => Promise<void> } {
  let since = performance.now()
  return {
    isDue: () => performance.now() - since >= MAX_SLICE_MS,
    take: async () => {
      await yieldToMain()
      since = performance.now()
    },
  }
}

/** Runs a generator in short slices, yielding to the main thread in between. */
export async function runSliced<T>(work: Sliced<T>): Promise<T> {
  const yielder = createYielder()
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
    if (yielder.isDue()) await yielder.take()
  }
}

/** Without `scheduler.yield` by MessageChannel, because browsers throttle timers in background tabs. */
function yieldToMain(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } }
  if (scheduler?.yield) return scheduler.yield()
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
