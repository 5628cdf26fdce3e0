import { effect } from '@preact/signals'
import { createPool } from '../../zhaojian'
import * as page from '../store'
import { toFailure } from '../failures'
import { getFile, storeReport, storeThumbnail, findNextWaiting, publishRows, updateRow } from './list'
import { CheckRate } from './check-rate'
import * as store from './store'
import type { Pool } from '../../contract/library'

/** Feeds waiting files to the worker pool. */

let pool: Promise<Pool> | null = null
let startedPool: Pool | null = null
let runAbort = new AbortController()
const checkingIds = new Set<number>()
const checkRate = new CheckRate()

/** Continues with the waiting files; starts the workers if there are none. */
export async function startRun(): Promise<void> {
  if (getPhase() === 'running' || getPhase() === 'loading') {
    assignWaitingFiles()
    return
  }
  if (findNextWaiting() === undefined) return
  checkRate.reset()
  const { signal } = runAbort
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
  assignWaitingFiles()
}

/** Checks in progress are finished; no new ones start. */
export function pauseRun(): void {
  if (getPhase() === 'loading') updateRun({ phase: 'paused' })
  else if (getPhase() === 'running') updateRun({ phase: 'pausing' })
  finishWhenIdle()
}

/** Stops at once and closes the workers to free their memory. */
export function stopRun(): void {
  closePool()
  for (const id of checkingIds) updateRow(id, { state: 'waiting' })
  checkingIds.clear()
  publishRows()
  updateRun({ phase: findNextWaiting() === undefined ? 'idle' : 'stopped', failure: null })
}

/** The current pool, also used for exports; started if there is none. Errors: as createPool. */
export function getPool(): Promise<Pool> {
  if (pool) return pool
  const startingPool = (pool = createPool({
    profile: page.profile.value,
    locale: page.locale.value,
    onProgress: progress => {
      page.progress.value = { ...progress, secondsLeft: null }
    },
  }))
  startingPool.then(
    started => {
      if (pool === startingPool) startedPool = started
    },
    () => {
      if (pool === startingPool) pool = null
    },
  )
  return startingPool
}

/** How many photos may be processed at once. */
export const getWorkerCount = (): number => Math.max(1, startedPool?.workers ?? 1)

function closePool(): void {
  runAbort.abort()
  runAbort = new AbortController()
  void pool?.then(
    openPool => openPool.close(),
    () => {},
  )
  pool = startedPool = null
}

function assignWaitingFiles(): void {
  // One more than there are workers, so that a worker gets its next file without waiting for the main thread.
  while (getPhase() === 'running' && checkingIds.size < getWorkerCount() + 1) {
    const id = findNextWaiting()
    if (id === undefined) break
    checkingIds.add(id)
    updateRow(id, { state: 'checking' })
    void checkRow(id, runAbort.signal)
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
    if (startedPool?.workers === 0) {
      stopForLackOfWorkers(error)
      return
    }
    updateRow(id, { state: 'failed', failure: toFailure(error, null).code })
    store.isUnsaved.value = true
  }
  checkingIds.delete(id)
  checkRate.recordDone(performance.now())
  assignWaitingFiles()
}

/** No worker starts any more: that is no fault of the files. They wait; `startRun` continues with them. */
function stopForLackOfWorkers(error: unknown): void {
  stopRun()
  updateRun({ phase: 'stopped', failure: toFailure(error, null) })
}

/** Sets the final phase once no check is running. */
function finishWhenIdle(): void {
  if (checkingIds.size || (getPhase() !== 'running' && getPhase() !== 'pausing')) return
  publishRows()
  updateRun({ phase: findNextWaiting() === undefined ? 'idle' : 'paused' })
}

const getPhase = (): store.RunPhase => store.run.peek().phase

function updateRun(changes: Pick<store.Run, 'phase'> & Partial<store.Run>): void {
  const { waiting, checking } = store.counts.peek()
  const isRunning = changes.phase === 'running' || changes.phase === 'pausing'
  store.run.value = {
    ...store.run.peek(),
    ...changes,
    workers: getWorkerCount(),
    perMinute: isRunning ? checkRate.perMinute : null,
    secondsLeft: isRunning ? checkRate.estimateSeconds(waiting + checking) : null,
  }
}

// Update rate and remaining time whenever the rows are published.
effect(() => {
  if (store.counts.value.checking) updateRun({ phase: getPhase() })
})
