import type { BatchRow } from '../../contract/batch'
import { markSaved } from './actions'
import { rows } from './store'

/** Clears `isUnsaved` if the export holds every row in its current state. */
export function markExported(exported: readonly BatchRow[]): void {
  const exportedRows = new Set(exported)
  if (rows.peek().every(row => exportedRows.has(row))) markSaved()
}
