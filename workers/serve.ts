import { expose } from 'comlink'
import { PULSE_INTERVAL_MS, type Lifeline, type LifelineAnswer, type LifelineRequest } from '../src/contract/lifeline'

/** Kept here, or it might be collected while it beats. */
let pulseWorker: Worker | undefined

/** Exposes a worker's API and lets the page notice its death (src/engine/lifeline.ts). */
export function serve(api: object): void {
  self.addEventListener('message', ({ data }: MessageEvent<Partial<LifelineRequest> | null>) => {
    if (data?.lifeline) holdLifeline(data.lifeline)
  })
  expose(api)
}

function holdLifeline(lifeline: Lifeline): void {
  if ('pulse' in lifeline) startPulse(lifeline.pulse)
  else
    void navigator.locks.request(lifeline.lockName, () => {
      self.postMessage({ lifeline: 'held' } satisfies LifelineAnswer)
      // Held until the worker is gone.
      return new Promise(() => {})
    })
}

/**
 * A worker of this worker sends the pulse: it goes on while a model keeps this thread busy for seconds, and ends with
 * this thread.
 */
function startPulse(port: MessagePort): void {
  const script = `onmessage = ({ data }) => setInterval(() => data.postMessage(0), ${PULSE_INTERVAL_MS})`
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
  pulseWorker = new Worker(url)
  pulseWorker.addEventListener('error', event => event.preventDefault())
  pulseWorker.postMessage(port, [port])
}
