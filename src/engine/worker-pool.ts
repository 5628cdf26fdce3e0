import { PhotoError } from '../contract/failure'
import type { Report } from '../contract/report'
import type { PoolWorker } from './pool-worker'
import { untilAborted } from '../lib/until-aborted'

type ProducedFile = Awaited<ReturnType<PoolWorker['produce']>>

/** Runs pool workers in parallel; a photo waits for the first idle one. */
export class WorkerPool {
  private readonly idle: PoolWorker[] = []
  private readonly poolWorkers = new Set<PoolWorker>()
  private readonly waiting: ((poolWorker: PoolWorker) => void)[] = []
  private readonly ending = new AbortController()

  /** `onClose` runs when the pool is closed. */
  constructor(private readonly onClose: () => void = () => {}) {}

  get workers(): number {
    return this.poolWorkers.size
  }

  /** Adds a pool worker that is ready. */
  add(poolWorker: PoolWorker): void {
    if (this.ending.signal.aborted) {
      poolWorker.close()
      return
    }
    this.poolWorkers.add(poolWorker)
    this.release(poolWorker)
  }

  /** Errors: those of the photo; aborted; closed. */
  check(photo: Blob, onThumbnail?: (picture: Blob) => void, signal?: AbortSignal): Promise<Report> {
    return this.runOnIdleWorker(signal, poolWorker =>
      poolWorker.check(photo, picture => {
        if (!signal?.aborted) onThumbnail?.(picture)
      }),
    )
  }

  produce(photo: Blob, signal?: AbortSignal): Promise<ProducedFile> {
    return this.runOnIdleWorker(signal, poolWorker => poolWorker.produce(photo))
  }

  close(): void {
    this.ending.abort()
    for (const poolWorker of this.poolWorkers) poolWorker.close()
    this.poolWorkers.clear()
    this.onClose()
  }

  private async runOnIdleWorker<T>(
    signal: AbortSignal | undefined,
    use: (poolWorker: PoolWorker) => Promise<T>,
  ): Promise<T> {
    if (this.ending.signal.aborted) throw new PhotoError('closed')
    if (signal?.aborted) throw new PhotoError('aborted')
    const work = async (): Promise<T> => {
      const poolWorker = await this.waitForIdleWorker(signal)
      // The call may have been aborted; the pool worker is idle only once its work has really ended.
      try {
        return await use(poolWorker)
      } finally {
        this.release(poolWorker)
      }
    }
    try {
      return await untilAborted(this.ending.signal, () => untilAborted(signal, work))
    } catch (error) {
      throw this.ending.signal.aborted ? new PhotoError('closed', 'closed', { cause: error }) : error
    }
  }

  private waitForIdleWorker(signal: AbortSignal | undefined): Promise<PoolWorker> {
    const poolWorker = this.idle.pop()
    if (poolWorker) return Promise.resolve(poolWorker)
    return new Promise((resolve, reject) => {
      this.waiting.push(resolve)
      signal?.addEventListener(
        'abort',
        () => {
          const place = this.waiting.indexOf(resolve)
          if (place < 0) return
          this.waiting.splice(place, 1)
          reject(new PhotoError('aborted'))
        },
        { once: true },
      )
    })
  }

  private release(poolWorker: PoolWorker): void {
    const next = this.waiting.shift()
    if (next) next(poolWorker)
    else this.idle.push(poolWorker)
  }
}

/**
 * How many pool workers suit a device: one per core, minus one for the page where there are more than two, limited by
 * memory (a pool worker with a 12-megapixel photo takes up to 0.4 GB). Browsers round the memory size, report at most
 * 8 GB, or don't report it.
 */
export function suggestWorkerCount(cores: number, gigabytes: number | undefined): number {
  const byCores = cores > 2 ? cores - 1 : cores
  return Math.max(1, Math.min(byCores, gigabytes === undefined ? 3 : Math.floor(gigabytes), 6))
}
