import { effect } from '@preact/signals'
import { showFailure, toFailure } from '../failures'
import { PhotoError } from '../../zhaojian'
import type { DroppedEntry } from './dropped-entry'
import { isBatchOpen } from './store'

/** Entry point of the batch; its code is loaded only when it is opened. */

/** Must be called synchronously in the drop event; the browser empties the transfer afterwards. */
export function readDroppedEntries(transfer: DataTransfer): DroppedEntry[] {
  return [...transfer.items].flatMap(item => (item.webkitGetAsEntry?.() as DroppedEntry | null | undefined) ?? [])
}

/** Imports what was dropped or pasted; `files` is used where the browser gives no entries. */
export async function importIntoBatch(entries: readonly DroppedEntry[], files: readonly File[]): Promise<void> {
  const importer = await loadBatchCode(() => import('./import-files'))
  await (entries.length ? importer?.importEntries(entries) : importer?.importFiles(files))
}

export async function loadAndOpenBatch(): Promise<void> {
  ;(await loadBatchCode(() => import('./actions')))?.openBatch()
}

/** `?batch` in the URL opens the batch; it stays in the URL while the batch is open, so that a reload returns to it. */
export async function syncBatchWithUrl(): Promise<void> {
  if (new URLSearchParams(location.search).has('batch')) await loadAndOpenBatch()
  effect(() => {
    const address = new URL(location.href)
    if (isBatchOpen.value === address.searchParams.has('batch')) return
    if (isBatchOpen.value) address.searchParams.set('batch', '')
    else address.searchParams.delete('batch')
    // URL writes `batch=`; drop the `=` of the empty value, as people write it.
    history.replaceState(history.state, '', address.href.replace(/([?&]batch)=(?=&|#|$)/, '$1'))
  })
}

/** A failed code load (no network, a half-updated host) is shown on the start screen. */
async function loadBatchCode<T>(load: () => Promise<T>): Promise<T | null> {
  try {
    return await load()
  } catch (error) {
    showFailure(toFailure(new PhotoError('assets-missing', undefined, { cause: error }), null))
    return null
  }
}
