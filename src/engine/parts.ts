import type { PartsApi } from '../contract/apis'
import { PhotoError } from '../contract/failure'
import type { PartCrops, PartsSeen } from '../contract/parts'
import { buffersOf } from '../lib/part-crops'
import { handOver, type WorkerClient } from './worker-client'
import { untilAborted } from "../lib/until-aborted";

/** Milliseconds after a failed load in which `begin` does not try anew. */
const REST = 10_000

/**
 * The parts model, which nothing waits for: it begins to load when it is first wanted or `begin` is called, after the first verdicts of
 * face and person are out. A load that failed is tried anew at the next wish.
 */
export class Parts {
  private loading: Promise<WorkerClient<PartsApi>> | undefined
  private readonly ending = new AbortController()
  private failedAt = -Infinity
  /** Whether a look costs no wait for loading. */
  ready = false

  /** `enlist` fetches runtime and model and makes the worker's client. */
  constructor(private readonly enlist: () => Promise<WorkerClient<PartsApi>>) {}

  /** Starts loading; does not wait and does not fail. May be called with every frame: after a failure it rests for a while. */
  begin(): void { if (performance.now() - this.failedAt > REST) void this.client().catch(() => {}) }

  /** Errors: assets-missing, out-of-memory, aborted, closed. */
  async look(crops: PartCrops, signal?: AbortSignal): Promise<PartsSeen> {
    const client = await untilAborted(this.ending.signal, () => untilAborted(signal, () => this.client()))
    return client.call(api => api.look(handOver(crops, buffersOf(crops))), signal)
  }

  close(): void {
    this.ending.abort()
    void this.loading?.then(client => client.close(), () => {})
  }

  private client(): Promise<WorkerClient<PartsApi>> {
    return this.loading ??= this.load().catch((error: unknown) => {
      this.loading = undefined
      this.failedAt = performance.now()
      throw error
    })
  }

  private async load(): Promise<WorkerClient<PartsApi>> {
    const client = await this.enlist()
    try {
      if (this.ending.signal.aborted) throw new PhotoError('closed')
      await client.ready()
    } catch (error) {
      client.close()
      throw error
    }
    this.ready = true
    return client
  }
}
