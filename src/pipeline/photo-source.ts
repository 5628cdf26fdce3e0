import type { Detections, OpenedImage } from '../contract/apis'
import type { Report } from '../contract/report'

/** A file or a camera frame: they differ in how they are opened and how face and person are detected. */
export interface PhotoSource<Opened extends OpenedImage = OpenedImage> {
  /** File facts for the report. */
  readonly facts: Pick<Report['source'], 'name' | 'bytes' | 'type'>
  /** Errors: not-an-image, unsupported-format, damaged, changed-file, too-large, out-of-memory. */
  open(signal: AbortSignal | undefined): Promise<Opened>
  /** Takes ownership of the bitmaps that `open` made for the models. */
  detect(opened: Opened, signal: AbortSignal | undefined): Promise<Detections>
  /** Closes those bitmaps if `detect` will not be called. */
  discard(opened: Opened): void
}
