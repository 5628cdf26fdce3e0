import { wrap, type Remote } from 'comlink'
import { PhotoError } from '../contract/failure'
import { Silence } from '../lib/silence'
import { watchLifeline } from './lifeline'
import { toPhotoError } from './worker-error'

export interface WorkerSpawner {
  /** Creates the worker; called again after a crash. */
  readonly spawn: () => Worker
  /** For the error message if the worker does not load. */
  readonly scriptUrl?: string
}

export interface WorkerClientOptions<Api> extends WorkerSpawner {
  /** Loads what the worker needs; once it resolves, the worker is ready. */
  readonly prepare: (api: Remote<Api>) => Promise<void>
  /** Milliseconds in which a living worker with work to do may say nothing. */
  readonly maxSilenceMs?: number
}

/** Slow is not dead: a phone's worst photo takes a tenth of this. It ends only what would never end. */
const MAX_SILENCE_MS = 180_000
const SILENT_TICKS = 10

/**
 * One life of a worker, from its start to its end: closed, dead, or given up as too slow. Whatever ends it rejects
 * every pending call.
 */
export class WorkerLife<Api> {
  readonly ready: Promise<void>
  private readonly worker: Worker
  private readonly api: Remote<Api>
  private readonly silence: Silence
  private readonly stopLifeline: () => void
  /**
   * Reject functions of the pending calls. Racing all calls against one long-lived promise would keep every answer in
   * memory for as long as the worker lives.
   */
  private readonly pendingRejects = new Set<(error: PhotoError) => void>()
  /** Its script has loaded: what ends it from now on is no missing file. */
  private hasSpoken = false
  private ending: PhotoError | null = null

  constructor(private readonly options: WorkerClientOptions<Api>) {
    this.worker = options.spawn()
    this.api = wrap<Api>(this.worker)
    const tickMs = (options.maxSilenceMs ?? MAX_SILENCE_MS) / SILENT_TICKS
    this.silence = new Silence(tickMs, SILENT_TICKS, () =>
      this.fail('too-slow', `silent for ${SILENT_TICKS * tickMs} ms`),
    )
    this.listen()
    this.stopLifeline = watchLifeline(this.worker, () => this.fail('crashed', 'the worker is gone'))
    this.ready = this.prepare()
    // Avoids an unhandled rejection when no call is waiting.
    this.ready.catch(() => {})
  }

  get isOver(): boolean {
    return this.ending !== null
  }

  /** Errors: what the worker throws; crashed, too-slow; what `end` was given. */
  async call<T>(use: (api: Remote<Api>) => Promise<T>): Promise<T> {
    await this.ready
    if (this.ending) throw this.ending
    return this.untilEnd(use(this.api))
  }

  end(error: PhotoError): void {
    if (this.ending) return
    this.ending = error
    this.silence.stop()
    this.stopLifeline()
    this.worker.terminate()
    for (const reject of this.pendingRejects) reject(error)
  }

  private listen(): void {
    this.worker.addEventListener('message', () => {
      this.hasSpoken = true
      this.silence.hear()
    })
    this.worker.addEventListener('error', event => {
      event.preventDefault?.()
      this.fail('crashed', event.message || 'worker failed')
    })
    this.worker.addEventListener('messageerror', () => this.fail('crashed', 'unreadable message'))
  }

  private async prepare(): Promise<void> {
    try {
      await this.untilEnd(this.options.prepare(this.api))
    } catch (error) {
      const failure = toPhotoError(error)
      this.end(failure)
      throw failure
    }
  }

  private fail(code: 'crashed' | 'too-slow', message: string): void {
    const { scriptUrl } = this.options
    if (this.hasSpoken) this.end(new PhotoError(code, message))
    else this.end(new PhotoError('assets-missing', scriptUrl ? `${scriptUrl}: ${message}` : message))
  }

  private untilEnd<T>(answer: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const settle = (): void => {
        this.pendingRejects.delete(fail)
        if (!this.pendingRejects.size) this.silence.stop()
      }
      const fail = (error: unknown): void => {
        settle()
        reject(error as Error)
      }
      this.pendingRejects.add(fail)
      this.silence.start()
      answer.then(value => {
        settle()
        resolve(value)
      }, fail)
    })
  }
}
