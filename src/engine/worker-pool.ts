import { PhotoError, type FailureCode } from '../contract/failure'
import type { Report } from '../contract/report'
import type { PoolWorker } from './pool-worker'
import { untilAborted } from '../lib/until-aborted'

type ProducedFile = Awaited<ReturnType<PoolWorker['produce']>>

interface WaitingCall {
  readonly resolve: (poolWorker: PoolWorker) => void
  readonly reject: (error: unknown) => void
}

/** Failures after which a worker is idle again only once it has proved that it starts. */
const WORKER_FAILURES: ReadonlySet<FailureCode> = new Set([
  'crashed',
  'too-slow',
  'out-of-memory',
  'assets-missing',
  'unsupported-browser',
])

/** Milliseconds before each try to start a failed worker again. After the last one it leaves the pool. */
const RESTART_PAUSES_MS: readonly number[] = [0, 1000, 4000, 15_000]

const pause = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds))

const isWorkerFailure = (error: unknown): error is PhotoError =>
  error instanceof PhotoError && WORKER_FAILURES.has(error.code)

/**
 * Runs pool workers in parallel; a photo waits for the first idle one. A photo whose worker failed is given to another
 * one, once: whether the photo or the worker was at fault is known only then. A failed worker that doesn't start again
 * leaves the pool; without any left, every call fails with the reason of the last start.
 */
export class WorkerPool {
  private readonly idle: PoolWorker[] = []
  private readonly poolWorkers = new Set<PoolWorker>()
  private readonly waiting: WaitingCall[] = []
  private readonly ending = new AbortController()
  /** Why the last worker left. */
  private lastStartFailure: unknown = null

  /** `onClose` runs when the pool is closed. */
  constructor(
    private readonly onClose: () => void = () => {},
    private readonly restartPausesMs = RESTART_PAUSES_MS,
  ) {}

  /** How many are left, those that are starting again included. */
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
      try {
        return await this.runOnce(signal, use)
      } catch (error) {
        // Three minutes of silence are not waited for twice.
        if (!isWorkerFailure(error) || error.code === 'too-slow' || signal?.aborted) throw error
        return this.runOnce(signal, use)
      }
    }
    try {
      return await untilAborted(this.ending.signal, () => untilAborted(signal, work))
    } catch (error) {
      throw this.ending.signal.aborted ? new PhotoError('closed', 'closed', { cause: error }) : error
    }
  }

  private async runOnce<T>(signal: AbortSignal | undefined, use: (poolWorker: PoolWorker) => Promise<T>): Promise<T> {
    const poolWorker = await this.waitForIdleWorker(signal)
    // The call may have been aborted; the pool worker is idle only once its work has really ended.
    try {
      const result = await use(poolWorker)
      this.release(poolWorker)
      return result
    } catch (error) {
      if (isWorkerFailure(error)) void this.restart(poolWorker)
      else this.release(poolWorker)
      throw error
    }
  }

  private waitForIdleWorker(signal: AbortSignal | undefined): Promise<PoolWorker> {
    const poolWorker = this.idle.pop()
    if (poolWorker) return Promise.resolve(poolWorker)
    if (!this.poolWorkers.size) return Promise.reject(this.lastStartFailure ?? new PhotoError('closed'))
    return new Promise((resolve, reject) => {
      const call: WaitingCall = { resolve, reject }
      this.waiting.push(call)
      signal?.addEventListener(
        'abort',
        () => {
          const place = this.waiting.indexOf(call)
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
    if (next) next.resolve(poolWorker)
    else this.idle.push(poolWorker)
  }

  /** Makes a failed worker idle once it has started again; removes it if it doesn't. */
  private async restart(poolWorker: PoolWorker): Promise<void> {
    for (const milliseconds of this.restartPausesMs) {
      await pause(milliseconds)
      if (this.ending.signal.aborted) return
      try {
        await poolWorker.ready()
        this.release(poolWorker)
        return
      } catch (error) {
        this.lastStartFailure = error
      }
    }
    poolWorker.close()
    this.poolWorkers.delete(poolWorker)
    if (this.poolWorkers.size) return
    for (const call of this.waiting.splice(0)) call.reject(this.lastStartFailure)
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
