import type { Detections, OpenedImage } from '../contract/apis'
import type { Report } from '../contract/report'

/** A file or a camera's frame: how it is opened and how its face and person are found differs between them. */
export interface PhotoSource<Opened extends OpenedImage = OpenedImage> {
  /** What the report says of it. */
  readonly facts: Pick<Report['source'], 'name' | 'bytes' | 'type'>
  /** Errors: not-an-image, unsupported-format, damaged, changed-file, too-large, out-of-memory. */
  open(signal: AbortSignal | undefined): Promise<Opened>
  /** Takes over the bitmaps that `open` made for the models. */
  detect(opened: Opened, signal: AbortSignal | undefined): Promise<Detections>
  /** Closes these bitmaps where nobody waits for them any more. */
  discard(opened: Opened): void
}
