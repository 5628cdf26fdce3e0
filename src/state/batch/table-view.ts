import { batch, computed, effect, signal } from '@preact/signals'
import { openRow, removeRows } from './actions'
import { openRowId, rows, run } from './store'
import { surveyRows, type RowFilter, type Survey } from '../../report/batch-view'

/** View state of the batch table: filter, order and selection. */

export const rowFilter = signal<RowFilter>({
  kind: 'all',
  rule: null,
  text: '',
  sort: 'added',
  descending: false,
  valueRule: 'glasses.kind',
})
export const selectedId = signal<number | null>(null)

/** Minimum milliseconds between reorderings during a run, so that rows don't jump faster than one can read. */
const REORDER_INTERVAL_MS = 1000

/** The rows that order and counts are computed from: up to 1 s behind `rows` during a run. */
const surveyedRows = signal(rows.peek())

export const survey = computed<Survey>(() => surveyRows(surveyedRows.value, rowFilter.value))
/** Index of each visible row, from 0. */
export const placesById = computed<ReadonlyMap<number, number>>(
  () => new Map(survey.value.order.map((id, place) => [id, place])),
)
/** The current rows, without that delay. */
export const rowsById = computed(() => new Map(rows.value.map(row => [row.id, row])))

/** Keeps `surveyedRows` up to date with `rows`; returns the function that stops it. */
export function followRows(): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  const updateSurveyedRows = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    surveyedRows.value = rows.peek()
  }
  const stopEffect = effect(() => {
    const { phase } = run.value
    // Added or removed rows and the last result are shown at once.
    if (rows.value.length !== surveyedRows.peek().length || (phase !== 'running' && phase !== 'pausing'))
      updateSurveyedRows()
    else timer ??= setTimeout(updateSurveyedRows, REORDER_INTERVAL_MS)
  })
  return () => {
    stopEffect()
    if (timer !== null) clearTimeout(timer)
  }
}

export function setRowFilter(changes: Partial<RowFilter>): void {
  rowFilter.value = { ...rowFilter.value, ...changes }
}

/** Sorts by this column, first in its default direction; called again, it reverses the direction. */
export function sortBy(sort: RowFilter['sort']): void {
  const now = rowFilter.value
  setRowFilter({ sort, descending: sort === now.sort ? !now.descending : sort === 'verdict' })
}

export function selectRow(id: number | null): void {
  selectedId.value = id
}

/** Moves the selection by that many rows, clamped to the list; if a row is open, opens the new one instead. */
export function moveSelection(offset: number): void {
  const { order } = survey.value
  if (!order.length) return
  const now = selectedId.value === null ? -1 : (placesById.value.get(selectedId.value) ?? -1)
  const next = order[Math.min(order.length - 1, Math.max(0, now + offset))]!
  if (openRowId.value === null) selectRow(next)
  else if (next !== openRowId.value) selectAndOpenRow(next)
}

/** Opens a row and selects it, so that it is still marked when the user returns to the table. */
export function selectAndOpenRow(id: number): void {
  batch(() => {
    selectRow(id)
    openRow(id)
  })
}

/** Removes the open row and opens its neighbour; after the last one the table is shown. */
export function removeOpenRow(): void {
  const id = openRowId.value
  if (id === null) return
  const { order } = survey.value
  const place = order.indexOf(id)
  const neighbour = order[place + 1] ?? order[place - 1]
  if (neighbour !== undefined) selectAndOpenRow(neighbour)
  removeRows(new Set([id]))
}
