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

/** The ZIP that is being saved, whichever part of the batch is looked at meanwhile. */

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

/**
 * One at a time. To be called within the user's click. `buildResults`: the table, once it is known what could not be made.
 */
export async function saveZip(
  plan: ZipPlan,
  fileName: string,
  now: Date,
  buildResults: (missed: FailedFiles) => Promise<Blob>,
): Promise<void> {
  if (running) return
  const { signal: cancelling } = (running = new AbortController())
  try {
    const target = await openSaveTarget(fileName, 'application/zip', '.zip')
    if (!target) return
    try {
      const all = plan.entries.length
      const onProgress = (done: number): void => {
        if (!cancelling.aborted) zipState.value = { is: 'making', done, all }
      }
      onProgress(0)
      const missed = await writeZip({
        entries: plan.entries,
        produce: producePhoto,
        getConcurrency: getProducerCount,
        buildResults,
        modified: now,
        target: target.stream,
        onProgress,
        signal: cancelling,
      })
      target.finish()
      markExported(plan.rows)
      zipState.value = {
        is: 'done',
        written: all - missed.size,
        missed: plan.entries.flatMap(({ row }) => {
          const code = missed.get(row.id)
          return code ? [{ row, code }] : []
        }),
      }
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

export function cancelZip(): void {
  running?.abort()
}

// Other rules make other files; and what is closed is closed.
profileId.subscribe(cancelZip)
effect(() => {
  if (!isBatchOpen.value) {
    cancelZip()
    zipState.value = { is: 'idle' }
  }
})
