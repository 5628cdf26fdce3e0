import { PhotoError } from '../contract/failure'
import type { Report } from '../contract/report'
import type { Lane } from './pool-worker'
import { untilAborted } from "../lib/until-aborted";

type Made = Awaited<ReturnType<Lane['produce']>>

/** Lanes side by side; a photo waits for the first one that is free. */
export class LanePool {
  private readonly free: Lane[] = []
  private readonly lanes = new Set<Lane>()
  private readonly waiting: ((lane: Lane) => void)[] = []
  private readonly ending = new AbortController()

  /** `end` runs when the pool is closed. */
  constructor(private readonly end: () => void = () => {}) {}

  get workers(): number { return this.lanes.size }

  /** Takes a lane in that is ready to work. */
  add(lane: Lane): void {
    if (this.ending.signal.aborted) { lane.close(); return }
    this.lanes.add(lane)
    this.release(lane)
  }

  /** Errors: those of the photo; aborted; closed. */
  check(photo: Blob, onThumbnail?: (picture: Blob) => void, signal?: AbortSignal): Promise<Report> {
    return this.take(signal, lane => lane.check(photo, picture => { if (!signal?.aborted) onThumbnail?.(picture) }))
  }

  produce(photo: Blob, signal?: AbortSignal): Promise<Made> { return this.take(signal, lane => lane.produce(photo)) }

  close(): void {
    this.ending.abort()
    for (const lane of this.lanes) lane.close()
    this.lanes.clear()
    this.end()
  }

  private async take<T>(signal: AbortSignal | undefined, use: (lane: Lane) => Promise<T>): Promise<T> {
    if (this.ending.signal.aborted) throw new PhotoError('closed')
    if (signal?.aborted) throw new PhotoError('aborted')
    const work = async (): Promise<T> => {
      const lane = await this.nextLane(signal)
      // Whoever asked may be gone; the lane is free again when its work is really done, not before.
      try { return await use(lane) } finally { this.release(lane) }
    }
    try { return await untilAborted(this.ending.signal, () => untilAborted(signal, work)) } catch (error) {
      throw this.ending.signal.aborted ? new PhotoError('closed', 'closed', { cause: error }) : error
    }
  }

  private nextLane(signal: AbortSignal | undefined): Promise<Lane> {
    const lane = this.free.pop()
    if (lane) return Promise.resolve(lane)
    return new Promise((resolve, reject) => {
      this.waiting.push(resolve)
      signal?.addEventListener('abort', () => {
        const place = this.waiting.indexOf(resolve)
        if (place < 0) return
        this.waiting.splice(place, 1)
        reject(new PhotoError('aborted'))
      }, { once: true })
    })
  }

  private release(lane: Lane): void {
    const next = this.waiting.shift()
    if (next) next(lane)
    else this.free.push(lane)
  }
}

/**
 * How many lanes suit a device: a core each, one left to the page where there are more than two, and memory for each (a lane with a
 * 12-megapixel photo takes up to 0.4 GB). Browsers tell memory rounded, 8 GB at most, or not at all.
 */
export function lanesFor(cores: number, gigabytes: number | undefined): number {
  const byCores = cores > 2 ? cores - 1 : cores
  return Math.max(1, Math.min(byCores, gigabytes === undefined ? 3 : Math.floor(gigabytes), 6))
}
