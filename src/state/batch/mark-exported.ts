import type { BatchRow } from '../../contract/batch'
import { markSaved } from './actions'
import { rows } from './store'

/** An export holds these rows: nothing is unsaved any more where they are all that there is, as it is now. */
export function markExported(held: readonly BatchRow[]): void {
  const inIt = new Set(held)
  if (rows.peek().every(row => inIt.has(row))) markSaved()
}
