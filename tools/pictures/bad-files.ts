import { readFileSync } from 'node:fs'
import sharp, { type Sharp } from 'sharp'
import { createRandom } from '../../src/drawn/random'
import { drawJpeg, drawPixels } from './drawn-jpeg'

export interface BadFile {
  readonly name: string
  readonly bytes: Buffer
}

/** Valid files of every format, to be mutated: a drawn portrait, small so that thousands take minutes. */
export async function createGoodFiles(): Promise<readonly BadFile[]> {
  const { width, height, data } = await drawPixels({ width: 480, height: 640, noise: 2 })
  const raw = sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } }).removeAlpha()
  return [
    { name: 'a.jpg', bytes: await raw.clone().jpeg({ quality: 85 }).toBuffer() },
    { name: 'progressive.jpg', bytes: await raw.clone().jpeg({ quality: 80, progressive: true }).toBuffer() },
    {
      name: 'exif.jpg',
      bytes: await raw
        .clone()
        .withExif({ IFD0: { Software: 'Adobe Photoshop', Artist: 'Zhang San' } })
        .jpeg()
        .toBuffer(),
    },
    { name: 'a.png', bytes: await raw.clone().png().toBuffer() },
    { name: 'a.webp', bytes: await raw.clone().webp({ quality: 80 }).toBuffer() },
    { name: 'a.gif', bytes: await raw.clone().gif().toBuffer() },
    { name: 'a.avif', bytes: await raw.clone().resize(240).avif({ quality: 50, effort: 0 }).toBuffer() },
    { name: 'a.heic', bytes: readFileSync('tests/fixtures/portrait.heic') },
  ]
}

/** Files with one special defect each. */
export async function createSpecialFiles(): Promise<readonly BadFile[]> {
  const size = { width: 480, height: 640 }
  const jpeg = await drawJpeg(size)
  const { width, height, data } = await drawPixels(size)
  const portrait = (): Sharp => sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } })
  return [
    ...createUnreadableFiles(),
    { name: 'scan.tif', bytes: await portrait().tiff().toBuffer() },
    ...(await createOddSizes()),
    ...(await createOddPixels(portrait)),
    ...(await createAnimations()),
    { name: 'wrong-name.png', bytes: jpeg },
    { name: 'trailing.jpg', bytes: Buffer.concat([jpeg, Buffer.alloc(5000, 1)]) },
    { name: 'wide-header.jpg', bytes: withJpegSize(jpeg, 30_000, 640) },
    { name: 'wide-header.png', bytes: withPngSize(await portrait().png().toBuffer(), 30_000, 30_000) },
    { name: 'lying-header.jpg', bytes: withJpegSize(jpeg, 900, 1200) },
    { name: 'no-size.jpg', bytes: withJpegSize(jpeg, 0, 0) },
    ...(await createOrientations(jpeg)),
  ]
}

/** Files that hold no picture, whatever their name says. */
const createUnreadableFiles = (): readonly BadFile[] => [
  { name: 'empty.jpg', bytes: Buffer.alloc(0) },
  { name: 'one-byte.jpg', bytes: Buffer.from([0xff]) },
  { name: 'zeros.jpg', bytes: Buffer.alloc(100_000) },
  { name: 'text.jpg', bytes: Buffer.from('This is no picture, whatever its name says. '.repeat(50)) },
  { name: 'page.png', bytes: Buffer.from('<!doctype html><title>not found</title>') },
  { name: 'drawing.jpg', bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"/>') },
  { name: 'paper.pdf', bytes: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF') },
  { name: 'archive.zip', bytes: Buffer.from([0x50, 0x4b, 3, 4, ...new Array<number>(60).fill(7)]) },
]

const createPlainPicture = (width: number, height: number, channels: 3 | 4 = 3): Sharp =>
  sharp({ create: { width, height, channels, background: { r: 90, g: 150, b: 210, alpha: 0.5 } } })

const createOddSizes = async (): Promise<readonly BadFile[]> => [
  { name: 'one-pixel.jpg', bytes: await createPlainPicture(1, 1).jpeg().toBuffer() },
  { name: 'one-pixel.png', bytes: await createPlainPicture(1, 1, 4).png().toBuffer() },
  { name: 'strip.jpg', bytes: await createPlainPicture(8000, 2).jpeg().toBuffer() },
  { name: 'column.png', bytes: await createPlainPicture(2, 8000).png().toBuffer() },
]

/** No face, or pixels of a rarer kind. */
const createOddPixels = async (portrait: () => Sharp): Promise<readonly BadFile[]> => [
  { name: 'no-face.jpg', bytes: await createPlainPicture(600, 800).jpeg().toBuffer() },
  { name: 'cmyk.jpg', bytes: await portrait().removeAlpha().toColourspace('cmyk').jpeg().toBuffer() },
  { name: 'grey.jpg', bytes: await portrait().removeAlpha().toColourspace('b-w').jpeg().toBuffer() },
  { name: 'sixteen-bit.png', bytes: await portrait().removeAlpha().toColourspace('rgb16').png().toBuffer() },
  { name: 'palette.png', bytes: await portrait().png({ palette: true }).toBuffer() },
  { name: 'transparent.png', bytes: await createPlainPicture(600, 800, 4).png().toBuffer() },
]

const createAnimations = async (): Promise<readonly BadFile[]> => [
  { name: 'animated.gif', bytes: await createAnimation('gif') },
  { name: 'animated.webp', bytes: await createAnimation('webp') },
]

const createOrientations = (jpeg: Buffer): Promise<readonly BadFile[]> =>
  Promise.all(
    Array.from({ length: 8 }, async (_, i) => ({
      name: `orientation-${i + 1}.jpg`,
      bytes: await sharp(jpeg)
        .withMetadata({ orientation: i + 1 })
        .jpeg()
        .toBuffer(),
    })),
  )

async function createAnimation(format: 'gif' | 'webp'): Promise<Buffer> {
  const frames = await Promise.all(
    ['#333', '#ccc'].map(background =>
      sharp({ create: { width: 60, height: 80, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  const joined = sharp(frames, { join: { animated: true } })
  return format === 'gif' ? joined.gif().toBuffer() : joined.webp().toBuffer()
}

/** Changes the size in the frame header only. */
function withJpegSize(jpeg: Buffer, width: number, height: number): Buffer {
  const bytes = Buffer.from(jpeg)
  for (let at = 2; at < bytes.length - 9 && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    if (bytes[at + 1]! < 0xc0 || bytes[at + 1]! > 0xc2) continue
    bytes.writeUInt16BE(height, at + 5)
    bytes.writeUInt16BE(width, at + 7)
    return bytes
  }
  throw new Error('no frame header')
}

function withPngSize(png: Buffer, width: number, height: number): Buffer {
  const bytes = Buffer.from(png)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

/** `count` files cut short, with bits flipped, with parts zeroed, doubled or moved; the same for the same seed. */
export function* mutateFiles(good: readonly BadFile[], count: number, seed = 1): Generator<BadFile> {
  const next = createRandom(seed)
  const below = (most: number): number => Math.floor(next() * most)
  const KINDS = ['cut', 'bits', 'zeros', 'header', 'repeat', 'swap'] as const
  for (let i = 0; i < count; i++) {
    const { name, bytes: original } = good[i % good.length]!
    const kind = KINDS[Math.floor(i / good.length) % KINDS.length]!
    let bytes = Buffer.from(original)
    const at = below(bytes.length)
    const length = 1 + below(Math.min(4000, bytes.length - at))
    if (kind === 'cut') bytes = bytes.subarray(0, at)
    else if (kind === 'bits')
      for (let k = 1 + below(60); k > 0; k--) {
        const place = below(bytes.length)
        bytes[place] = bytes[place]! ^ (1 << below(8))
      }
    else if (kind === 'zeros') bytes.fill(0, at, at + length)
    else if (kind === 'header')
      for (let k = 1 + below(8); k > 0; k--) bytes[below(Math.min(700, bytes.length))] = below(256)
    else if (kind === 'repeat')
      bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at)])
    else {
      const to = below(bytes.length - length)
      bytes.copy(bytes, to, at, at + length)
    }
    yield { name: `${i}-${kind}-${name}`, bytes }
  }
}
