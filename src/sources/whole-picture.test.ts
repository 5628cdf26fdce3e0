import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { createCase, createNamedCase, MUTATION_NAMES } from '../../tools/pictures/fuzz/mutations'
import { createOriginals } from '../../tools/pictures/fuzz/originals'
import { PhotoError } from '../contract/failure'
import { readFileFacts } from './file-facts'
import { assertAllPngRows } from './png-rows'

/** A part of `npm run fuzz` without a browser: a drawn portrait in every format, damaged in every way. */
const originals = await createOriginals({ width: 240, height: 320 })
const SEEDS = [1, 2]

type Outcome = 'opened' | PhotoError['code'] | 'untyped'
function open(bytes: Uint8Array): Outcome {
  try {
    readFileFacts(new Uint8Array(bytes))
    return 'opened'
  } catch (error) {
    return error instanceof PhotoError ? error.code : 'untyped'
  }
}
const openMutated = (name: string, mutation: string, seed: number): Outcome =>
  open(createNamedCase(`${name}~${mutation}~${seed}`, originals).bytes)
const find = (name: string): Buffer => originals.find(one => one.name === name)!.bytes
const refusal = (message: string): unknown =>
  expect.objectContaining({ code: 'damaged', message: expect.stringContaining(message) as string })

describe.each(originals)('$name', original => {
  it('is opened undamaged, and with data behind its end', () => {
    expect(open(original.bytes)).toBe('opened')
    expect(open(Buffer.concat([original.bytes, Buffer.alloc(3000, 7)]))).toBe('opened')
  })
  it('whatever is done to it, is opened or refused by a code of files', () => {
    const wrong = MUTATION_NAMES.flatMap(mutation =>
      SEEDS.map(seed => createCase(original, mutation, seed, originals)),
    ).filter(
      ({ bytes }) => !['opened', 'damaged', 'not-an-image', 'unsupported-format', 'too-large'].includes(open(bytes)),
    )
    expect(wrong.map(({ name }) => name)).toEqual([])
  })
  it('is refused cut off, wherever that is', () => {
    const { bytes } = original
    for (const share of [0.02, 0.3, 0.7, 0.97]) {
      const cut = bytes.subarray(0, Math.floor(share * bytes.length))
      expect(open(cut), `${share}`).not.toBe('opened')
    }
  })
})

/** BMP has no checksum and no coding: a wiped sector is a picture with a black line. */
describe.each(originals.filter(({ name }) => !name.startsWith('bmp')))('$name', ({ bytes }) => {
  it.each([0, 0xff])('is refused with a sector of %i', value => {
    for (const share of [0.2, 0.5, 0.7]) {
      const at = Math.floor(share * bytes.length)
      expect(open(Buffer.from(bytes).fill(value, at, at + 1024)), `${share}`).toBe('damaged')
    }
  })
})

describe('formats whose damage can be told from chance', () => {
  it.each(
    ['png-plain', 'png-interlaced', 'png-palette', 'gif-plain'].flatMap(name =>
      ['noise', 'elsewhere', 'lost'].map(mutation => [name, mutation] as const),
    ),
  )('%s is refused with sectors of %s', (name, mutation) => {
    for (let seed = 1; seed <= 5; seed++) expect(openMutated(name, mutation, seed), `${seed}`).not.toBe('opened')
  })
})

describe('a PNG', () => {
  it('whose text has a wrong checksum is opened: its pixels are whole', async () => {
    const png = await sharp(find('png-plain')).withMetadata({ density: 300 }).png().toBuffer()
    const at = png.indexOf('pHYs')
    png[at + 4] = png[at + 4]! ^ 1
    expect(open(png)).toBe('opened')
  })
  it('tells which checksum is wrong', () => {
    const png = Buffer.from(find('png-plain'))
    png[24] = png[24]! ^ 1
    expect(() => readFileFacts(new Uint8Array(png))).toThrow(refusal('a checksum of IHDR is wrong at byte 8'))
  })
  it.each(['png-plain', 'png-interlaced', 'png-palette'])('%s has all rows', async name => {
    await expect(assertAllPngRows(new Uint8Array(find(name)))).resolves.toBeUndefined()
  })
  it.each([1, 2, 4, 8, 16] as const)('of %i bits and every size has all rows', async bits => {
    for (const [width, height] of [
      [1, 1],
      [2, 5],
      [3, 3],
      [7, 9],
      [8, 8],
      [33, 5],
    ] as const)
      for (const progressive of [false, true]) {
        const plain = sharp({ create: { width, height, channels: 3, background: '#abc' } })
        const png = await (
          bits === 16
            ? plain.toColourspace('rgb16').png({ progressive })
            : plain.png({ progressive, palette: bits < 8, colours: 2 ** bits })
        ).toBuffer()
        await expect(assertAllPngRows(new Uint8Array(png)), `${width}x${height}`).resolves.toBeUndefined()
      }
  })
  it.each(['png-plain', 'png-interlaced'])('%s without one of its chunks says how much is there', async name => {
    const png = find(name)
    const chunks: number[] = []
    for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
      if (png.toString('latin1', at + 4, at + 8) === 'IDAT') chunks.push(at)
    expect(chunks.length).toBeGreaterThan(2)
    const gone = chunks[Math.floor(chunks.length / 2)]!
    const bytes = Buffer.concat([png.subarray(0, gone), png.subarray(gone + 12 + png.readUInt32BE(gone))])
    expect(open(bytes)).toBe('opened')
    await expect(assertAllPngRows(new Uint8Array(bytes))).rejects.toThrow(
      expect.objectContaining({ code: 'damaged', message: expect.stringMatching(/PNG data end after \d/) as string }),
    )
  })
})

describe('the refusal', () => {
  const open = (bytes: Uint8Array) => (): unknown => readFileFacts(new Uint8Array(bytes))
  it('of a BMP counts its rows', () =>
    expect(open(find('bmp-plain').subarray(0, 54 + 720 * 200 + 5))).toThrow(refusal('after 200 of 320 rows')))
  it('of a GIF says after how much', () => {
    const gif = find('gif-plain')
    expect(open(Buffer.concat([gif.subarray(0, gif.length / 2), Buffer.of(0, 0x3b)]))).toThrow(
      refusal('GIF data end after'),
    )
  })
  it('of a WebP whose size was mended names the chunk', () => {
    const webp = Buffer.from(find('webp-lossy').subarray(0, find('webp-lossy').length >> 1))
    webp.writeUInt32LE(webp.length - 8, 4)
    expect(open(webp)).toThrow(refusal('a WebP chunk ends'))
  })
  it('of a WebP with a false frame header', () => {
    const webp = Buffer.from(find('webp-lossy'))
    webp[23] = 0
    expect(open(webp)).toThrow(refusal('a WebP frame header'))
  })
  it('of a HEIC whose mdat was cut, and its size mended, says how much is missing', () => {
    const heic = find('heic-portrait')
    const mdat = heic.indexOf('mdat') - 4
    const cut = Buffer.from(heic.subarray(0, -1000))
    cut.writeUInt32BE(cut.length - mdat, mdat)
    expect(open(cut)).toThrow(refusal('1000 bytes behind the file'))
  })
  it('of HEVC data in which the encoder’s escape is missing', () => {
    const heic = Buffer.from(find('heic-portrait'))
    heic.fill(0, heic.length - 20_000, heic.length - 19_997)
    expect(open(heic)).toThrow(refusal('forbidden sequence'))
  })
})
