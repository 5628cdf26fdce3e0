import { PhotoError } from '../contract/failure'

/** Milliseconds before the next try after a first failure, and at most. */
const FIRST_PAUSE_MS = 100
const MAX_PAUSE_MS = 5000

/**
 * Failures of live frames, one after the other. What ended a worker is told, once until a frame succeeds; any other is
 * a frame that failed, which nobody needs to know. Pauses grow while workers keep ending, so that a device without
 * memory does not load models without end.
 */
export class LiveFailures {
  private pauseMs = FIRST_PAUSE_MS
  private isTold = false

  constructor(private readonly onFailure: (failure: PhotoError) => void) {}

  /** A frame succeeded. */
  clear(): void {
    this.pauseMs = FIRST_PAUSE_MS
    this.isTold = false
  }

  /** Gives the milliseconds to wait before the next try. */
  add(error: unknown): number {
    if (!endsWorker(error)) return FIRST_PAUSE_MS
    if (!this.isTold) this.onFailure(error)
    this.isTold = true
    const pause = this.pauseMs
    this.pauseMs = Math.min(MAX_PAUSE_MS, 2 * pause)
    return pause
  }
}

/** Whether the failure is of the device and not of one frame. */
export const endsWorker = (error: unknown): error is PhotoError =>
  error instanceof PhotoError && ['crashed', 'too-slow', 'out-of-memory', 'assets-missing'].includes(error.code)
