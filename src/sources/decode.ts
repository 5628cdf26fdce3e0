import { PhotoError } from '../contract/failure'
import type { FileFacts } from '../contract/file-facts'
import { assertNotTooLarge } from './file-facts'

/** Formats that not every browser decodes: a failure says nothing about the file. */
const OPTIONAL_FORMATS = new Set(['image/heic', 'image/avif'])

/** Decodes with EXIF orientation applied, in sRGB. Errors: unsupported-format, damaged, too-large, out-of-memory. */
export async function decodeWithBrowser(file: Blob, facts: FileFacts): Promise<ImageBitmap> {
  // The name's type may be wrong; the content's is not, and some engines go by it.
  const typed = new Blob([file], { type: facts.type })
  const bitmap = await createImageBitmap(typed, {
    imageOrientation: 'from-image',
    colorSpaceConversion: 'default',
  }).catch((cause: unknown) => {
    if (cause instanceof RangeError || /memory|allocat/i.test(String(cause)))
      throw new PhotoError('out-of-memory', 'decode', { cause })
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
