import { computed, signal } from '@preact/signals'
import type { BatchRow } from '../../contract/batch'
import type { Failure } from '../page-failure'

/** What the batch screen shows. Only src/state/batch writes here. */

/**
 * idle: nothing waits, or nothing was begun; loading: models on their way; running; pausing: what is under way is
 * finished, nothing new begun; paused; stopped: cancelled, or nothing can be checked (`trouble` says why): what waits,
 * waits on.
 */
export type RunPhase = 'idle' | 'loading' | 'running' | 'pausing' | 'paused' | 'stopped'

export interface Run {
  readonly phase: RunPhase
  /** Files looked at side by side. */
  readonly workers: number
  /** Files a minute, of the last stretch; null before it can be told. */
  readonly perMinute: number | null
  readonly secondsLeft: number | null
  readonly failure: Failure | null
}

export const isBatchOpen = signal(false)
/** A new list at most ten times a second; rows that did not change are the same objects. In the order of adding. */
export const rows = signal<readonly BatchRow[]>([])
export const run = signal<Run>({ phase: 'idle', workers: 0, perMinute: null, secondsLeft: null, failure: null })
/** Id of the row that is looked at closely. */
export const openRowId = signal<number | null>(null)
/** Something was checked or accepted that no export holds yet. */
export const isUnsaved = signal(false)

export type RowCounts = Readonly<Record<BatchRow['state'], number>> & { readonly total: number }
export const counts = computed<RowCounts>(() => {
  const found = { waiting: 0, checking: 0, checked: 0, failed: 0, total: rows.value.length }
  for (const { state } of rows.value) found[state]++
  return found
})
