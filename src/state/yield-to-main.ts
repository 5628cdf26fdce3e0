import type { Sliced } from '../contract/sliced'

/**
 * Milliseconds of work between two breaths: with what a piece may take, well under the 50 that a page's long task
 * begins at.
 */
const MAX_SLICE_MS = 8

/**
 * For long work on the page: take a breath between two pieces where one is due, and the page draws and answers
 * meanwhile.
 */
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

/** Work that gives way, done in short stretches. */
export async function runSliced<T>(work: Sliced<T>): Promise<T> {
  const breath = createYielder()
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
    if (breath.isDue()) await breath.take()
  }
}

/**
 * `scheduler.yield` where the browser has it, which resumes before other tasks; else a message to itself, because timers
 * are throttled in background tabs.
 */
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
