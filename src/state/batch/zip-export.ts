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

/** The running ZIP export, independent of the batch view that is shown. */

export type ZipState =
  | { readonly is: 'idle' | 'cancelled' | 'broken' }
  | { readonly is: 'making'; readonly done: number; readonly all: number }
  | {
      readonly is: 'done'
      readonly written: number
      readonly missed: readonly { readonly row: BatchRow; readonly code: FailureCode }[]
    }

export const zipState = signal<ZipState>({ is: 'idle' })

let activeExport: AbortController | null = null

type BuildResults = (failedFiles: FailedFiles) => Promise<Blob>

/**
 * Saves one ZIP at a time. Must be called within the user's click (transient activation). `buildResults` builds the CSV
 * once it is known which photos failed.
 */
export async function saveZip(plan: ZipPlan, fileName: string, now: Date, buildResults: BuildResults): Promise<void> {
  if (activeExport) return
  const { signal: signal } = (activeExport = new AbortController())
  try {
    const target = await openSaveTarget(fileName, 'application/zip', '.zip')
    if (!target) return
    try {
      const failedFiles = await writePlan(plan, { buildResults, modified: now, target: target.stream, signal: signal })
      target.finish()
      markExported(plan.rows)
      zipState.value = describeDone(plan, failedFiles)
    } catch (error) {
      await target.discard()
      throw error
    }
  } catch (error) {
    if (!signal.aborted) console.error(error)
    zipState.value = { is: signal.aborted ? 'cancelled' : 'broken' }
  } finally {
    activeExport = null
  }
}

type WriteOptions = Pick<Parameters<typeof writeZip>[0], 'buildResults' | 'modified' | 'target' | 'signal'>

/** Writes the ZIP and shows its progress. */
function writePlan({ entries }: ZipPlan, options: WriteOptions): Promise<FailedFiles> {
  const total = entries.length
  const onProgress = (done: number): void => {
    if (!options.signal.aborted) zipState.value = { is: 'making', done, all: total }
  }
  onProgress(0)
  return writeZip({ ...options, entries, produce: producePhoto, getConcurrency: getProducerCount, onProgress })
}

function describeDone({ entries }: ZipPlan, failedFiles: FailedFiles): ZipState {
  return {
    is: 'done',
    written: entries.length - failedFiles.size,
    missed: entries.flatMap(({ row }) => {
      const code = failedFiles.get(row.id)
      return code ? [{ row, code }] : []
    }),
  }
}

export function cancelZip(): void {
  activeExport?.abort()
}

// A new profile makes the running export obsolete; closing the batch cancels it.
profileId.subscribe(cancelZip)
effect(() => {
  if (!isBatchOpen.value) {
    cancelZip()
    zipState.value = { is: 'idle' }
  }
})
