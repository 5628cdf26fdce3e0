import { makeZip } from 'client-zip'
import type { FailureCode } from '../../contract/failure'
import { toFailureCode } from '../../lib/failure-code'
import type { ZipEntry } from '../../delivery/zip-plan'
import { mapInOrder } from './map-in-order'

export interface ZipJob {
  readonly entries: readonly ZipEntry[]
  /** Produces the compliant file of a row. */
  readonly produce: (id: number, signal: AbortSignal) => Promise<{ readonly jpeg: Blob }>
  readonly getConcurrency: () => number
  /** Builds the CSV of all results. It is the last entry, because only then is it known which files failed and why. */
  readonly buildResults: (failedFiles: FailedFiles) => Promise<Blob>
  /** Modification time of every entry. */
  readonly modified: Date
  /** Owned by `writeZip`: closed when all is written, aborted on failure. */
  readonly target: WritableStream<Uint8Array>
  readonly onProgress: (done: number) => void
  readonly signal: AbortSignal
}

/** Failure codes of files that could not be produced, by row id. */
export type FailedFiles = ReadonlyMap<number, FailureCode>

export const RESULTS_FILE_NAME = 'results.csv'

/**
 * Produces the files and writes them into a ZIP as they are ready. A file that fails is left out and returned. Errors:
 * AbortError of `signal`; those of writing.
 */
export async function writeZip({
  entries,
  produce,
  getConcurrency,
  buildResults,
  modified,
  target,
  onProgress,
  signal,
}: ZipJob): Promise<FailedFiles> {
  const failedFiles = new Map<number, FailureCode>()
  async function* files(): AsyncGenerator<{ name: string; lastModified: Date; input: Blob }> {
    let done = 0
    for await (const outcome of mapInOrder(entries, getConcurrency, ({ row }, stop) => produce(row.id, stop), signal)) {
      const { row, path } = outcome.item
      if ('made' in outcome) yield { name: path, lastModified: modified, input: outcome.made.jpeg }
      else failedFiles.set(row.id, toFailureCode(outcome.error))
      onProgress(++done)
    }
    yield { name: RESULTS_FILE_NAME, lastModified: modified, input: await buildResults(failedFiles) }
  }
  await makeZip(files()).pipeTo(target, { signal })
  return failedFiles
}
