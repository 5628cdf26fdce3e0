import type { Caller, LaneApi, LaneAssets } from '../contract/apis'
import { PhotoError } from '../contract/failure'
import type { Pixels } from '../contract/pixels'
import type { Report } from '../contract/report'
import { heicPixels } from './open-photo'
import type { Heic } from './heic'
import { newLifeline, watchLifeline } from './worker-lock'
import { handOver, WorkerClient } from './worker-client'

/** Takes one photo at a time from file to report. */
export interface Lane {
  check(photo: Blob, onThumbnail?: (picture: Blob) => void): Promise<Report>
  produce(photo: Blob): Promise<{ jpeg: File; report: Report }>
  close(): void
}

/** A lane that is one worker. A file at which the worker breaks costs itself alone: the next file has a new worker. */
export class WorkerLane implements Lane {
  private client: WorkerClient<LaneApi>
  private closed = false

  constructor(private readonly spawn: () => Worker, private readonly assets: Omit<LaneAssets, 'lifeline'>, private readonly heic: Heic) {
    this.client = this.hire()
  }

  /** Errors: assets-missing, unsupported-browser, out-of-memory. */
  ready(): Promise<void> { return this.client.ready() }

  async check(photo: Blob, onThumbnail?: (picture: Blob) => void): Promise<Report> {
    const { report, thumbnail } = await this.ask(photo, (api, decoded) => api.check(photo, decoded))
    if (thumbnail) onThumbnail?.(thumbnail)
    return report
  }

  produce(photo: Blob): Promise<{ jpeg: File; report: Report }> { return this.ask(photo, (api, decoded) => api.produce(photo, decoded)) }

  close(): void {
    this.closed = true
    this.client.close()
  }

  private async ask<T>(photo: Blob, use: (api: LaneApi, decoded?: Pixels) => Promise<T>): Promise<T> {
    const caller: Caller<LaneApi> = this.client
    try {
      let refusal: unknown
      try { return await caller.call(api => use(api)) } catch (error) { refusal = error }
      const pixels = await heicPixels(refusal, photo, this.heic)
      return await caller.call(api => use(api, handOver(pixels, [pixels.data.buffer])))
    } catch (error) {
      // Broken, or its memory is full: what it holds goes with it.
      if (!this.closed && error instanceof PhotoError && error.code === 'out-of-memory') { this.client.close(); this.client = this.hire() }
      throw error
    }
  }

  private hire(): WorkerClient<LaneApi> {
    let worker!: Worker
    return new WorkerClient<LaneApi>({
      spawn: () => worker = this.spawn(),
      prepare: async api => {
        const lifeline = newLifeline()
        await api.load({ ...this.assets, lifeline })
        watchLifeline(lifeline, worker)
      },
    })
  }
}
