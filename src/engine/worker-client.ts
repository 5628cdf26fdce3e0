import { transfer, wrap, type Remote } from 'comlink'
import { PhotoError, restorePhotoError } from '../contract/failure'
import { isMemoryError } from '../lib/memory-error'
import { untilAborted } from '../lib/until-aborted'

/** Transfers the transferable parts of an argument to the worker instead of copying them. */
export const transferring = transfer

export interface WorkerSpawner {
  /** Creates the worker; called again after a crash. */
  readonly spawn: () => Worker
  /** For the error message if the worker does not load. */
  readonly scriptUrl?: string
}

export interface WorkerClientOptions<Api> extends WorkerSpawner {
  /** Loads what the worker needs; once it resolves, the worker is ready. */
  readonly prepare: (api: Remote<Api>) => Promise<void>
  /** Milliseconds without an answer after which a worker counts as crashed. */
  readonly readyTimeoutMs?: number
  readonly callTimeoutMs?: number
}

interface RunningWorker<Api> {
  readonly worker: Worker
  readonly api: Remote<Api>
  readonly ready: Promise<void>
  /**
   * Reject functions of the pending calls. Racing all calls against one long-lived promise would keep every answer in
   * memory for as long as the worker lives.
   */
  readonly pendingRejects: Set<(error: PhotoError) => void>
  readonly end: (error: PhotoError) => void
}

/**
 * Calls a worker and never leaves a call pending, as comlink alone would when a worker fails to load, crashes or is
 * released. A broken worker rejects every pending call with a PhotoError; the next call restarts it, once: if it breaks
 * again before answering anything, it stays broken. An aborted call rejects early but never terminates the worker, so
 * models stay loaded.
 */
export class WorkerClient<Api> {
  private running: RunningWorker<Api> | undefined
  private startsLeft = 2
  private closed = false

  constructor(private readonly options: WorkerClientOptions<Api>) {}

  /** Starts the worker ahead of the first call. */
  async ready(): Promise<void> {
    await this.start().ready
  }

  /**
   * Errors: what the worker throws, as PhotoError; assets-missing, out-of-memory for a broken worker; aborted; closed.
   */
  async call<T>(use: (api: Remote<Api>) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const running = this.start()
    try {
      signal?.throwIfAborted()
      return await untilAborted(signal, async () => {
        await running.ready
        // The worker ended before this call could be sent.
        if (this.running !== running) throw new PhotoError(this.closed ? 'closed' : 'out-of-memory', 'the worker ended')
        signal?.throwIfAborted()
        const answer = await this.withTimeout(
          running,
          use(running.api),
          this.options.callTimeoutMs ?? 60_000,
          message => new PhotoError('out-of-memory', message),
        )
        this.startsLeft = 2
        return answer
      })
    } catch (error) {
      throw toPhotoError(error)
    }
  }

  close(): void {
    this.closed = true
    this.running?.end(new PhotoError('closed'))
  }

  private start(): RunningWorker<Api> {
    if (this.closed) throw new PhotoError('closed')
    if (this.running) return this.running
    if (this.startsLeft-- <= 0) throw new PhotoError('unsupported-browser', 'a worker broke twice')
    const worker = this.options.spawn()
    const api = wrap<Api>(worker)
    const pendingRejects: RunningWorker<Api>['pendingRejects'] = new Set()
    let isReady = false
    const end = (error: PhotoError): void => {
      if (this.running?.worker === worker) this.running = undefined
      worker.terminate()
      for (const reject of pendingRejects) reject(error)
    }
    worker.addEventListener('error', event => {
      event.preventDefault?.()
      const message = event.message || 'worker failed'
      end(isReady ? new PhotoError('out-of-memory', message) : this.createMissingError(message))
    })
    worker.addEventListener('messageerror', () => end(new PhotoError('out-of-memory', 'unreadable message')))
    const ready = this.withTimeout(
      { pendingRejects, end },
      this.options.prepare(api),
      this.options.readyTimeoutMs ?? 120_000,
      message => this.createMissingError(message),
    ).then(
      () => {
        isReady = true
      },
      (error: unknown) => {
        const failure = toPhotoError(error)
        end(failure)
        throw failure
      },
    )
    // Avoids an unhandled rejection when no call is waiting.
    ready.catch(() => {})
    return (this.running = { worker, api, ready, pendingRejects, end })
  }

  private createMissingError(message: string): PhotoError {
    const { scriptUrl } = this.options
    return new PhotoError('assets-missing', scriptUrl ? `${scriptUrl}: ${message}` : message)
  }

  /** Terminates a worker that does not answer in time; all its pending calls reject. */
  private withTimeout<T>(
    { pendingRejects, end }: Pick<RunningWorker<Api>, 'pendingRejects' | 'end'>,
    answer: Promise<T>,
    ms: number,
    createError: (message: string) => PhotoError,
  ): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => end(createError(`silent for ${ms} ms`)), ms)
      const settle = (): void => {
        clearTimeout(timer)
        pendingRejects.delete(fail)
      }
      const fail = (error: unknown): void => {
        settle()
        reject(error as Error)
      }
      pendingRejects.add(fail)
      answer.then(value => {
        settle()
        resolve(value)
      }, fail)
    })
  }
}

/**
 * Converts what a worker threw to a PhotoError; comlink keeps only the name and the message of an error. An unexpected
 * error is a bug in this project: it is logged with its stack and never reported as a broken photo.
 */
function toPhotoError(error: unknown): PhotoError {
  if (error instanceof PhotoError) return error
  const photoError = error instanceof Error || error instanceof DOMException ? restorePhotoError(error, error) : null
  if (photoError) return photoError
  const { name = '', message = String(error) } = (error ?? {}) as Partial<Error>
  if (name === 'AbortError') return new PhotoError('aborted', message, { cause: error })
  if (isMemoryError(error)) return new PhotoError('out-of-memory', message, { cause: error })
  console.error(error)
  return new PhotoError('unexpected', message, { cause: error })
}
