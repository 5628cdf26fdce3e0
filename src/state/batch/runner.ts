import { effect } from '@preact/signals'
import { createPool } from '../../zhaojian'
import * as page from '../store'
import { toFailure } from '../failures'
import { countCrash, getFile, storeReport, storeThumbnail, findNextWaiting, publishRows, updateRow } from './list'
import { CheckRate } from './check-rate'
import * as store from './store'
import type { Pool } from '../../contract/library'

/** Feeds the files that wait to the pool's workers. */

/** A worker that breaks at a file twice breaks because of it. */
const MAX_CRASHES = 2

let pool: Promise<Pool> | null = null
let startedPool: Pool | null = null
let stopping = new AbortController()
const underWay = new Set<number>()
const checkRate = new CheckRate()

/** Goes on with what waits; starts the workers where there are none. */
export async function startRun(): Promise<void> {
  if (getPhase() === 'running' || getPhase() === 'loading') {
    assignWaiting()
    return
  }
  if (findNextWaiting() === undefined) return
  checkRate.reset()
  const { signal } = stopping
  updateRun({ phase: 'loading', failure: null })
  try {
    await getPool()
  } catch (error) {
    if (!signal.aborted) {
      closePool()
      updateRun({ phase: 'stopped', failure: toFailure(error, null) })
    }
    return
  }
  // Paused meanwhile.
  if (signal.aborted || getPhase() !== 'loading') return
  updateRun({ phase: 'running' })
  assignWaiting()
}

/** What is under way is finished, nothing new begun. */
export function pauseRun(): void {
  if (getPhase() === 'loading') updateRun({ phase: 'paused' })
  else if (getPhase() === 'running') updateRun({ phase: 'pausing' })
  finishWhenIdle()
}

/** Ends at once; the workers and their memory are let go. */
export function stopRun(): void {
  closePool()
  for (const id of underWay) updateRow(id, { state: 'waiting' })
  underWay.clear()
  publishRows()
  updateRun({ phase: findNextWaiting() === undefined ? 'idle' : 'stopped', failure: null })
}

/** The pool in use, for who makes files; started where there is none. Errors: as createPool. */
export function getPool(): Promise<Pool> {
  if (pool) return pool
  const starting = (pool = createPool({
    profile: page.profile.value,
    locale: page.locale.value,
    onProgress: progress => {
      page.progress.value = progress
    },
  }))
  starting.then(
    started => {
      if (pool === starting) startedPool = started
    },
    () => {
      if (pool === starting) pool = null
    },
  )
  return starting
}

/** How many photos may be worked on at once. */
export const getWorkerCount = (): number => Math.max(1, startedPool?.workers ?? 1)

function closePool(): void {
  stopping.abort()
  stopping = new AbortController()
  void pool?.then(
    one => one.close(),
    () => {},
  )
  pool = startedPool = null
}

function assignWaiting(): void {
  // One more than there are workers: none has to wait for the page, and one that has just loaded finds work.
  while (getPhase() === 'running' && underWay.size < getWorkerCount() + 1) {
    const id = findNextWaiting()
    if (id === undefined) break
    underWay.add(id)
    updateRow(id, { state: 'checking' })
    void checkRow(id, stopping.signal)
  }
  finishWhenIdle()
}

async function checkRow(id: number, signal: AbortSignal): Promise<void> {
  try {
    const report = await (
      await getPool()
    ).check(getFile(id)!, { signal, onThumbnail: picture => storeThumbnail(id, picture) })
    if (signal.aborted) return
    storeReport(id, report)
    store.isUnsaved.value = true
  } catch (error) {
    if (signal.aborted) return
    const { code } = toFailure(error, null)
    if (code === 'out-of-memory' && countCrash(id) < MAX_CRASHES) updateRow(id, { state: 'waiting' })
    else {
      updateRow(id, { state: 'failed', failure: code })
      store.isUnsaved.value = true
    }
  }
  underWay.delete(id)
  checkRate.recordDone(performance.now())
  assignWaiting()
}

/** Says what the run has come to once nothing is under way. */
function finishWhenIdle(): void {
  if (underWay.size || (getPhase() !== 'running' && getPhase() !== 'pausing')) return
  publishRows()
  updateRun({ phase: findNextWaiting() === undefined ? 'idle' : 'paused' })
}

const getPhase = (): store.RunPhase => store.run.peek().phase

function updateRun(changes: Pick<store.Run, 'phase'> & Partial<store.Run>): void {
  const { waiting, checking } = store.counts.peek()
  const goes = changes.phase === 'running' || changes.phase === 'pausing'
  store.run.value = {
    ...store.run.peek(),
    ...changes,
    workers: getWorkerCount(),
    perMinute: goes ? checkRate.perMinute : null,
    secondsLeft: goes ? checkRate.estimateSeconds(waiting + checking) : null,
  }
}

// The rate goes with the rows that the screen gets.
effect(() => {
  if (store.counts.value.checking) updateRun({ phase: getPhase() })
})
