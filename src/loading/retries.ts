/** Milliseconds before each new try after a failed one. */
const RETRY_DELAYS_MS: readonly number[] = [500, 1000, 2000, 4000]

/** The server answered, and what was asked for is not there: no new try mends that. */
export class NotFoundError extends Error {}

/**
 * Throws where the answer is a failure: NotFoundError, or an Error where the server may answer otherwise later.
 */
export function assertOk({ ok, status }: Response): void {
  if (status >= 500 || status === 408 || status === 429) throw new Error(`status ${status}`)
  if (!ok) throw new NotFoundError(`status ${status}`)
}

/**
 * Tries anew after growing pauses, sooner when the network comes back. `isFurther` tells whether a try that failed has
 * brought the work on: then the count begins anew, so that a long file gets through on a line that breaks often. Throws
 * the last error.
 */
export async function withRetries<T>(work: () => Promise<T>, isFurther: () => boolean = () => false): Promise<T> {
  for (let failures = 0; ;) {
    try {
      return await work()
    } catch (error) {
      failures = isFurther() ? 0 : failures
      const pause = RETRY_DELAYS_MS[failures++]
      if (error instanceof NotFoundError || pause === undefined) throw error
      await waitForDelayOrOnline(pause)
    }
  }
}

function waitForDelayOrOnline(ms: number): Promise<void> {
  return new Promise(resolve => {
    const done = (): void => {
      clearTimeout(timer)
      globalThis.removeEventListener?.('online', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    globalThis.addEventListener?.('online', done)
  })
}
