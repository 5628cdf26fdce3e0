import { PhotoError } from '../contract/failure'
import type { FileFacts } from '../contract/file-facts'
import { estimateJpegQuality } from '../lib/jpeg-structure'
import { readColourSpace } from './colour-space'
import { readContainer, type Container } from './container'
import { readDensity } from './density'
import { findEditingSoftware } from './editing-software'
import { findIdentifyingKinds } from './identifying'
import { readTags } from './tags'
import { assertWholePicture } from './whole-picture'

/** Above a phone's largest mode, below what decodes to half a gigabyte. */
const MAX_PIXELS = 128_000_000
/** Canvases are limited to 16,384 px in every engine, and no camera reaches that with a portrait. */
const MAX_SIDE_PX = 16_384

/** Errors: too-large. */
export function assertNotTooLarge(width: number, height: number): void {
  if (Math.max(width, height) > MAX_SIDE_PX || width * height > MAX_PIXELS)
    throw new PhotoError('too-large', `${width}x${height}`)
}

/** H.273 transfer curves of high dynamic range: PQ and HLG. */
const HDR_TRANSFER_CURVES = [16, 18]

/** Shown without tone mapping, a picture of high dynamic range looks dark or washed out, and would be judged so. */
function assertStandardRange({ heif, transferCurve }: Container): void {
  if (HDR_TRANSFER_CURVES.includes(heif?.nclx?.transfer ?? transferCurve ?? 0))
    throw new PhotoError('unsupported-format', 'high dynamic range')
}

/**
 * Reads facts from a file's bytes, and before any pixel is decoded rejects what can't be a whole picture of a size that
 * can be held. Errors: not-an-image, unsupported-format, damaged, too-large.
 */
export function readFileFacts(bytes: Uint8Array<ArrayBuffer>, name?: string): FileFacts {
  const container = readContainer(bytes)
  const { width, height } = container
  assertNotTooLarge(width, height)
  assertStandardRange(container)
  assertWholePicture(bytes, container)
  const tags = readTags(bytes, container)
  // In HEIF, boxes rotate the image and decoders apply them; the EXIF tag repeats the rotation and must be ignored
  // (ISO/IEC 23000-22, MIAF).
  const orientation = container.heif?.orientation ?? Number(tags['exif']?.['Orientation']?.value)
  return {
    ...(name === undefined ? {} : { name }),
    bytes: bytes.length,
    type: container.type,
    storedWidth: width,
    storedHeight: height,
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    animated: container.animated,
    bitDepth: container.bitDepth,
    channels: container.channels,
    colourSpace: readColourSpace(container, tags),
    density: readDensity(tags, container),
    jpeg: container.jpeg && {
      quality: estimateJpegQuality(container.jpeg.quantisation.get(0)),
      progressive: [0xc2, 0xc6, 0xca, 0xce].includes(container.jpeg.frameType),
      subsampling: container.jpeg.components.map(({ horizontal, vertical }) => `${horizontal}x${vertical}`).join(' '),
    },
    identifying: findIdentifyingKinds(tags),
    software: findEditingSoftware(tags, container),
  }
}
