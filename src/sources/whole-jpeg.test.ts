import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import {
  codedBits,
  END_OF_IMAGE,
  frameHeader,
  jpegOf,
  scanHeader,
  segment,
  type FrameOptions,
} from '../../tests/support/jpeg-bytes'
import { drawPixels } from '../../tools/pictures/drawn-jpeg'
import { createRandom } from '../drawn/random'
import { readFileFacts } from './file-facts'
import { assertWholeJpeg } from './whole-jpeg'

/** A drawn portrait in the codings of cameras, of programs and of the web. */
const CODINGS = {
  'tables of Annex K': { quality: 92, optimiseCoding: false },
  'every colour sample': { quality: 85, chromaSubsampling: '4:4:4' },
  progressive: { quality: 85, progressive: true },
  mozjpeg: { quality: 80, mozjpeg: true },
} as const
const width = 240
const height = 320
const drawn = await drawPixels({ width, height, noise: 3 })
const portrait = sharp(Buffer.from(drawn.data.buffer), { raw: { width, height, channels: 4 } }).removeAlpha()
const files = await Promise.all(
  Object.entries(CODINGS).map(async ([name, options]) => ({
    name,
    good: await portrait.clone().jpeg(options).toBuffer(),
  })),
)

const isRefused = (bytes: Uint8Array): boolean => {
  try {
    assertWholeJpeg(bytes)
    return false
  } catch {
    return true
  }
}

/** Where the data of the first scan begin. */
const findScanData = (jpeg: Buffer): number => {
  const header = jpeg.indexOf(Buffer.from([0xff, 0xda]))
  return header + 2 + jpeg.readUInt16BE(header + 2)
}

type Damage = (good: Buffer, at: number, random: () => number) => Buffer
const SECTOR_BYTES = 512
const overwrite = (good: Buffer, at: number, bytes: Uint8Array): Buffer => {
  const bad = Buffer.from(good)
  bad.set(bytes, at)
  return bad
}
const DAMAGES: Record<string, Damage> = {
  'cut off, an end marker put behind': (good, at) => Buffer.concat([good.subarray(0, at), Buffer.from(END_OF_IMAGE)]),
  'a sector of zeros': (good, at) => overwrite(good, at, new Uint8Array(SECTOR_BYTES)),
  'a sector of ones': (good, at) => overwrite(good, at, new Uint8Array(SECTOR_BYTES).fill(0xff)),
  // Without 0xff it holds no marker, which would betray it.
  'a sector of chance': (good, at, random) =>
    overwrite(
      good,
      at,
      Uint8Array.from({ length: SECTOR_BYTES }, () => Math.floor(255 * random())),
    ),
  'a sector lost': (good, at) => Buffer.concat([good.subarray(0, at), good.subarray(at + SECTOR_BYTES)]),
}
const PLACES = 40

/** The share of 8x8 blocks that differ when decoded; 1 where nothing can be decoded. */
async function compareBlocks(good: Buffer, bad: Buffer): Promise<number> {
  const decode = (bytes: Buffer): Promise<Buffer> => sharp(bytes, { failOn: 'none' }).raw().toBuffer()
  const [expected, found] = await Promise.all([decode(good), decode(bad).catch(() => null)])
  if (!found) return 1
  const blocks = new Set<number>()
  for (let at = 0; at < expected.length; at++) {
    const pixel = Math.floor(at / 3)
    if (expected[at] !== found[at]) blocks.add((Math.floor(pixel / width) >> 3) * width + ((pixel % width) >> 3))
  }
  return blocks.size / Math.ceil(width / 8) / Math.ceil(height / 8)
}

describe.each(files)('a portrait coded with $name', ({ good }) => {
  it('is whole, also without its end marker', () => {
    expect(() => assertWholeJpeg(good)).not.toThrow()
    expect(() => assertWholeJpeg(good.subarray(0, -2))).not.toThrow()
  })
  it.each(Object.keys(DAMAGES))('is refused with %s, wherever that is', async kind => {
    const random = createRandom(7)
    const from = findScanData(good)
    const missed: number[] = []
    for (let i = 0; i < PLACES; i++) {
      const at = from + Math.floor((good.length - from - SECTOR_BYTES - 2) * random())
      const bad = DAMAGES[kind]!(good, at, random)
      if (!isRefused(bad) && (await compareBlocks(good, bad)) > 0.001) missed.push(at)
    }
    expect(missed).toEqual([])
  })
})

describe('what sharp writes is whole', () => {
  it.each([1, 7, 8, 9, 15, 16, 17, 33])('%i pixels wide and high', async side => {
    const small = portrait.clone().resize(side, side)
    for (const options of Object.values(CODINGS))
      expect(isRefused(await small.clone().jpeg(options).toBuffer()), JSON.stringify(options)).toBe(false)
  })
  it.each(['b-w', 'cmyk'] as const)('in %s', async space => {
    for (const progressive of [false, true])
      expect(isRefused(await portrait.clone().toColourspace(space).jpeg({ progressive }).toBuffer())).toBe(false)
  })
  it.each([1, 50, 100])('of quality %i', async quality => {
    for (const progressive of [false, true])
      expect(isRefused(await portrait.clone().jpeg({ quality, progressive }).toBuffer())).toBe(false)
  })
})

describe('the refusal', () => {
  const refusal = (code: string, message: string): unknown =>
    expect.objectContaining({ code, message: expect.stringContaining(message) as string })
  /** A grey picture of blocks without detail: 00 no difference, 1010 the end of a block. */
  const flat = (blocks: number, options: FrameOptions): Uint8Array<ArrayBuffer> =>
    jpegOf(frameHeader(options), scanHeader(), codedBits('001010'.repeat(blocks)), END_OF_IMAGE)

  it('tells how much is there', () =>
    expect(() => readFileFacts(flat(800, { width: 320, height: 200 }))).toThrow(
      refusal('damaged', 'scan data end after 80.0 % of the picture'),
    ))
  it('names the scan where there are several', () => {
    const bytes = jpegOf(
      ...[frameHeader({ width: 64, height: 8, sampling: [0x11, 0x11] }), scanHeader(), codedBits('001010'.repeat(8))],
      ...[scanHeader({ components: [2] }), codedBits('001010'.repeat(4)), END_OF_IMAGE],
    )
    expect(() => readFileFacts(bytes)).toThrow(refusal('damaged', 'after 50.0 % of the picture, in scan 2'))
  })
  it.each([0xc3, 0xc9])('frames of the kind %i can’t be decoded', marker =>
    expect(() => readFileFacts(flat(4, { marker }))).toThrow(refusal('unsupported-format', 'lossless')),
  )
  it('a size that the bytes can’t fill is damaged', () =>
    expect(() => readFileFacts(flat(4, { width: 11_313, height: 11_313 }))).toThrow(refusal('damaged', 'fewer bits')))
  it('more scans than a size needs are too large', () => {
    const scan = [...scanHeader({ band: [0, 0] }), 0, ...segment(0xfe, [1])]
    const bytes = jpegOf(frameHeader({ marker: 0xc2 }), Array.from({ length: 60 }, () => scan).flat(), END_OF_IMAGE)
    expect(() => readFileFacts(bytes)).toThrow(refusal('too-large', 'too many scans'))
  })
  it('facts of a whole file without an end marker are those of one with it', () => {
    const bytes = flat(4, {})
    const { bytes: length, ...facts } = readFileFacts(bytes.slice(0, -2))
    expect({ ...facts, bytes: length + 2 }).toEqual(readFileFacts(bytes))
  })
})
