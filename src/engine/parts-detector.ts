import type { PartsApi } from '../contract/apis'
import { PhotoError } from '../contract/failure'
import type { PartCrops, DetectedParts } from '../contract/parts'
import { getBuffers } from '../lib/part-crops'
import { transferring, type WorkerClient } from './worker-client'
import { untilAborted } from '../lib/until-aborted'

/** After a failed load, `preload` does not retry for this many milliseconds. */
const RETRY_INTERVAL_MS = 10_000

/**
 * The parts model. It is not needed for the first verdicts of face and person, so it loads only on the first `detect`
 * or `preload`. A failed load is retried on the next request.
 */
export class PartsDetector {
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

  /** Errors: assets-missing, out-of-memory, aborted, closed. */
  async detect(crops: PartCrops, signal?: AbortSignal): Promise<DetectedParts> {
    const client = await untilAborted(this.ending.signal, () => untilAborted(signal, () => this.getClient()))
    return client.call(api => api.detect(transferring(crops, getBuffers(crops))), signal)
  }

  close(): void {
    this.ending.abort()
    void this.loading?.then(
      client => client.close(),
      () => {},
    )
  }

  private getClient(): Promise<WorkerClient<PartsApi>> {
    return (this.loading ??= this.load().catch((error: unknown) => {
      this.loading = undefined
      this.failedAt = performance.now()
      throw error
    }))
  }

  private async load(): Promise<WorkerClient<PartsApi>> {
    const client = await this.createClient()
    try {
      if (this.ending.signal.aborted) throw new PhotoError('closed')
      await client.ready()
    } catch (error) {
      client.close()
      throw error
    }
    this.isReady = true
    return client
  }
}
