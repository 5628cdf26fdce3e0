import type { BatchRow } from '../contract/batch'
import type { Report } from '../contract/report'

export interface JsonContent {
  readonly rows: readonly BatchRow[]
  readonly profile: { readonly id: string; readonly version: string }
  /** ISO 8601, UTC. */
  readonly made: string
  /** Includes the outlines. */
  readonly getReport: (row: BatchRow) => Report | null
}

/**
 * All full reports of a batch as JSON of schema `zhaojian-batch/1`. Yields one piece per photo, because thousands of
 * them exceed the maximum string length.
 */
export function* generateJsonPieces({
  rows,
  profile: { id, version },
  made,
  getReport,
}: JsonContent): Generator<string> {
  const head = JSON.stringify({ schema: 'zhaojian-batch/1', made, profile: { id, version } })
  yield `${head.slice(0, -1)},"files":[`
  let between = '\n'
  for (const row of rows) {
    const { name, folder, bytes, state, failure, acceptance } = row
    yield `${between}${JSON.stringify({ name, folder, bytes, state, failure, acceptance, report: getReport(row) })}`
    between = ',\n'
  }
  yield '\n]}\n'
}
