import { isFailureCode, type FailureCode } from '../contract/failure'

/** The code of what was thrown. What bears none is a bug of ours, logged here; the library has logged its own. */
export function toFailureCode(error: unknown): FailureCode {
  const code = (error as { code?: unknown } | null)?.code
  if (isFailureCode(code)) return code
  console.error(error)
  return 'unexpected'
}
