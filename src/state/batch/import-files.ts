import { signal } from '@preact/signals'
import { addFiles, openBatch } from './actions'
import type { DroppedEntry } from './dropped-entry'
import { findInFiles, findInEntries, findInFolder, type FoundFiles, type PickedFolderHandle } from './find-pictures'

/** Imports files and folders into the batch and reports how many were taken, skipped or unreadable. */

export interface ImportResult {
  readonly added: number
  /** Files whose new version took the row of the old one. */
  readonly replaced: number
  /** Skipped as duplicates. */
  readonly already: number
  readonly others: number
  readonly unreadable: number
}
/** Result of the last import; null before the first one and after it was dismissed. */
export const lastImport = signal<ImportResult | null>(null)
/** A folder is being read. */
export const isReadingFiles = signal(false)

export const importFiles = (files: Iterable<File>): Promise<void> => importFoundFiles(findInFiles(files))
export const importEntries = (entries: readonly DroppedEntry[]): Promise<void> =>
  importFoundFiles(findInEntries(entries))
export const importFolder = (folder: PickedFolderHandle): Promise<void> => importFoundFiles(findInFolder(folder))
export function dismissImportResult(): void {
  lastImport.value = null
}

async function importFoundFiles(found: FoundFiles | Promise<FoundFiles>): Promise<void> {
  openBatch()
  isReadingFiles.value = true
  try {
    const { incoming, others, unreadable } = await found
    lastImport.value = { ...(await addFiles(incoming)), others, unreadable }
  } finally {
    isReadingFiles.value = false
  }
}
