import { useOnceLoaded } from '../chosen-profile'
import { chosenBackground } from '../background-choice'
import { batch } from '@preact/signals'
import { isReadable } from '../../lib/is-readable'
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
  findSamePath,
  getAllRows,
  deleteRows,
  getFile,
  getFullReport,
  publishRows,
  replaceFile,
  resetRow,
  getRow,
  updateRow,
} from './list'
import { startRun, pauseRun, stopRun, getPool, getWorkerCount } from './runner'
import * as store from './store'

/** The actions that the batch screen may call. */
export { getFullReport, getThumbnail, getThumbnailUrl } from './list'

/** A file with its path inside the chosen folder ('' at the top level). */
export interface IncomingFile {
  readonly file: File
  readonly folder: string
}

/** Opens the batch screen and keeps its rows. The page's own photo and checker are closed to free memory. */
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

/** Returns to the start screen, stops the run and deletes all rows. The screen asks first when `isUnsaved`. */
export function closeBatch(): void {
  openRow(null)
  stopRun()
  deleteRows(getAllRows().map(({ id }) => id))
  publishRows()
  store.isBatchOpen.value = false
  void preloadChecker()
}

export interface AddedFiles {
  readonly added: number
  /** Files whose new version took the row of the old one. */
  readonly replaced: number
  /** Skipped: the same folder, name, size and date as a row. */
  readonly already: number
}

/** Appends files, or replaces those that were changed on disk since, and starts (or continues) checking. */
export async function addFiles(files: readonly IncomingFile[]): Promise<AddedFiles> {
  const yielder = createYielder()
  let [added, replaced] = [0, 0]
  for (const { file, folder } of files) {
    // Reading a file's size and date takes about 0.33 ms, because the browser asks the operating system.
    if (yielder.isDue()) await yielder.take()
    if (!store.isBatchOpen.value) break
    const outdated = await findOutdatedRow(file, folder)
    if (outdated !== undefined) {
      if (store.openRowId.value === outdated) openRow(null)
      replaceFile(outdated, file)
      replaced++
    } else if (addEntry(file, folder)) added++
  }
  publishRows()
  const { phase } = store.run.value
  if ((added || replaced) && phase !== 'paused' && phase !== 'pausing') void startRun()
  return { added, replaced, already: files.length - added - replaced }
}

/**
 * The row of an older version of this file. Two files of one name may be two photos, of two cameras in two folders that
 * were added one by one; but a browser reads no file that has changed on disk since it was chosen. That tells them
 * apart.
 */
async function findOutdatedRow(file: File, folder: string): Promise<number | undefined> {
  const id = findSamePath(file, folder)
  if (id === undefined || getRow(id)?.state === 'checking') return undefined
  return (await isReadable(getFile(id)!)) ? undefined : id
}

/** Checks in progress are finished; no new ones start. */
export function pause(): void {
  pauseRun()
}

/** Continues with the waiting files after pause, cancel or a failure. */
export function resume(): void {
  void startRun()
}

/** Stops at once: files being checked wait again; the workers are closed to free their memory. */
export function cancel(): void {
  stopRun()
}

/** Failed files (only `id` if given) are queued and checked again. */
export function retryFailed(id?: number): void {
  for (const row of getAllRows()) {
    if (row.state !== 'failed' || (id !== undefined && row.id !== id)) continue
    resetRow(row.id)
  }
  publishRows()
  void startRun()
}

/** Removes rows from the list. */
export function removeRows(ids: ReadonlySet<number>): void {
  if (store.openRowId.value !== null && ids.has(store.openRowId.value)) openRow(null)
  deleteRows(ids)
  publishRows()
}

/** Switches the profile: everything is checked again. Rows accepted by a person stay accepted. */
export function setBatchProfile(id: string): void {
  if (id !== page.profileId.value) void useOnceLoaded(id, () => applyBatchProfile(id))
}

function applyBatchProfile(id: string): void {
  openRow(null)
  stopRun()
  chosenBackground.value = null
  page.profileId.value = id
  if (id !== OWN_PROFILE_ID) rememberProfile(id)
  for (const row of getAllRows()) resetRow(row.id)
  publishRows()
  void startRun()
}

/** Records that a person accepts the photo; null withdraws it. */
export function acceptRow(id: number, note: string | null): void {
  updateRow(id, { acceptance: note === null ? null : { note: note.trim(), at: new Date().toISOString() } })
  publishRows()
  store.isUnsaved.value = true
}

/**
 * Opens one row: puts its photo and full report into `photo` and `report` of src/state/store, so that the result
 * views show them. null returns to the table.
 */
export function openRow(id: number | null): void {
  const row = id === null ? undefined : getRow(id)
  batch(() => {
    removePhotoEntries()
    page.selectedCheckId.value = null
    store.openRowId.value = row?.id ?? null
    if (!row) return
    addPhotoEntries([getFile(row.id)!], 'file')
    const photo = page.photos.value[0]!
    updatePhoto(photo.id, { checked: row.state === 'checked', report: getFullReport(row) })
    page.openPhotoId.value = photo.id
  })
}

/** Makes the compliant JPEG of a row in a free worker. Errors: PhotoError. */
export async function producePhoto(
  id: number,
  signal: AbortSignal,
): Promise<{ readonly jpeg: Blob; readonly report: Report }> {
  return (await getPool()).produce(getFile(id)!, { signal })
}

/** How many `producePhoto` calls may run at once. */
export const getProducerCount = getWorkerCount

/** The user has saved the results: leaving the page no longer asks for confirmation. */
export function markSaved(): void {
  store.isUnsaved.value = false
}
