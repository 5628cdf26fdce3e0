import { PhotoError } from '../contract/failure'

/** Resolves with the work's result; rejects with 'aborted' as soon as the signal aborts, while the work continues. */
export async function untilAborted<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  if (!signal) return work()
  let stop!: () => void
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(new PhotoError('aborted'))
  })
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await Promise.race([work(), aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
