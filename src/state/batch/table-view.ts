import { batch, computed, effect, signal } from '@preact/signals'
import { openRow } from './actions'
import { openRowId, rows, run } from './store'
import { surveyRows, type RowFilter, type Survey } from '../../report/batch-view'

/** What the table shows of the batch: which rows, in which order, and which one is selected. */

export const rowFilter = signal<RowFilter>({
  kind: 'all',
  rule: null,
  text: '',
  sort: 'added',
  descending: false,
  valueRule: 'glasses.kind',
})
export const selectedId = signal<number | null>(null)

/**
 * Milliseconds for which rows keep their places while results stream in: nothing should move under the eyes faster
 * than they follow.
 */
const REORDER_INTERVAL_MS = 1000

/** The rows by which order and counts are made: a second behind while the run is on. */
const surveyedRows = signal(rows.peek())

export const survey = computed<Survey>(() => surveyRows(surveyedRows.value, rowFilter.value))
/** Place of each shown row, from 0. */
export const placesById = computed<ReadonlyMap<number, number>>(
  () => new Map(survey.value.order.map((id, place) => [id, place])),
)
/** Rows as they are now. */
export const rowsById = computed(() => new Map(rows.value.map(row => [row.id, row])))

/** Keeps `settled` up with the rows, until what it returns is called. */
export function followRows(): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  const settle = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    surveyedRows.value = rows.peek()
  }
  const end = effect(() => {
    const { phase } = run.value
    // Rows that came or went are shown at once, and so is the last result.
    if (rows.value.length !== surveyedRows.peek().length || (phase !== 'running' && phase !== 'pausing')) settle()
    else timer ??= setTimeout(settle, REORDER_INTERVAL_MS)
  })
  return () => {
    end()
    if (timer !== null) clearTimeout(timer)
  }
}

export function setRowFilter(changes: Partial<RowFilter>): void {
  rowFilter.value = { ...rowFilter.value, ...changes }
}

/** By this, the way that is most wanted first; a second time, the other way round. */
export function sortBy(sort: RowFilter['sort']): void {
  const now = rowFilter.value
  setRowFilter({ sort, descending: sort === now.sort ? !now.descending : sort === 'verdict' })
}

export function selectRow(id: number | null): void {
  selectedId.value = id
}

/** Selects the row that many places further on, as far as there are rows; opens it where one is open. */
export function moveSelection(by: number): void {
  const { order } = survey.value
  if (!order.length) return
  const now = selectedId.value === null ? -1 : (placesById.value.get(selectedId.value) ?? -1)
  const next = order[Math.min(order.length - 1, Math.max(0, now + by))]!
  if (openRowId.value === null) selectRow(next)
  else if (next !== openRowId.value) selectAndOpenRow(next)
}

/** Opens a row and selects it, so that it is found again. */
export function selectAndOpenRow(id: number): void {
  batch(() => {
    selectRow(id)
    openRow(id)
  })
}
