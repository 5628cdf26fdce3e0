import { batch } from '@preact/signals'
import type { BatchRow } from '../../contract/batch'
import type { Report } from '../../contract/report'
import { packReport, unpackReport, type PackedReport } from '../../report/packed-report'
import * as store from './store'

/** The batch's files and their results. The `rows` signal is updated at most ten times a second. */

interface BatchEntry {
  row: BatchRow
  file: File
  packedReport: PackedReport | null
  thumbnail: Blob | null
  thumbnailUrl: string | null
}

/** Minimum interval between two updates of `rows`. */
const PUBLISH_INTERVAL_MS = 100

const entries = new Map<number, BatchEntry>()
const knownFileKeys = new Set<string>()
/** The last added row of each path: a list of thousands must not be searched for every file that is added. */
const idsByPath = new Map<string, number>()
let lastId = 0
let publishTimer: ReturnType<typeof setTimeout> | null = null
let referenceReport: Report | undefined

const getPath = (file: File, folder: string): string => `${folder}/${file.name}`
/** Same path, name, size and modification time: the same file. */
const getFileKey = (file: File, folder: string): string => `${getPath(file, folder)}/${file.size}/${file.lastModified}`

/** Returns false if the file is already listed. */
export function addEntry(file: File, folder: string): boolean {
  const key = getFileKey(file, folder)
  if (knownFileKeys.has(key)) return false
  knownFileKeys.add(key)
  const id = ++lastId
  idsByPath.set(getPath(file, folder), id)
  entries.set(id, {
    row: {
      id,
      name: file.name,
      folder,
      bytes: file.size,
      state: 'waiting',
      report: null,
      failure: null,
      acceptance: null,
    },
    file,
    packedReport: null,
    thumbnail: null,
    thumbnailUrl: null,
  })
  schedulePublish()
  return true
}

/** Id of the row with this path, whatever its size and date; the last added of several. */
export const findSamePath = (file: File, folder: string): number | undefined => idsByPath.get(getPath(file, folder))

/** Puts the file's new version into its row; the old one's result and acceptance go with it. */
export function replaceFile(id: number, file: File): void {
  const entry = entries.get(id)
  if (!entry) return
  knownFileKeys.delete(getFileKey(entry.file, entry.row.folder))
  knownFileKeys.add(getFileKey(file, entry.row.folder))
  entry.file = file
  entry.row = { ...entry.row, bytes: file.size, acceptance: null }
  resetRow(id)
}

/** Id of the file that has waited longest. */
export function findNextWaiting(): number | undefined {
  for (const [id, { row }] of entries) if (row.state === 'waiting') return id
  return undefined
}

export const getRow = (id: number): BatchRow | undefined => entries.get(id)?.row
export const getFile = (id: number): File | undefined => entries.get(id)?.file
export const getAllRows = (): BatchRow[] => [...entries.values()].map(({ row }) => row)

/** Does nothing if the row was removed meanwhile. */
export function updateRow(
  id: number,
  changes: Partial<Pick<BatchRow, 'state' | 'failure' | 'acceptance' | 'report'>>,
): void {
  const entry = entries.get(id)
  if (!entry) return
  entry.row = { ...entry.row, ...changes }
  schedulePublish()
}

export function storeReport(id: number, report: Report): void {
  const entry = entries.get(id)
  if (!entry) return
  entry.packedReport = packReport(report, referenceReport)
  referenceReport = entry.packedReport.report
  entry.row = { ...entry.row, state: 'checked', report: entry.packedReport.report, failure: null }
  schedulePublish()
}

/** Clears the row's result so that the file is checked again. */
export function resetRow(id: number): void {
  const entry = entries.get(id)
  if (!entry) return
  entry.packedReport = null
  releaseThumbnail(entry)
  updateRow(id, { state: 'waiting', failure: null, report: null })
}

export function storeThumbnail(id: number, picture: Blob): void {
  const entry = entries.get(id)
  if (!entry) return
  releaseThumbnail(entry)
  entry.thumbnail = picture
}

/**
 * Object URL of a thumbnail of the planned crop (of the whole photo if there is none); null until it exists. This
 * module revokes it; callers must not.
 */
export function getThumbnailUrl(id: number): string | null {
  const entry = entries.get(id)
  if (!entry?.thumbnail) return null
  return (entry.thumbnailUrl ??= URL.createObjectURL(entry.thumbnail))
}

/** The same as a Blob, for exports. */
export const getThumbnail = (id: number): Blob | null => entries.get(id)?.thumbnail ?? null

/** The report with its outlines, unpacked for exports and for display. */
export function getFullReport({ id }: BatchRow): Report | null {
  const packed = entries.get(id)?.packedReport
  return packed ? unpackReport(packed) : null
}

export function deleteRows(ids: Iterable<number>): void {
  for (const id of [...ids]) {
    const entry = entries.get(id)
    if (!entry) continue
    releaseThumbnail(entry)
    knownFileKeys.delete(getFileKey(entry.file, entry.row.folder))
    entries.delete(id)
  }
  idsByPath.clear()
  for (const [id, { file, row }] of entries) idsByPath.set(getPath(file, row.folder), id)
  if (!entries.size) referenceReport = undefined
  schedulePublish()
}

/** Publishes pending changes to the `rows` signal now. */
export function publishRows(): void {
  if (publishTimer !== null) clearTimeout(publishTimer)
  publishTimer = null
  batch(() => {
    store.rows.value = getAllRows()
    if (!entries.size) store.isUnsaved.value = false
  })
}

function schedulePublish(): void {
  publishTimer ??= setTimeout(publishRows, PUBLISH_INTERVAL_MS)
}

function releaseThumbnail(entry: BatchEntry): void {
  if (entry.thumbnailUrl !== null) URL.revokeObjectURL(entry.thumbnailUrl)
  entry.thumbnail = null
  entry.thumbnailUrl = null
}
