import { batch } from '@preact/signals'
import { isFailureCode, type FailureCode } from '../contract/failure'
import * as store from './store'

/** What was thrown, as something the page can say in words. */
export function toFailure(
  error: unknown,
  fileName: string | null,
): store.Failure & { readonly code: FailureCode | 'unexpected' } {
  const code = (error as { code?: unknown } | null)?.code
  const about = fileName === null ? {} : { fileName }
  if (isFailureCode(code)) return { code, ...about }
  console.error(error)
  return { code: 'unexpected', detail: error instanceof Error ? error.message : String(error), ...about }
}

export function showFailure(failure: store.Failure): void {
  batch(() => {
    store.failure.value = failure
    store.phase.value = 'failed'
  })
}
