import { PhotoError, restorePhotoError } from '../contract/failure'
import { isMemoryError } from '../lib/memory-error'

/**
 * Converts what a worker threw to a PhotoError; comlink keeps only the name and the message of an error. An unexpected
 * error is a bug in this project: it is logged with its stack and never reported as a broken photo.
 */
export function toPhotoError(error: unknown): PhotoError {
  if (error instanceof PhotoError) return error
  const known = error instanceof Error || error instanceof DOMException ? restorePhotoError(error, error) : null
  if (known) return known
  const { name = '', message = String(error) } = (error ?? {}) as Partial<Error>
  if (name === 'AbortError') return new PhotoError('aborted', message, { cause: error })
  if (isMemoryError(error)) return new PhotoError('out-of-memory', message, { cause: error })
  console.error(error)
  return new PhotoError('unexpected', message, { cause: error })
}
