import { PhotoError } from '../contract/failure'
import type { FileFacts } from '../contract/file-facts'
import { isMemoryError } from '../lib/memory-error'
import { assertNotTooLarge } from './file-facts'

/** Formats that not every browser decodes: failing to decode one does not mean that the file is damaged. */
const OPTIONAL_FORMATS = new Set(['image/avif'])

/**
 * Some engines refuse a JPEG that lacks only this marker (ITU-T T.81 B.2.1), though all of its picture is there; behind
 * the file's own nobody reads it.
 */
const END_OF_IMAGE = Uint8Array.of(0xff, 0xd9)

/** Decodes with EXIF orientation applied, in sRGB. Errors: unsupported-format, damaged, too-large, out-of-memory. */
export async function decodeWithBrowser(file: Blob, facts: FileFacts): Promise<ImageBitmap> {
  // The blob's type comes from the name and may be wrong, and some engines rely on it; set the detected type.
  const parts = facts.type === 'image/jpeg' ? [file, END_OF_IMAGE] : [file]
  const bitmap = await createImageBitmap(new Blob(parts, { type: facts.type }), {
    imageOrientation: 'from-image',
    colorSpaceConversion: 'default',
  }).catch((cause: unknown) => {
    if (isMemoryError(cause)) throw new PhotoError('out-of-memory', 'decode', { cause })
    // The content is HEIC, which this browser can't decode; the project's decoder can.
    if (facts.type === 'image/heic')
      throw new PhotoError('unsupported-format', facts.type, { cause, reason: 'undecodable-heic' })
    throw new PhotoError(OPTIONAL_FORMATS.has(facts.type) ? 'unsupported-format' : 'damaged', facts.type, { cause })
  })
  const { width, height } = bitmap
  try {
    if (!width || !height) throw new PhotoError('damaged', `${width}x${height}`)
    assertNotTooLarge(width, height)
    return bitmap
  } catch (error) {
    bitmap.close()
    throw error
  }
}
