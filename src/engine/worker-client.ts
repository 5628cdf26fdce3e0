import { transfer, type Remote } from 'comlink'
import { PhotoError } from '../contract/failure'
import { retryAfterCrash } from '../lib/retry-after-crash'
import { untilAborted } from '../lib/until-aborted'
import { toPhotoError } from './worker-error'
import { WorkerLife, type WorkerClientOptions } from './worker-life'

export type { WorkerClientOptions, WorkerSpawner } from './worker-life'

/** Transfers the transferable parts of an argument to the worker instead of copying them. */
export const transferring = transfer

/**
 * Calls a worker and never leaves a call pending, as comlink alone would when a worker fails to load, dies or is
 * released. A worker that has ended rejects every pending call with a PhotoError; the next call starts a new one,
 * however often that has happened: a device that was short of memory for a while heals without a reload. An aborted
 * call rejects early but never terminates the worker, so models stay loaded.
 */
export class WorkerClient<Api> {
  private life: WorkerLife<Api> | undefined
  private closed = false

  constructor(private readonly options: WorkerClientOptions<Api>) {}

  /** Starts the worker ahead of the first call; a second one if the first dies. */
  async ready(): Promise<void> {
    await retryAfterCrash(async () => this.getLife().ready)
  }

  /**
   * Errors: what the worker throws, as PhotoError; assets-missing for a worker that did not load; crashed, too-slow;
   * aborted; closed.
   */
  async call<T>(use: (api: Remote<Api>) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const life = this.getLife()
    try {
      signal?.throwIfAborted()
      return await untilAborted(signal, () =>
        life.call(api => {
          signal?.throwIfAborted()
          return use(api)
        }),
      )
    } catch (error) {
      throw toPhotoError(error)
    }
  }

  close(): void {
    this.closed = true
    this.life?.end(new PhotoError('closed'))
  }

  private getLife(): WorkerLife<Api> {
    if (this.closed) throw new PhotoError('closed')
    if (!this.life || this.life.isOver) this.life = new WorkerLife(this.options)
    return this.life
  }
}
