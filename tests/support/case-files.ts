import sharp, { type Exif, type JpegOptions } from 'sharp'
import type { FileFacts } from '../../src/contract/file-facts'
import { readFileFacts } from '../../src/sources/file-facts'

export interface FileOptions {
  readonly name?: string
  readonly width?: number
  readonly height?: number
  readonly jpeg?: JpegOptions
  readonly exif?: Exif
  /** Dots per inch; not written if null. */
  readonly density?: number | null
  readonly format?: 'jpeg' | 'png' | 'gif'
  readonly grey?: boolean
  /** Pads the file to this many bytes after the picture. */
  readonly padTo?: number
}

/** Grey noise with a fixed seed, so that a file is as large as a photo of its size. */
function noise(width: number, height: number): Buffer {
  const data = Buffer.alloc(3 * width * height)
  let state = 1
  for (let at = 0; at < data.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    data[at] = 96 + (state >>> 26)
  }
  return data
}

/** The facts that the product reads from a real file with these properties. */
export async function fileFacts(options: FileOptions = {}): Promise<FileFacts> {
  const {
    width = 480,
    height = 640,
    jpeg,
    exif,
    density = 300,
    format = 'jpeg',
    grey = false,
    padTo = 0,
    name,
  } = options
  let image = sharp(noise(width, height), { raw: { width, height, channels: 3 } })
  if (density !== null && !grey) image = image.withMetadata({ density })
  if (exif) image = image.withExif(exif)
  if (grey) image = image.toColourspace('b-w')
  const encoded =
    format === 'jpeg'
      ? image.jpeg({ quality: 92, chromaSubsampling: '4:4:4', ...jpeg })
      : format === 'png'
        ? image.png()
        : image.gif()
  const bytes = await encoded.toBuffer()
  const padded = Buffer.concat([bytes, Buffer.alloc(Math.max(0, padTo - bytes.length))])
  return readFileFacts(new Uint8Array(padded), name)
}
