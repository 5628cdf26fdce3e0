import { batch } from '@preact/signals'
import type { Report } from '../../contract/report'
import { start } from '../actions'
import { breathing } from '../yield-to-main'
import { closeCamera } from '../camera'
import { stopChecking } from '../checking'
import { closeChecker } from '../engine'
import { OWN } from '../own-profile'
import { rememberProfile } from '../preferences'
import { stopSaving } from '../saving'
import { addShots, dropShots, updatePhoto } from '../photos'
import * as page from '../store'
import {
  addEntry,
  allRows,
  dropRows,
  fileOf,
  forgiveBreaks,
  fullReport,
  publish,
  putBack,
  rowOf,
  updateRow,
} from './list'
import { go, rest, stop, workers, workersNow } from './runner'
import * as store from './store'

/** What the batch screen may ask for. */
export { fullReport, thumbnailOf, thumbnailUrl } from './list'

/** A file with its place inside what was chosen ('' at its top). */
export interface Incoming {
  readonly file: File
  readonly folder: string
}

/** Opens the batch screen; what is there stays. The page's own photo and checker make room. */
export function openBatch(): void {
  if (store.batchOpen.value) return
  closeCamera()
  stopChecking()
  stopSaving()
  closeChecker()
  batch(() => {
    dropShots()
    page.failure.value = null
    store.batchOpen.value = true
  })
}

/** Back to the start screen; ends everything and forgets all rows. The screen asks first where `isUnsaved`. */
export function closeBatch(): void {
  openRow(null)
  stop()
  dropRows(allRows().map(({ id }) => id))
  publish()
  store.batchOpen.value = false
  void start()
}

/**
 * Adds files below those that are there and begins (or goes on) checking. A file that is there already (same folder,
 * name, size, date) is left out; gives how many were.
 */
export async function addFiles(files: readonly Incoming[]): Promise<number> {
  const breath = breathing()
  let added = 0
  for (const { file, folder } of files) {
    // A browser asks its system for each file's size and date, a third of a millisecond each.
    if (breath.isDue()) await breath.take()
    if (!store.batchOpen.value) break
    if (addEntry(file, folder)) added++
  }
  publish()
  const { phase } = store.run.value
  if (added && phase !== 'paused' && phase !== 'pausing') void go()
  return files.length - added
}

/** What is under way is finished, nothing new begun. */
export function pause(): void {
  rest()
}

/** Goes on with what waits, after pause, cancel or trouble. */
export function resume(): void {
  void go()
}

/** Ends at once: what is under way waits again, workers and their memory are let go. */
export function cancel(): void {
  stop()
}

/** Failed files (`id`: that one alone) wait again and are checked. */
export function retryFailed(id?: number): void {
  for (const row of allRows()) {
    if (row.state !== 'failed' || (id !== undefined && row.id !== id)) continue
    forgiveBreaks(row.id)
    putBack(row.id)
  }
  publish()
  void go()
}

/** Takes rows out of the list. */
export function removeRows(ids: ReadonlySet<number>): void {
  if (store.openRowId.value !== null && ids.has(store.openRowId.value)) openRow(null)
  dropRows(ids)
  publish()
}

/** Another school: everything is checked anew. What a person has accepted stays accepted. */
export function setBatchProfile(id: string): void {
  if (id === page.profileId.value) return
  openRow(null)
  stop()
  page.profileId.value = id
  if (id !== OWN) rememberProfile(id)
  for (const row of allRows()) putBack(row.id)
  publish()
  void go()
}

/** Records that a person takes the photo as good; null takes it back. */
export function accept(id: number, note: string | null): void {
  updateRow(id, { acceptance: note === null ? null : { note: note.trim(), at: new Date().toISOString() } })
  publish()
  store.isUnsaved.value = true
}

/**
 * Looks at one row closely: its photo and full report are then what `photo` and `report` of src/state/store hold, so
 * that the result's
 * own views show them. null: back to the table.
 */
export function openRow(id: number | null): void {
  const row = id === null ? undefined : rowOf(id)
  batch(() => {
    dropShots()
    page.selectedCheck.value = null
    store.openRowId.value = row?.id ?? null
    if (!row) return
    addShots([fileOf(row.id)!], 'file')
    const shot = page.photos.value[0]!
    updatePhoto(shot.id, { checked: row.state === 'checked', report: fullReport(row) })
    page.openId.value = shot.id
  })
}

/** Makes the compliant JPEG of a row, by a free worker. Errors: PhotoError. */
export async function produceRow(
  id: number,
  signal: AbortSignal,
): Promise<{ readonly jpeg: Blob; readonly report: Report }> {
  return (await workers()).produce(fileOf(id)!, { signal })
}

/** How many `produceRow` may run at once. */
export const producersAtOnce = workersNow

/** The results are where the user saved them: leaving asks no more. */
export function markSaved(): void {
  store.isUnsaved.value = false
}
