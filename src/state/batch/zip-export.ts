import { effect, signal } from '@preact/signals'
import type { BatchRow } from '../../contract/batch'
import type { FailureCode } from '../../contract/failure'
import type { ZipPlan } from '../../delivery/zip-plan'
import { openSaveTarget } from '../save-target'
import { profileId } from '../store'
import { producePhoto, getProducerCount } from './actions'
import { markExported } from './mark-exported'
import { isBatchOpen } from './store'
import { writeZip, type FailedFiles } from './write-zip'

/** The ZIP that is being saved, independent of the part of the batch that is shown. */

export type ZipState =
  | { readonly is: 'idle' | 'cancelled' | 'broken' }
  | { readonly is: 'making'; readonly done: number; readonly all: number }
  | {
      readonly is: 'done'
      readonly written: number
      readonly missed: readonly { readonly row: BatchRow; readonly code: FailureCode }[]
    }

export const zipState = signal<ZipState>({ is: 'idle' })

let running: AbortController | null = null

type BuildResults = (missed: FailedFiles) => Promise<Blob>

/**
 * Saves one ZIP at a time. Must be called within the user's click. `buildResults` builds the table of results, once the
 * photos that could not be made are known.
 */
export async function saveZip(plan: ZipPlan, fileName: string, now: Date, buildResults: BuildResults): Promise<void> {
  if (running) return
  const { signal: cancelling } = (running = new AbortController())
  try {
    const target = await openSaveTarget(fileName, 'application/zip', '.zip')
    if (!target) return
    try {
      const missed = await writePlan(plan, { buildResults, modified: now, target: target.stream, signal: cancelling })
      target.finish()
      markExported(plan.rows)
      zipState.value = describeDone(plan, missed)
    } catch (error) {
      await target.discard()
      throw error
    }
  } catch (error) {
    if (!cancelling.aborted) console.error(error)
    zipState.value = { is: cancelling.aborted ? 'cancelled' : 'broken' }
  } finally {
    running = null
  }
}

type WriteOptions = Pick<Parameters<typeof writeZip>[0], 'buildResults' | 'modified' | 'target' | 'signal'>

/** Writes the ZIP and shows its progress. */
function writePlan({ entries }: ZipPlan, options: WriteOptions): Promise<FailedFiles> {
  const all = entries.length
  const onProgress = (done: number): void => {
    if (!options.signal.aborted) zipState.value = { is: 'making', done, all }
  }
  onProgress(0)
  return writeZip({ ...options, entries, produce: producePhoto, getConcurrency: getProducerCount, onProgress })
}

function describeDone({ entries }: ZipPlan, missed: FailedFiles): ZipState {
  return {
    is: 'done',
    written: entries.length - missed.size,
    missed: entries.flatMap(({ row }) => {
      const code = missed.get(row.id)
      return code ? [{ row, code }] : []
    }),
  }
}

export function cancelZip(): void {
  running?.abort()
}

// Another profile makes other files, and a closed batch makes none.
profileId.subscribe(cancelZip)
effect(() => {
  if (!isBatchOpen.value) {
    cancelZip()
    zipState.value = { is: 'idle' }
  }
})
