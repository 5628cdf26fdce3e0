import { batch } from '@preact/signals'
import type { Report } from '../../contract/report'
import { preloadChecker } from '../actions'
import { createYielder } from '../yield-to-main'
import { closeCamera } from '../camera'
import { stopChecking } from '../checking'
import { closeChecker } from '../checker'
import { OWN_PROFILE_ID } from '../own-profile'
import { rememberProfile } from '../preferences'
import { stopSaving } from '../saving'
import { addPhotoEntries, removePhotoEntries, updatePhoto } from '../photos'
import * as page from '../store'
import {
  addEntry,
  getAllRows,
  deleteRows,
  getFile,
  resetCrashes,
  getFullReport,
  publishRows,
  resetRow,
  getRow,
  updateRow,
} from './list'
import { startRun, pauseRun, stopRun, getPool, getWorkerCount } from './runner'
import * as store from './store'

/** What the batch screen may ask for. */
export { getFullReport, getThumbnail, getThumbnailUrl } from './list'

/** A file with its place inside what was chosen ('' at its top). */
export interface IncomingFile {
  readonly file: File
  readonly folder: string
}

/** Opens the batch screen; what is there stays. The page's own photo and checker make room. */
export function openBatch(): void {
  if (store.isBatchOpen.value) return
  closeCamera()
  stopChecking()
  stopSaving()
  closeChecker()
  batch(() => {
    removePhotoEntries()
    page.failure.value = null
    store.isBatchOpen.value = true
  })
}

/** Back to the start screen; ends everything and forgets all rows. The screen asks first where `isUnsaved`. */
export function closeBatch(): void {
  openRow(null)
  stopRun()
  deleteRows(getAllRows().map(({ id }) => id))
  publishRows()
  store.isBatchOpen.value = false
  void preloadChecker()
}

/**
 * Adds files below those that are there and begins (or goes on) checking. A file that is there already (same folder,
 * name, size, date) is left out; gives how many were.
 */
export async function addFiles(files: readonly IncomingFile[]): Promise<number> {
  const breath = createYielder()
  let added = 0
  for (const { file, folder } of files) {
    // A browser asks its system for each file's size and date, a third of a millisecond each.
    if (breath.isDue()) await breath.take()
    if (!store.isBatchOpen.value) break
    if (addEntry(file, folder)) added++
  }
  publishRows()
  const { phase } = store.run.value
  if (added && phase !== 'paused' && phase !== 'pausing') void startRun()
  return files.length - added
}

/** What is under way is finished, nothing new begun. */
export function pause(): void {
  pauseRun()
}

/** Goes on with what waits, after pause, cancel or trouble. */
export function resume(): void {
  void startRun()
}

/** Ends at once: what is under way waits again, workers and their memory are let go. */
export function cancel(): void {
  stopRun()
}

/** Failed files (`id`: that one alone) wait again and are checked. */
export function retryFailed(id?: number): void {
  for (const row of getAllRows()) {
    if (row.state !== 'failed' || (id !== undefined && row.id !== id)) continue
    resetCrashes(row.id)
    resetRow(row.id)
  }
  publishRows()
  void startRun()
}

/** Takes rows out of the list. */
export function removeRows(ids: ReadonlySet<number>): void {
  if (store.openRowId.value !== null && ids.has(store.openRowId.value)) openRow(null)
  deleteRows(ids)
  publishRows()
}

/** Another school: everything is checked anew. What a person has accepted stays accepted. */
export function setBatchProfile(id: string): void {
  if (id === page.profileId.value) return
  openRow(null)
  stopRun()
  page.profileId.value = id
  if (id !== OWN_PROFILE_ID) rememberProfile(id)
  for (const row of getAllRows()) resetRow(row.id)
  publishRows()
  void startRun()
}

/** Records that a person takes the photo as good; null takes it back. */
export function acceptRow(id: number, note: string | null): void {
  updateRow(id, { acceptance: note === null ? null : { note: note.trim(), at: new Date().toISOString() } })
  publishRows()
  store.isUnsaved.value = true
}

/**
 * Looks at one row closely: its photo and full report are then what `photo` and `report` of src/state/store hold, so
 * that the result's own views show them. null: back to the table.
 */
export function openRow(id: number | null): void {
  const row = id === null ? undefined : getRow(id)
  batch(() => {
    removePhotoEntries()
    page.selectedCheckId.value = null
    store.openRowId.value = row?.id ?? null
    if (!row) return
    addPhotoEntries([getFile(row.id)!], 'file')
    const shot = page.photos.value[0]!
    updatePhoto(shot.id, { checked: row.state === 'checked', report: getFullReport(row) })
    page.openPhotoId.value = shot.id
  })
}

/** Makes the compliant JPEG of a row, by a free worker. Errors: PhotoError. */
export async function producePhoto(
  id: number,
  signal: AbortSignal,
): Promise<{ readonly jpeg: Blob; readonly report: Report }> {
  return (await getPool()).produce(getFile(id)!, { signal })
}

/** How many `produceRow` may run at once. */
export const getProducerCount = getWorkerCount

/** The results are where the user saved them: leaving asks no more. */
export function markSaved(): void {
  store.isUnsaved.value = false
}
