import { signal } from '@preact/signals'
import { addFiles, openBatch } from './actions'
import type { DroppedEntry } from './dropped-entry'
import { findInFiles, findInEntries, findInFolder, type FoundFiles, type PickedFolderHandle } from './find-pictures'

/** Takes files and folders into the batch, and says what became of them. */

export interface ImportResult {
  readonly added: number
  /** Were there already. */
  readonly already: number
  readonly others: number
  readonly unreadable: number
}
/** Of the last choice or drop; null before one, and once it was dismissed. */
export const lastImport = signal<ImportResult | null>(null)
/** A folder is being read. */
export const isReadingFiles = signal(false)

export const importFiles = (files: Iterable<File>): Promise<void> => importFound(findInFiles(files))
export const importEntries = (entries: readonly DroppedEntry[]): Promise<void> => importFound(findInEntries(entries))
export const importFolder = (folder: PickedFolderHandle): Promise<void> => importFound(findInFolder(folder))
export function dismissImportResult(): void {
  lastImport.value = null
}

async function importFound(finding: FoundFiles | Promise<FoundFiles>): Promise<void> {
  openBatch()
  isReadingFiles.value = true
  try {
    const { incoming, others, unreadable } = await finding
    const already = await addFiles(incoming)
    lastImport.value = { added: incoming.length - already, already, others, unreadable }
  } finally {
    isReadingFiles.value = false
  }
}
