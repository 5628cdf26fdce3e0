import { effect } from '@preact/signals'
import { showFailure, toFailure } from '../failures'
import { PhotoError } from '../../zhaojian'
import type { DroppedEntry } from './dropped-entry'
import { isBatchOpen } from './store'

/** The way into the batch. What works behind it is loaded only when somebody goes in. */

/** Must be asked for in the drop's own event; afterwards the browser has emptied it. */
export function readDroppedEntries(transfer: DataTransfer): DroppedEntry[] {
  return [...transfer.items].flatMap(item => (item.webkitGetAsEntry?.() as DroppedEntry | null | undefined) ?? [])
}

/** What was dropped or pasted; `files` where the browser gives no entries. */
export async function importIntoBatch(entries: readonly DroppedEntry[], files: readonly File[]): Promise<void> {
  const taking = await loadBatchCode(() => import('./import-files'))
  await (entries.length ? taking?.importEntries(entries) : taking?.importFiles(files))
}

export async function loadAndOpenBatch(): Promise<void> {
  ;(await loadBatchCode(() => import('./actions')))?.openBatch()
}

/** `?batch` in the address opens the batch and stands there while it is open, so that a reload comes back to it. */
export async function syncBatchWithUrl(): Promise<void> {
  if (new URLSearchParams(location.search).has('batch')) await loadAndOpenBatch()
  effect(() => {
    const address = new URL(location.href)
    if (isBatchOpen.value === address.searchParams.has('batch')) return
    if (isBatchOpen.value) address.searchParams.set('batch', '')
    else address.searchParams.delete('batch')
    // As people write it: without the sign of a value that is not there.
    history.replaceState(history.state, '', address.href.replace(/([?&]batch)=(?=&|#|$)/, '$1'))
  })
}

/** Code that does not come (no network, a half-updated host) is told on the start screen. */
async function loadBatchCode<T>(load: () => Promise<T>): Promise<T | null> {
  try {
    return await load()
  } catch (error) {
    showFailure(toFailure(new PhotoError('assets-missing', undefined, { cause: error }), null))
    return null
  }
}
