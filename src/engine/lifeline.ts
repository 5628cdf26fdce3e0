import { PULSE_INTERVAL_MS, type LifelineAnswer, type LifelineRequest } from '../contract/lifeline'
import { createRandomToken } from '../lib/random-token'
import { Silence } from '../lib/silence'

/** Pulses that may fail to come before the worker counts as dead. */
const MAX_MISSED_PULSES = 4

/**
 * Notices a worker's death from the moment its script runs. Browsers report a script that throws, but not a worker that
 * is killed from outside (a phone short of memory, a task manager): its calls would wait forever. `workers/serve.ts` is
 * the other end. Gives a function that ends the watch.
 */
export function watchLifeline(worker: Worker, onDeath: () => void): () => void {
  // On plain http there are no Web Locks.
  return globalThis.navigator?.locks ? watchLock(worker, onDeath) : watchPulse(worker, onDeath)
}

/** A living worker holds a lock; a request for that lock is granted the moment the worker is gone. */
function watchLock(worker: Worker, onDeath: () => void): () => void {
  const lockName = `zhaojian-${createRandomToken()}`
  const ending = new AbortController()
  const onMessage = ({ data }: MessageEvent<Partial<LifelineAnswer> | null>): void => {
    if (data?.lifeline !== 'held') return
    worker.removeEventListener('message', onMessage)
    navigator.locks.request(lockName, { signal: ending.signal }, onDeath).catch(() => {})
  }
  worker.addEventListener('message', onMessage)
  worker.postMessage({ lifeline: { lockName } } satisfies LifelineRequest)
  return () => ending.abort()
}

/** A living worker sends a pulse, whatever its thread is busy with. Watched from the first pulse on. */
function watchPulse(worker: Worker, onDeath: () => void): () => void {
  const { port1, port2 } = new MessageChannel()
  const silence = new Silence(PULSE_INTERVAL_MS, MAX_MISSED_PULSES, onDeath)
  port1.onmessage = () => {
    silence.start()
    silence.hear()
  }
  worker.postMessage({ lifeline: { pulse: port2 } } satisfies LifelineRequest, [port2])
  return () => {
    silence.stop()
    port1.close()
  }
}
