import { makeZip } from 'client-zip'
import type { FailureCode } from '../../contract/failure'
import { toFailureCode } from '../../lib/failure-code'
import type { ZipEntry } from '../../delivery/zip-plan'
import { mapInOrder } from './map-in-order'

export interface ZipJob {
  readonly entries: readonly ZipEntry[]
  /** Makes the file of a row. */
  readonly produce: (id: number, signal: AbortSignal) => Promise<{ readonly jpeg: Blob }>
  readonly getConcurrency: () => number
  /** The table of what came of each file, as the last entry: by then it is known which could not be made, and why. */
  readonly buildResults: (missed: FailedFiles) => Promise<Blob>
  /** Of every entry. */
  readonly modified: Date
  /** Taken over: closed when all is written, aborted when it is not. */
  readonly target: WritableStream<Uint8Array>
  readonly onProgress: (done: number) => void
  readonly signal: AbortSignal
}

/** Files that could not be made, by row id. */
export type FailedFiles = ReadonlyMap<number, FailureCode>

export const RESULTS_FILE_NAME = 'results.csv'

/**
 * Makes the files and writes them into a ZIP as they come. A file that can't be made is told and left out. Errors:
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
  const missed = new Map<number, FailureCode>()
  async function* files(): AsyncGenerator<{ name: string; lastModified: Date; input: Blob }> {
    let done = 0
    for await (const one of mapInOrder(entries, getConcurrency, ({ row }, stop) => produce(row.id, stop), signal)) {
      const { row, path } = one.item
      if ('made' in one) yield { name: path, lastModified: modified, input: one.made.jpeg }
      else missed.set(row.id, toFailureCode(one.error))
      onProgress(++done)
    }
    yield { name: RESULTS_FILE_NAME, lastModified: modified, input: await buildResults(missed) }
  }
  await makeZip(files()).pipeTo(target, { signal })
  return missed
}
