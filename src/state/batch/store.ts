import { computed, signal } from '@preact/signals'
import type { BatchRow } from '../../contract/batch'
import type { Failure } from '../page-failure'

/** Signals of the batch screen. Only src/state/batch writes here. */

/**
 * idle: nothing is waiting, or not started yet; loading: models are loading; running; pausing: checks in progress are
 * finished, no new ones start; paused; stopped: cancelled, or checking is impossible (`failure` says why). Waiting
 * files stay waiting.
 */
export type RunPhase = 'idle' | 'loading' | 'running' | 'pausing' | 'paused' | 'stopped'

export interface Run {
  readonly phase: RunPhase
  /** Number of files checked in parallel. */
  readonly workers: number
  /** Files per minute over the last files; null while unknown. */
  readonly perMinute: number | null
  readonly secondsLeft: number | null
  readonly failure: Failure | null
}

export const isBatchOpen = signal(false)
/** Updated at most ten times a second, in insertion order; unchanged rows keep their object identity. */
export const rows = signal<readonly BatchRow[]>([])
export const run = signal<Run>({ phase: 'idle', workers: 0, perMinute: null, secondsLeft: null, failure: null })
/** Id of the row opened in the detail view. */
export const openRowId = signal<number | null>(null)
/** Something was checked or accepted that has not been exported yet. */
export const isUnsaved = signal(false)

export type RowCounts = Readonly<Record<BatchRow['state'], number>> & { readonly total: number }
export const counts = computed<RowCounts>(() => {
  const result = { waiting: 0, checking: 0, checked: 0, failed: 0, total: rows.value.length }
  for (const { state } of rows.value) result[state]++
  return result
})
