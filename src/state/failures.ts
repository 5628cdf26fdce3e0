import { batch } from '@preact/signals'
import type { FailureCode } from '../contract/failure'
import { toFailureCode } from '../lib/failure-code'
import type { Failure } from './page-failure'
import { wasPageReplaced } from './page-version'
import * as store from './store'

/** Maps a thrown error to a failure that the page has words for. */
export function toFailure(error: unknown, fileName: string | null): Failure & { readonly code: FailureCode } {
  const code = toFailureCode(error)
  const about = fileName === null ? {} : { fileName }
  if (code !== 'unexpected') return { code, ...about }
  const { cause = error } = (error ?? {}) as Partial<Error>
  return { code, detail: cause instanceof Error ? cause.message : String(cause), ...about }
}

export function showFailure(failure: Failure): void {
  batch(() => {
    store.failure.value = failure
    store.phase.value = 'failed'
  })
  if (failure.code === 'assets-missing') void tellWhetherReplaced(failure)
}

/** Files that are missing because the host was updated don't come back: a reload gets the new ones. */
async function tellWhetherReplaced(failure: Failure): Promise<void> {
  if ((await wasPageReplaced()) && store.failure.value === failure) store.failure.value = { code: 'page-updated' }
}
