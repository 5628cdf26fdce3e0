import type { BatchRow } from '../contract/batch'
import type { Report } from '../contract/report'

export interface JsonContent {
  readonly rows: readonly BatchRow[]
  readonly profile: { readonly id: string; readonly version: string }
  /** ISO 8601, UTC. */
  readonly made: string
  /** With outlines. */
  readonly getReport: (row: BatchRow) => Report | null
}

/**
 * All reports of a batch, whole, as JSON of schema `zhaojian-batch/1`; a piece a file, since thousands of them are no
 * string to hold.
 */
export function* generateJsonPieces({
  rows,
  profile: { id, version },
  made,
  getReport,
}: JsonContent): Generator<string> {
  yield `{"schema":"zhaojian-batch/1","made":${JSON.stringify(made)},"profile":${JSON.stringify({ id, version })},"files":[`
  let between = '\n'
  for (const row of rows) {
    const { name, folder, bytes, state, failure, acceptance } = row
    yield `${between}${JSON.stringify({ name, folder, bytes, state, failure, acceptance, report: getReport(row) })}`
    between = ',\n'
  }
  yield '\n]}\n'
}
