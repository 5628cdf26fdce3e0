import type { PartsApi } from '../contract/apis'
import { PhotoError } from '../contract/failure'
import type { PartCrops, DetectedParts } from '../contract/parts'
import { getBuffers } from '../lib/part-crops'
import { transferring, type WorkerClient } from './worker-client'
import { isCrash } from '../lib/retry-after-crash'
import { untilAborted } from '../lib/until-aborted'

/** After a failed load, `preload` does not retry for this many milliseconds. */
const RETRY_INTERVAL_MS = 10_000

/**
 * The parts model. It is not needed for the first verdicts of face and person, so it loads only on the first `detect`
 * or `preload`. After a failed load, or a worker that died, it is loaded again on the next request.
 */
export class PartsDetector {
  private creating: Promise<WorkerClient<PartsApi>> | undefined
  private loading: Promise<WorkerClient<PartsApi>> | undefined
  private readonly ending = new AbortController()
  private failedAt = -Infinity
  /** Whether `detect` needs no loading first. */
  isReady = false

  /** `createClient` fetches runtime and model and creates the worker client. */
  constructor(private readonly createClient: () => Promise<WorkerClient<PartsApi>>) {}

  /**
   * Starts loading without waiting; never fails. May be called on every frame: after a failure it pauses for a while.
   */
  preload(): void {
    if (performance.now() - this.failedAt > RETRY_INTERVAL_MS) void this.getClient().catch(() => {})
  }

  /** Errors: assets-missing, out-of-memory, crashed, too-slow, aborted, closed. */
  async detect(crops: PartCrops, signal?: AbortSignal): Promise<DetectedParts> {
    const client = await untilAborted(this.ending.signal, () => untilAborted(signal, () => this.getClient()))
    try {
      return await client.call(api => api.detect(transferring(crops, getBuffers(crops))), signal)
    } catch (error) {
      // Live does without the parts for a while, instead of restarting their worker again and again.
      if (isCrash(error)) this.forgetLoading()
      throw error
    }
  }

  close(): void {
    this.ending.abort()
    void this.creating?.then(
      client => client.close(),
      () => {},
    )
  }

  private getClient(): Promise<WorkerClient<PartsApi>> {
    return (this.loading ??= this.load().catch((error: unknown) => {
      this.forgetLoading()
      throw error
    }))
  }

  private forgetLoading(): void {
    this.loading = undefined
    this.isReady = false
    this.failedAt = performance.now()
  }

  private async load(): Promise<WorkerClient<PartsApi>> {
    // What was fetched once is kept for the next worker.
    const client = await (this.creating ??= this.createClient().catch((error: unknown) => {
      this.creating = undefined
      throw error
    }))
    if (this.ending.signal.aborted) {
      client.close()
      throw new PhotoError('closed')
    }
    await client.ready()
    this.isReady = true
    return client
  }
}
