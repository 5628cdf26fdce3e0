/** Milliseconds before each retry. */
const RETRY_DELAYS_MS: readonly number[] = [500, 1000, 2000, 4000]

/** The server answered that the file does not exist: retrying is pointless. */
export class NotFoundError extends Error {}

/** Throws on a failed response: NotFoundError, or another Error where a retry may help. */
export function assertOk({ ok, status }: Response): void {
  if (status >= 500 || status === 408 || status === 429) throw new Error(`status ${status}`)
  if (!ok) throw new NotFoundError(`status ${status}`)
}

/**
 * Retries with growing delays, sooner when the network comes back. If `isFurther` says that the failed attempt made
 * progress, the count restarts, so that a long file gets through on an unreliable connection. Throws the last error.
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
