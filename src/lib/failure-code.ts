import { isFailureCode, type FailureCode } from '../contract/failure'

/** The failure code of a thrown value. One without a code is a bug and is logged; the library logs its own. */
export function toFailureCode(error: unknown): FailureCode {
  const code = (error as { code?: unknown } | null)?.code
  if (isFailureCode(code)) return code
  console.error(error)
  return 'unexpected'
}
