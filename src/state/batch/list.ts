import { batch } from '@preact/signals'
import type { BatchRow } from '../../contract/batch'
import type { Report } from '../../contract/report'
import { packReport, unpackReport, type PackedReport } from '../../report/packed-report'
import * as store from './store'

/** The files of the batch and what is kept of each. The screen's `rows` follow it, ten times a second at most. */

interface Entry {
  row: BatchRow
  readonly file: File
  /** Times that a worker broke at it. */
  broken: number
  kept: PackedReport | null
  thumbnail: Blob | null
  thumbnailUrl: string | null
}

/** Milliseconds between two lists. */
const BEAT = 100

const entries = new Map<number, Entry>()
const known = new Set<string>()
let counted = 0
let beat: ReturnType<typeof setTimeout> | null = null
let alike: Report | undefined

/** Same place, name, size and time of change: the same file. */
const keyOf = (file: File, folder: string): string => `${folder}/${file.name}/${file.size}/${file.lastModified}`

/** false where it is there already. */
export function addEntry(file: File, folder: string): boolean {
  const key = keyOf(file, folder)
  if (known.has(key)) return false
  known.add(key)
  const id = ++counted
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
    broken: 0,
    kept: null,
    thumbnail: null,
    thumbnailUrl: null,
  })
  changed()
  return true
}

/** The file that waits longest. */
export function nextWaiting(): number | undefined {
  for (const [id, { row }] of entries) if (row.state === 'waiting') return id
  return undefined
}

export const rowOf = (id: number): BatchRow | undefined => entries.get(id)?.row
export const fileOf = (id: number): File | undefined => entries.get(id)?.file
export const allRows = (): BatchRow[] => [...entries.values()].map(({ row }) => row)

/** A row that was removed meanwhile is not brought back. */
export function updateRow(
  id: number,
  changes: Partial<Pick<BatchRow, 'state' | 'failure' | 'acceptance' | 'report'>>,
): void {
  const entry = entries.get(id)
  if (!entry) return
  entry.row = { ...entry.row, ...changes }
  changed()
}

export function keepReport(id: number, report: Report): void {
  const entry = entries.get(id)
  if (!entry) return
  entry.kept = packReport(report, alike)
  alike = entry.kept.report
  entry.row = { ...entry.row, state: 'checked', report: entry.kept.report, failure: null }
  changed()
}

/** Forgets what was found: the file is to be looked at again. */
export function putBack(id: number): void {
  const entry = entries.get(id)
  if (!entry) return
  entry.kept = null
  dropThumbnail(entry)
  updateRow(id, { state: 'waiting', failure: null, report: null })
}

/** How often a worker has broken at it, this time included. */
export function countBreak(id: number): number {
  const entry = entries.get(id)
  return entry ? ++entry.broken : Infinity
}
export function forgiveBreaks(id: number): void {
  const entry = entries.get(id)
  if (entry) entry.broken = 0
}

export function keepThumbnail(id: number, picture: Blob): void {
  const entry = entries.get(id)
  if (!entry) return
  dropThumbnail(entry)
  entry.thumbnail = picture
}

/**
 * Object URL of a small picture of the planned crop (of the whole photo where there is none), null before it is there.
 * Owned here: don't revoke.
 */
export function thumbnailUrl(id: number): string | null {
  const entry = entries.get(id)
  if (!entry?.thumbnail) return null
  return (entry.thumbnailUrl ??= URL.createObjectURL(entry.thumbnail))
}

/** The same as a Blob, for exports. */
export const thumbnailOf = (id: number): Blob | null => entries.get(id)?.thumbnail ?? null

/** The report with its outlines, for exports and for who looks. */
export function fullReport({ id }: BatchRow): Report | null {
  const kept = entries.get(id)?.kept
  return kept ? unpackReport(kept) : null
}

export function dropRows(ids: Iterable<number>): void {
  for (const id of [...ids]) {
    const entry = entries.get(id)
    if (!entry) continue
    dropThumbnail(entry)
    known.delete(keyOf(entry.file, entry.row.folder))
    entries.delete(id)
  }
  if (!entries.size) alike = undefined
  changed()
}

/** Has the screen see what has changed, now. */
export function publish(): void {
  if (beat !== null) clearTimeout(beat)
  beat = null
  batch(() => {
    store.rows.value = allRows()
    if (!entries.size) store.isUnsaved.value = false
  })
}

function changed(): void {
  beat ??= setTimeout(publish, BEAT)
}

function dropThumbnail(entry: Entry): void {
  if (entry.thumbnailUrl !== null) URL.revokeObjectURL(entry.thumbnailUrl)
  entry.thumbnail = null
  entry.thumbnailUrl = null
}
