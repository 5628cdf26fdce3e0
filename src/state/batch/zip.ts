import { makeZip } from 'client-zip'
import { isFailureCode, type FailureCode } from '../../contract/failure'
import type { ZipEntry } from '../../delivery/zip-plan'
import { inOrder } from './in-order'

export interface ZipJob {
  readonly entries: readonly ZipEntry[]
  /** Makes the file of a row. */
  readonly produce: (id: number, signal: AbortSignal) => Promise<{ readonly jpeg: Blob }>
  readonly atOnce: () => number
  /** The table of what came of each file, as the last entry: by then it is known which could not be made, and why. */
  readonly results: (missed: Missed) => Promise<Blob>
  /** Of every entry. */
  readonly modified: Date
  /** Taken over: closed when all is written, aborted when it is not. */
  readonly target: WritableStream<Uint8Array>
  readonly onProgress: (done: number) => void
  readonly signal: AbortSignal
}

/** Files that could not be made, by row id. */
export type Missed = ReadonlyMap<number, FailureCode | 'unexpected'>

export const RESULTS_NAME = 'results.csv'

/**
 * Makes the files and writes them into a ZIP as they come. A file that can't be made is told and left out. Errors:
 * AbortError of `signal`; those of writing.
 */
export async function writeZip({
  entries,
  produce,
  atOnce,
  results,
  modified,
  target,
  onProgress,
  signal,
}: ZipJob): Promise<Missed> {
  const missed = new Map<number, FailureCode | 'unexpected'>()
  async function* files(): AsyncGenerator<{ name: string; lastModified: Date; input: Blob }> {
    let done = 0
    for await (const one of inOrder(entries, atOnce, ({ row }, stop) => produce(row.id, stop), signal)) {
      const { row, path } = one.item
      if ('made' in one) yield { name: path, lastModified: modified, input: one.made.jpeg }
      else missed.set(row.id, codeOf(one.error))
      onProgress(++done)
    }
    yield { name: RESULTS_NAME, lastModified: modified, input: await results(missed) }
  }
  await makeZip(files()).pipeTo(target, { signal })
  return missed
}

function codeOf(error: unknown): FailureCode | 'unexpected' {
  const code = (error as { code?: unknown } | null)?.code
  if (isFailureCode(code)) return code
  console.error(error)
  return 'unexpected'
}
