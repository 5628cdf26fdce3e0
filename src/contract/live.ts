import type { PhotoError } from './failure'

export interface Watch {
  stop(): void
  /**
   * The best still the camera gives, unmirrored: its own photo, else the best frame of the stretch for which
   * everything has held, else the frame on show, lossless.
   */
  capture(): Promise<Blob>
}

export interface WatchOptions {
  /**
   * Called at once when a worker stops under the watch (crashed, too-slow, …). There are no reports until a new worker
   * has loaded; the watch goes on by itself.
   */
  onFailure?(failure: PhotoError): void
}
