import type { Container } from './container'
import { assertWholeBmp } from './whole-bmp'
import { assertWholeGif } from './whole-gif'
import { assertWholeHeif } from './whole-heif'
import { assertWholeJpeg } from './whole-jpeg'
import { assertWholePng } from './whole-png'
import { assertWholeWebp } from './whole-webp'

const CHECKS: Readonly<Record<string, (bytes: Uint8Array, container: Container) => void>> = {
  'image/jpeg': assertWholeJpeg,
  'image/png': assertWholePng,
  'image/webp': assertWholeWebp,
  'image/gif': assertWholeGif,
  'image/bmp': (bytes, { width, height }) => assertWholeBmp(bytes, width, height),
  'image/heic': assertWholeHeif,
  'image/avif': assertWholeHeif,
}

/**
 * Refuses a file of which a part is missing or broken: decoders draw the rest without a word. Errors: damaged,
 * too-large, unsupported-format.
 */
export function assertWholePicture(bytes: Uint8Array, container: Container): void {
  CHECKS[container.type]?.(bytes, container)
}
