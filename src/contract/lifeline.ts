/** The first message to a worker, beside its API: how it is to show that it lives. */
export interface LifelineRequest {
  readonly lifeline: Lifeline
}

/** A Web Lock to hold; on plain http, which has none, a port to send a pulse to. */
export type Lifeline = { readonly lockName: string } | { readonly pulse: MessagePort }

/** The worker's answer, once it holds the lock. */
export interface LifelineAnswer {
  readonly lifeline: 'held'
}

/** Milliseconds between two pulses. */
export const PULSE_INTERVAL_MS = 200
