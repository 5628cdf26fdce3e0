export interface Watch {
  stop(): void
  /**
   * The best still the camera gives, unmirrored: its own photo, else the best frame of the stretch for which
   * everything has held, else the frame on show, lossless.
   */
  capture(): Promise<Blob>
}
