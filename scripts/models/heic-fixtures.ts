import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp, { type OutputInfo, type Sharp } from 'sharp'
import { drawPixels } from '../../tools/pictures/drawn-jpeg'
import {
  readCodedPicture,
  buildDisplayP3Profile,
  buildHeifFile,
  type CodedPicture,
} from '../../tools/pictures/heif-file'

/**
 * Makes tests/fixtures/*.heic again: `npm run heic:fixtures`. One drawn portrait in the kinds of HEIC that phones
 * write. Needs heif-enc of libheif with x265 (Debian: libheif-examples).
 */
const PORTRAIT_SIZE = { width: 1200, height: 1600 } as const
const TILE_PX = 512

const scratchFolder = mkdtempSync(join(tmpdir(), 'heic-'))

async function encodeHeic(picture: Sharp, ...options: readonly string[]): Promise<Buffer> {
  const [png, heic] = [join(scratchFolder, 'a.png'), join(scratchFolder, 'a.heic')]
  writeFileSync(png, await picture.png({ compressionLevel: 1 }).toBuffer())
  execFileSync('heif-enc', ['-q', '60', '--matrix_coefficients', '6', ...options, '-o', heic, png])
  return readFileSync(heic)
}
const encodeCoded = async (picture: Sharp, ...options: readonly string[]): Promise<CodedPicture> =>
  readCodedPicture(await encodeHeic(picture, ...options))

async function makeFixtures(): Promise<void> {
  const { width, height, data } = await drawPixels(PORTRAIT_SIZE)
  const upright = (): Sharp => sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } }).removeAlpha()
  const save = (name: string, bytes: Buffer): void => {
    writeFileSync(`tests/fixtures/${name}.heic`, bytes)
    console.log(name, bytes.length)
  }
  save('portrait', await encodeHeic(upright()))
  save('ten-bit', await encodeHeic(upright().toColourspace('rgb16'), '-b', '10'))
  save('transparent', await makeTransparent(upright()))
  save('mirrored', await makeMirrored(upright()))
  save('phone', await makePhonePhoto(upright()))
}

async function makeTransparent(portrait: Sharp): Promise<Buffer> {
  const small = await portrait.resize(600).ensureAlpha().png().toBuffer()
  const hole = Buffer.from('<svg width="600" height="800"><rect width="200" height="200"/></svg>')
  return encodeHeic(sharp(small).composite([{ input: hole, blend: 'dest-out' }]))
}

/**
 * Stored on its side and mirrored: irot turns it back first, then imir mirrors it.
 */
async function makeMirrored(portrait: Sharp): Promise<Buffer> {
  const mirrored = await portrait.flop().png().toBuffer()
  return buildHeifFile({ tiles: [await encodeCoded(sharp(mirrored).rotate(90))], irot: 1, imir: 1 })
}

/**
 * As an iPhone writes it: tiles of 512 px that reach over the edges, turned by irot and, for readers of EXIF, by its
 * tag too, in Display P3.
 */
async function makePhonePhoto(portrait: Sharp): Promise<Buffer> {
  // Raw between the steps: sharp would convert a picture that has a profile to sRGB again.
  const inP3 = await portrait.withIccProfile('p3').raw().toBuffer({ resolveWithObject: true })
  const sideways = await sharp(inP3.data, { raw: inP3.info }).rotate(-90).raw().toBuffer({ resolveWithObject: true })
  return buildHeifFile({
    ...(await encodeTiles(sideways.data, sideways.info)),
    width: sideways.info.width,
    height: sideways.info.height,
    irot: 3,
    icc: buildDisplayP3Profile(),
    exif: await makeExif(6),
  })
}

/** Tiles row by row; the last of a row or column repeat the picture's edge. */
async function encodeTiles(data: Buffer, info: OutputInfo): Promise<{ tiles: CodedPicture[]; columns: number }> {
  const columns = Math.ceil(info.width / TILE_PX)
  const rows = Math.ceil(info.height / TILE_PX)
  const spread = await sharp(data, { raw: info })
    .extend({ right: columns * TILE_PX - info.width, bottom: rows * TILE_PX - info.height, extendWith: 'copy' })
    .png()
    .toBuffer()
  const tiles: CodedPicture[] = []
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const area = { left: column * TILE_PX, top: row * TILE_PX, width: TILE_PX, height: TILE_PX }
      tiles.push(await encodeCoded(sharp(spread).extract(area)))
    }
  return { tiles, columns }
}

/** APP1 payload of a JPEG with this orientation. */
async function makeExif(orientation: number): Promise<Buffer> {
  const jpeg = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer()
  const start = jpeg.indexOf('Exif\0\0', 0, 'latin1')
  return jpeg.subarray(start, start + jpeg.readUInt16BE(start - 2) - 2)
}

try {
  await makeFixtures()
} finally {
  rmSync(scratchFolder, { recursive: true })
}
