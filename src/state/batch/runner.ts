import { effect } from '@preact/signals'
import { createPool } from '../../zhaojian'
import * as page from '../store'
import { toFailure } from '../failures'
import { countBreak, fileOf, keepReport, keepThumbnail, nextWaiting, publish, updateRow } from './list'
import { Pace } from './pace'
import * as store from './store'
import type { Pool } from '../../contract/library'

/** Feeds the files that wait to the pool's workers. */

/** A worker that breaks at a file twice breaks because of it. */
const MOST_BREAKS = 2

let pool: Promise<Pool> | null = null
let ready: Pool | null = null
let stopping = new AbortController()
const underWay = new Set<number>()
const pace = new Pace()

/** Goes on with what waits; starts the workers where there are none. */
export async function go(): Promise<void> {
  if (phase() === 'running' || phase() === 'loading') {
    feed()
    return
  }
  if (nextWaiting() === undefined) return
  pace.reset()
  const { signal } = stopping
  say({ phase: 'loading', trouble: null })
  try {
    await workers()
  } catch (error) {
    if (!signal.aborted) {
      dismiss()
      say({ phase: 'stopped', trouble: toFailure(error, null) })
    }
    return
  }
  // Paused meanwhile.
  if (signal.aborted || phase() !== 'loading') return
  say({ phase: 'running' })
  feed()
}

/** What is under way is finished, nothing new begun. */
export function rest(): void {
  if (phase() === 'loading') say({ phase: 'paused' })
  else if (phase() === 'running') say({ phase: 'pausing' })
  settle()
}

/** Ends at once; the workers and their memory are let go. */
export function stop(): void {
  dismiss()
  for (const id of underWay) updateRow(id, { state: 'waiting' })
  underWay.clear()
  publish()
  say({ phase: nextWaiting() === undefined ? 'idle' : 'stopped', trouble: null })
}

/** The pool in use, for who makes files; started where there is none. Errors: as createPool. */
export function workers(): Promise<Pool> {
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
      if (pool === starting) ready = started
    },
    () => {
      if (pool === starting) pool = null
    },
  )
  return starting
}

/** How many photos may be worked on at once. */
export const workersNow = (): number => Math.max(1, ready?.workers ?? 1)

function dismiss(): void {
  stopping.abort()
  stopping = new AbortController()
  void pool?.then(
    one => one.close(),
    () => {},
  )
  pool = ready = null
}

function feed(): void {
  // One more than there are workers: none has to wait for the page, and one that has just loaded finds work.
  while (phase() === 'running' && underWay.size < workersNow() + 1) {
    const id = nextWaiting()
    if (id === undefined) break
    underWay.add(id)
    updateRow(id, { state: 'checking' })
    void check(id, stopping.signal)
  }
  settle()
}

async function check(id: number, signal: AbortSignal): Promise<void> {
  try {
    const report = await (
      await workers()
    ).check(fileOf(id)!, { signal, onThumbnail: picture => keepThumbnail(id, picture) })
    if (signal.aborted) return
    keepReport(id, report)
    store.isUnsaved.value = true
  } catch (error) {
    if (signal.aborted) return
    const { code } = toFailure(error, null)
    if (code === 'out-of-memory' && countBreak(id) < MOST_BREAKS) updateRow(id, { state: 'waiting' })
    else {
      updateRow(id, { state: 'failed', failure: code })
      store.isUnsaved.value = true
    }
  }
  underWay.delete(id)
  pace.done(performance.now())
  feed()
}

/** Says what the run has come to once nothing is under way. */
function settle(): void {
  if (underWay.size || (phase() !== 'running' && phase() !== 'pausing')) return
  publish()
  say({ phase: nextWaiting() === undefined ? 'idle' : 'paused' })
}

const phase = (): store.RunPhase => store.run.peek().phase

function say(changes: Pick<store.Run, 'phase'> & Partial<store.Run>): void {
  const { waiting, checking } = store.counts.peek()
  const goes = changes.phase === 'running' || changes.phase === 'pausing'
  store.run.value = {
    ...store.run.peek(),
    ...changes,
    workers: workersNow(),
    perMinute: goes ? pace.perMinute : null,
    secondsLeft: goes ? pace.secondsFor(waiting + checking) : null,
  }
}

// The rate goes with the rows that the screen gets.
effect(() => {
  if (store.counts.value.checking) say({ phase: phase() })
})
