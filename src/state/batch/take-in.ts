import { signal } from '@preact/signals'
import { addFiles, openBatch } from './actions'
import type { Entry } from './door'
import { sortFiles, walkEntries, walkHandle, type Found, type FolderHandle } from './folders'

/** Takes files and folders into the batch, and says what became of them. */

export interface Intake {
  readonly added: number
  /** Were there already. */
  readonly already: number
  readonly others: number
  readonly unreadable: number
}
/** Of the last choice or drop; null before one, and once it was dismissed. */
export const intake = signal<Intake | null>(null)
/** A folder is being read. */
export const isReading = signal(false)

export const takeFiles = (files: Iterable<File>): Promise<void> => take(sortFiles(files))
export const takeEntries = (entries: readonly Entry[]): Promise<void> => take(walkEntries(entries))
export const takeFolder = (folder: FolderHandle): Promise<void> => take(walkHandle(folder))
export function forgetIntake(): void {
  intake.value = null
}

async function take(finding: Found | Promise<Found>): Promise<void> {
  openBatch()
  isReading.value = true
  try {
    const { incoming, others, unreadable } = await finding
    const already = await addFiles(incoming)
    intake.value = { added: incoming.length - already, already, others, unreadable }
  } finally {
    isReading.value = false
  }
}
