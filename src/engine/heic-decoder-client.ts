import type { HeicApi } from '../contract/apis'
import { PhotoError } from '../contract/failure'
import type { Pixels } from '../contract/pixels'
import { WorkerClient, type WorkerSpawner } from './worker-client'
import { untilAborted } from '../lib/until-aborted'

export interface HeicAssets {
  readonly loader: string
  readonly wasm: Uint8Array<ArrayBuffer>
}

/**
 * Decodes HEIC where the browser can't. The decoder is loaded with the first such photo. Each photo gets its own
 * worker, which is terminated afterwards, because the decoder's heap (110 MB for 12 megapixels) never shrinks and a
 * broken file may leave bad state. One photo at a time, to limit memory.
 */
export class HeicDecoderClient {
  private loading: Promise<HeicAssets> | undefined
  private queue: Promise<unknown> = Promise.resolve()
  private readonly ending = new AbortController()

  /** `load` fetches the decoder. */
  constructor(
    private readonly load: () => Promise<HeicAssets>,
    private readonly spawner: WorkerSpawner,
  ) {}

  /**
   * Upright, sRGB, on white. Errors: unsupported-format, damaged, too-large, out-of-memory, assets-missing (loaded
   * again with the next photo), aborted.
   */
  decode(file: Blob, signal?: AbortSignal): Promise<Pixels> {
    const decoding = this.queue.then(() => untilAborted(this.ending.signal, () => this.decodeNow(file, signal)))
    this.queue = decoding.catch(() => {})
    return untilAborted(signal, () => decoding)
  }

  close(): void {
    this.ending.abort()
  }

  private async decodeNow(file: Blob, signal: AbortSignal | undefined): Promise<Pixels> {
    // Closed or aborted while waiting in the queue.
    if (this.ending.signal.aborted) throw new PhotoError('closed')
    if (signal?.aborted) throw new PhotoError('aborted')
    const assets = await untilAborted(signal, () => this.getAssets())
    const client = new WorkerClient<HeicApi>({ ...this.spawner, prepare: api => api.load(assets) })
    const end = (): void => client.close()
    this.ending.signal.addEventListener('abort', end)
    try {
      return await client.call(api => api.decode(file), signal)
    } finally {
      this.ending.signal.removeEventListener('abort', end)
      end()
    }
  }

  private getAssets(): Promise<HeicAssets> {
    return (this.loading ??= this.load().catch((error: unknown) => {
      this.loading = undefined
      throw error
    }))
  }
}
