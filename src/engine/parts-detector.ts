import type { PartsApi } from '../contract/apis'
import { PhotoError } from '../contract/failure'
import type { PartCrops, DetectedParts } from '../contract/parts'
import { getBuffers } from '../lib/part-crops'
import { transferring, type WorkerClient } from './worker-client'
import { untilAborted } from '../lib/until-aborted'

/** Milliseconds after a failed load in which `begin` does not try anew. */
const RETRY_INTERVAL_MS = 10_000

/**
 * The parts model, which nothing waits for: it begins to load when it is first wanted or `begin` is called, after the
 * first verdicts of face and person are out. A load that failed is tried anew at the next wish.
 */
export class PartsDetector {
  private loading: Promise<WorkerClient<PartsApi>> | undefined
  private readonly ending = new AbortController()
  private failedAt = -Infinity
  /** Whether a look costs no wait for loading. */
  isReady = false

  /** `createClient` fetches runtime and model and makes the worker's client. */
  constructor(private readonly createClient: () => Promise<WorkerClient<PartsApi>>) {}

  /**
   * Starts loading; does not wait and does not fail. May be called with every frame: after a failure it rests for a
   * while.
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
