import type { Caller, PoolWorkerApi, PoolWorkerAssets } from '../contract/apis'
import { PhotoError } from '../contract/failure'
import type { Pixels } from '../contract/pixels'
import type { Report } from '../contract/report'
import { decodeRefusedHeic } from './open-photo'
import type { HeicDecoderClient } from './heic-decoder-client'
import { transferring, WorkerClient, type WorkerSpawner } from './worker-client'

/** Processes one photo at a time, from file to report. */
export interface PoolWorker {
  /** Starts it, also again after a failure. Errors: assets-missing, unsupported-browser, out-of-memory, crashed. */
  ready(): Promise<void>
  check(photo: Blob, onThumbnail?: (picture: Blob) => void): Promise<Report>
  produce(photo: Blob): Promise<{ jpeg: File; report: Report }>
  close(): void
}

/** A pool worker backed by one worker at a time. */
export class DedicatedPoolWorker implements PoolWorker {
  private client: WorkerClient<PoolWorkerApi>
  private closed = false

  constructor(
    private readonly spawner: WorkerSpawner,
    private readonly assets: PoolWorkerAssets,
    private readonly heic: HeicDecoderClient,
  ) {
    this.client = this.createClient()
  }

  ready(): Promise<void> {
    return this.client.ready()
  }

  async check(photo: Blob, onThumbnail?: (picture: Blob) => void): Promise<Report> {
    const { report, thumbnail } = await this.callWithDecoded(photo, (api, decoded) => api.check(photo, decoded))
    if (thumbnail) onThumbnail?.(thumbnail)
    return report
  }

  produce(photo: Blob): Promise<{ jpeg: File; report: Report }> {
    return this.callWithDecoded(photo, (api, decoded) => api.produce(photo, decoded))
  }

  close(): void {
    this.closed = true
    this.client.close()
  }

  private async callWithDecoded<T>(photo: Blob, use: (api: PoolWorkerApi, decoded?: Pixels) => Promise<T>): Promise<T> {
    const caller: Caller<PoolWorkerApi> = this.client
    try {
      let refusal: unknown
      try {
        return await caller.call(api => use(api))
      } catch (error) {
        refusal = error
      }
      const pixels = await decodeRefusedHeic(refusal, photo, this.heic)
      return await caller.call(api => use(api, transferring(pixels, [pixels.data.buffer])))
    } catch (error) {
      // Terminated to free its memory.
      if (!this.closed && error instanceof PhotoError && error.code === 'out-of-memory') {
        this.client.close()
        this.client = this.createClient()
      }
      throw error
    }
  }

  private createClient(): WorkerClient<PoolWorkerApi> {
    return new WorkerClient<PoolWorkerApi>({ ...this.spawner, prepare: api => api.load(this.assets) })
  }
}
