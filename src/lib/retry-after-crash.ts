import { PhotoError } from '../contract/failure'

export const isCrash = (error: unknown): boolean => error instanceof PhotoError && error.code === 'crashed'

/** Does the work again, once, where a worker died under it: the next call gets a new one, and only time was lost. */
export async function retryAfterCrash<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isCrash(error) || signal?.aborted) throw error
    return work()
  }
}
