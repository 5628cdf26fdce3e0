import { readFileSync } from 'node:fs'
import sharp, { type Sharp } from 'sharp'
import { drawPixels } from '../drawn-jpeg'

/** An undamaged file that mutations start from. Its name begins with its format: `png-palette`. */
export interface FuzzOriginal {
  readonly name: string
  readonly bytes: Buffer
}

interface Size {
  readonly width: number
  readonly height: number
}
/** px: small, so that thousands of checks take minutes, and above the 480x640 of most profiles' files. */
const DEFAULT_SIZE: Size = { width: 600, height: 800 }

/** One drawn portrait in every format that is opened, and in the codings of each that differ in what can break. */
export async function createOriginals(size: Size = DEFAULT_SIZE): Promise<readonly FuzzOriginal[]> {
  const { width, height, data } = await drawPixels({ ...size, noise: 2 })
  const raw = sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } }).removeAlpha()
  const portrait = (): Sharp => raw.clone()
  const coded: Record<string, Sharp> = {
    'jpeg-annex-k': portrait().jpeg({ quality: 92, optimiseCoding: false }),
    'jpeg-progressive': portrait().jpeg({ quality: 85, progressive: true }),
    'jpeg-exif': portrait()
      .withExif({ IFD0: { Software: 'Adobe Photoshop', Artist: 'Zhang San' } })
      .jpeg({ quality: 80, mozjpeg: true }),
    'png-plain': portrait().png({ compressionLevel: 6 }),
    'png-interlaced': portrait().png({ progressive: true }),
    'png-palette': portrait().png({ palette: true }),
    'webp-lossy': portrait().webp({ quality: 85 }),
    'webp-lossless': portrait().webp({ lossless: true, effort: 1 }),
    'webp-exif': portrait()
      .withExif({ IFD0: { Artist: 'Zhang San' } })
      .webp({ quality: 80 }),
    'gif-plain': portrait().gif({ effort: 1 }),
    'avif-plain': portrait().avif({ quality: 60, effort: 0 }),
  }
  const files = await Promise.all(
    Object.entries(coded).map(async ([name, picture]) => ({ name, bytes: await picture.toBuffer() })),
  )
  return [
    ...files,
    { name: 'bmp-plain', bytes: writeBmp(await portrait().raw().toBuffer(), size) },
    ...['portrait', 'phone'].map(name => ({
      name: `heic-${name}`,
      bytes: readFileSync(new URL(`../../../tests/fixtures/${name}.heic`, import.meta.url)),
    })),
  ]
}

const BMP_HEADERS_BYTES = 54

/** A BMP of 24 bits, rows from the bottom up, as Windows Paint writes it. */
function writeBmp(rgb: Buffer, { width, height }: Size): Buffer {
  const rowBytes = Math.ceil((3 * width) / 4) * 4
  const bytes = Buffer.alloc(BMP_HEADERS_BYTES + rowBytes * height)
  bytes.write('BM')
  bytes.writeUInt32LE(bytes.length, 2)
  bytes.writeUInt32LE(BMP_HEADERS_BYTES, 10)
  bytes.writeUInt32LE(40, 14)
  bytes.writeInt32LE(width, 18)
  bytes.writeInt32LE(height, 22)
  bytes.writeUInt16LE(1, 26)
  bytes.writeUInt16LE(24, 28)
  bytes.writeUInt32LE(rowBytes * height, 34)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = 3 * (y * width + x)
      const to = BMP_HEADERS_BYTES + (height - 1 - y) * rowBytes + 3 * x
      for (const channel of [0, 1, 2]) bytes[to + channel] = rgb[from + 2 - channel]!
    }
  return bytes
}
