import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { readContainer } from './container'

const plain = (): Sharp => sharp({ create: { width: 30, height: 20, channels: 3, background: '#789' } })

describe('the real format, by content', () => {
  it.each([
    ['image/jpeg', () => plain().jpeg(), { width: 30, height: 20, channels: 3, bitDepth: 8 }],
    ['image/png', () => plain().png(), { width: 30, height: 20, channels: 3, bitDepth: 8 }],
    ['image/webp', () => plain().webp(), { width: 30, height: 20, animated: false }],
    ['image/webp', () => plain().webp({ lossless: true }), { width: 30, height: 20 }],
    ['image/gif', () => plain().gif(), { width: 30, height: 20, animated: false }],
    ['image/avif', () => plain().avif({ effort: 0 }), {}],
  ] as const)('%s', async (type, make, facts) =>
    expect(readContainer(await make().toBuffer())).toMatchObject({ type, ...facts }),
  )

  it.each(['gif', 'webp'] as const)('an animated %s', async format => {
    const frames = await Promise.all(
      ['#333', '#ccc', '#36c'].map(background =>
        sharp({ create: { width: 30, height: 20, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    )
    expect(
      readContainer(
        await sharp(frames, { join: { animated: true } })
          .toFormat(format)
          .toBuffer(),
      ),
    ).toMatchObject({ type: `image/${format}`, animated: true })
  })

  it('a PNG that was cut off is damaged', async () => {
    const bytes = await plain().png().toBuffer()
    expect(() => readContainer(bytes.subarray(0, bytes.length - 12))).toThrow(/no end/)
  })
  it('what is no picture is none', () =>
    expect(() => readContainer(Buffer.from('hello, hello, hello'))).toThrow(
      expect.objectContaining({ code: 'not-an-image' }),
    ))
})

const refusal = (code: string, message = ''): unknown =>
  expect.objectContaining({ code, message: expect.stringContaining(message) as string })
/** Bytes from numbers and ASCII, zero-padded to `length`. */
function bytesOf(length: number, ...parts: (string | readonly number[])[]): Buffer {
  const content = Buffer.concat(
    parts.map(part => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  )
  return Buffer.concat([content, Buffer.alloc(Math.max(0, length - content.length))])
}
const u32 = (value: number): number[] => [24, 16, 8, 0].map(shift => (value >>> shift) & 0xff)
const u32le = (value: number): number[] => u32(value).reverse()
const u24le = (value: number): number[] => u32le(value).slice(0, 3)

describe('what begins as a picture begins', () => {
  it('but is shorter than any header is no picture', () => {
    expect(() => readContainer(bytesOf(11, [0xff, 0xd8]))).toThrow(refusal('not-an-image', '11 bytes'))
    expect(() => readContainer(bytesOf(12, [0xff, 0xd8]))).toThrow(refusal('damaged'))
  })

  it.each([
    ['half of a JPEG’s mark', [[0xff, 0xd9]]],
    ['the other half', [[0xfe, 0xd8]]],
    ['a PNG’s name without its first byte', [[0x88], 'PNG\r\n\x1a\n']],
    ['a PNG’s first byte without its name', [[0x89], 'PNG\n\n\x1a\n']],
    ['a RIFF file of another kind', ['RIFF', u32le(92), 'WAVE']],
    ['another file with WEBP in its place', ['RIFX', u32le(92), 'WEBP']],
    ['a film', [u32(24), 'ftyp', 'isom']],
    ['a picture’s brand in another box', [u32(24), 'free', 'heic']],
  ] as const)('%s is no picture', (_, parts) =>
    expect(() => readContainer(bytesOf(100, ...parts))).toThrow(refusal('not-an-image')),
  )

  it.each([
    ['TIFF', 'tiff', ['II*\0']],
    ['TIFF of the other byte order', 'tiff', ['MM\0*']],
    ['JPEG XL', 'jxl', ['\xff\x0a']],
    ['JPEG XL in boxes', 'jxl', [u32(12), 'JXL \r\n\x87\n']],
    ['JPEG 2000', 'jp2', [u32(12), 'jP  \r\n\x87\n']],
    ['JPEG 2000 without boxes', 'jp2', ['\xff\x4f\xff\x51']],
    ['Photoshop', 'photoshop', ['8BPS']],
    ['RAF', 'raf', ['FUJIFILMCCD-RAW']],
    ['CR3', 'cr3', [u32(24), 'ftypcrx ']],
    ['ORF', 'orf', ['IIRO']],
    ['RW2', 'rw2', ['IIU\0']],
  ] as const)('%s is a picture that can’t be read', (_, type, parts) =>
    expect(() => readContainer(bytesOf(100, ...parts))).toThrow(refusal('unsupported-format', type)),
  )

  it.each(['heic', 'heix', 'hevc', 'mif1', 'avif', 'avis'])(
    'brand %s is one of a picture, here of a broken one',
    brand =>
      expect(() => readContainer(bytesOf(100, u32(12), 'ftyp', brand, u32(200), 'meta'))).toThrow(refusal('damaged')),
  )
})

describe('a BMP', () => {
  const bmp = (length: number, height: number): Buffer =>
    bytesOf(length, 'BM', Array(16).fill(0), u32le(30), u32le(height))
  it.each([20, -20])('stored with height %i is 30 x 20', height =>
    expect(readContainer(bmp(54, height))).toMatchObject({
      type: 'image/bmp',
      width: 30,
      height: 20,
      bitDepth: 8,
      channels: 3,
      animated: false,
    }),
  )
  it('without all of its header is no picture', () => {
    expect(readContainer(bmp(27, 20)).type).toBe('image/bmp')
    expect(() => readContainer(bmp(26, 20))).toThrow(refusal('not-an-image'))
  })
})

describe('a GIF', () => {
  const PICTURE = [0x2c, 0, 0, 0, 0, 30, 0, 20, 0]
  /** An extension and image data in two sub-blocks; their bytes 0x2c and 0x3b must not be read as block types. */
  const extension = [0x21, 0xf9, 2, 0x2c, 0x3b, 0]
  const data = [2, 3, 0x2c, 0x2c, 0x2c, 1, 0x3b, 0]
  const gif = (flags: number, ...blocks: (readonly number[])[]): Buffer =>
    bytesOf(0, 'GIF89a', [30, 0, 20, 0, flags, 0, 0], ...blocks)
  const table = (colours: number): number[] => Array<number>(3 * colours).fill(0x2c)

  it.each([
    ['one picture', gif(0, PICTURE, [0], data, [0x3b]), false],
    ['one after an extension', gif(0, extension, PICTURE, [0], data, [0x3b]), false],
    ['two', gif(0, PICTURE, [0], data, PICTURE, [0], data, [0x3b]), true],
    ['two with an extension between', gif(0, PICTURE, [0], data, extension, PICTURE, [0], data, [0x3b]), true],
    ['one after a table of eight colours', gif(0x82, table(8), PICTURE, [0], data, [0x3b]), false],
    ['two after a table of two colours', gif(0x80, table(2), PICTURE, [0], data, PICTURE, [0], data, [0x3b]), true],
    ['one with a table of its own', gif(0, PICTURE, [0x81], table(4), data, [0x3b]), false],
    ['two with tables of their own', gif(0, ...Array(2).fill([...PICTURE, 0x81, ...table(4), ...data]), [0x3b]), true],
    ['one, and what follows the end', gif(0, PICTURE, [0], data, [0x3b], PICTURE, [0], data), false],
    ['one, and a block of no kind', gif(0, PICTURE, [0], data, [0x99], PICTURE, [0], data), false],
  ] as const)('of %s', (_, bytes, animated) =>
    expect(readContainer(bytes)).toMatchObject({
      type: 'image/gif',
      width: 30,
      height: 20,
      bitDepth: 8,
      channels: 3,
      animated,
    }),
  )
})

describe('a PNG', () => {
  const chunk = (type: string, payload: readonly number[] = []): number[] => [
    ...u32(payload.length),
    ...Buffer.from(type, 'latin1'),
    ...payload,
    ...u32(0),
  ]
  const header = (depth: number, colourType: number): number[] =>
    chunk('IHDR', [...u32(30), ...u32(20), depth, colourType, 0, 0, 0])
  const png = (...chunks: (readonly number[])[]): Buffer => bytesOf(0, [0x89], 'PNG\r\n\x1a\n', ...chunks)
  const END = chunk('IEND')

  it.each([
    ['grey', 0, 1, true],
    ['colour', 2, 3, false],
    ['grey with alpha', 4, 2, true],
    ['colour with alpha', 6, 4, false],
    ['of no known kind', 5, null, false],
  ] as const)('%s, of sixteen bits', (_, colourType, channels, grey) =>
    expect(readContainer(png(header(16, colourType), END))).toMatchObject({
      type: 'image/png',
      width: 30,
      height: 20,
      bitDepth: 16,
      channels,
      grey,
      animated: false,
    }),
  )
  it('with a palette of two colours is decoded to eight bits a channel', () =>
    expect(readContainer(png(header(1, 3), END))).toMatchObject({ bitDepth: 8, channels: 3, grey: false }))
  it('is animated where it says so before its end', () => {
    const control = chunk('acTL', [...u32(2), ...u32(0)])
    expect(readContainer(png(header(8, 2), control, END)).animated).toBe(true)
    expect(readContainer(png(header(8, 2), END, control)).animated).toBe(false)
    expect(readContainer(png(header(8, 2), chunk('tEXt', [...Buffer.from('acTL')]), END)).animated).toBe(false)
  })
  it('of Apple’s own kind can’t be read', () =>
    expect(() => readContainer(png(chunk('CgBI', Array(4).fill(0)), header(8, 2), END))).toThrow(
      refusal('unsupported-format', 'CgBI'),
    ))
  it('states its transfer curve in cICP', () => {
    expect(readContainer(png(header(16, 2), chunk('cICP', [9, 16, 0, 1]), END)).transferCurve).toBe(16)
    expect(readContainer(png(header(16, 2), END)).transferCurve).toBeUndefined()
  })
  it('is damaged without its header or its end', () => {
    const whole = png(header(8, 2), END)
    expect(whole).toHaveLength(45)
    expect(() => readContainer(whole.subarray(0, 44))).toThrow(refusal('damaged', 'no IHDR'))
    expect(() => readContainer(png(chunk('tEXt', Array(33).fill(0)), END))).toThrow(refusal('damaged', 'no IHDR'))
    expect(() => readContainer(png(header(8, 2), chunk('IDAT')))).toThrow(refusal('damaged', 'no end'))
    // The last chunk's length exceeds the file.
    expect(() => readContainer(png(header(8, 2), [...u32(1), ...END.slice(4)]))).toThrow(refusal('damaged', 'no end'))
    expect(() => readContainer(png(header(8, 2), [...u32(999), ...chunk('IDAT').slice(4)], END))).toThrow(
      refusal('damaged', 'no end'),
    )
  })
})

describe('a WebP', () => {
  const webp = (kind: string, payload: readonly number[], size?: number): Buffer => {
    const rest = bytesOf(18, kind, u32le(payload.length), payload)
    return bytesOf(0, 'RIFF', u32le(size ?? rest.length + 4), 'WEBP', [...rest])
  }
  const extended = (flags: number): Buffer => webp('VP8X', [flags, 0, 0, 0, ...u24le(69_999), ...u24le(65_535)])

  it('extended, its size in three bytes, less one', () =>
    expect(readContainer(extended(0))).toMatchObject({
      type: 'image/webp',
      width: 70_000,
      height: 65_536,
      bitDepth: 8,
      channels: 3,
    }))
  it.each([
    [0b10, true],
    [0b11111110, true],
    [0b11111101, false],
    [0, false],
  ])('extended with flags %i is animated: %s', (flags, animated) =>
    expect(readContainer(extended(flags)).animated).toBe(animated),
  )
  it('without loss, its size in fourteen bits each, less one', () =>
    expect(
      readContainer(webp('VP8L', [0x2f, ...u32le((0b0101 << 28) | (299 << 14) | 16_383), 0, 0, 0, 0, 0])),
    ).toMatchObject({ type: 'image/webp', width: 16_384, height: 300, bitDepth: 8, channels: 3, animated: false }))
  it('with loss, its size in fourteen bits each, and what is beside them is none of it', () =>
    expect(readContainer(webp('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, 0x2c, 0x41, 0xff, 0xff]))).toMatchObject({
      type: 'image/webp',
      width: 300,
      height: 16_383,
      bitDepth: 8,
      channels: 3,
      animated: false,
    }))
  it('is damaged where it is shorter than it says, or than its header', () => {
    const whole = extended(0)
    expect(whole).toHaveLength(30)
    // The last byte may be missing: some programs omit the padding to an even chunk length.
    expect(readContainer(webp('VP8X', [...whole.subarray(20)], 23)).width).toBe(70_000)
    expect(() => readContainer(webp('VP8X', [...whole.subarray(20)], 24))).toThrow(refusal('damaged', 'no end'))
    expect(() => readContainer(webp('VP8X', [...whole.subarray(20, 29)], 0).subarray(0, 29))).toThrow(
      refusal('damaged', 'no end'),
    )
  })
})

describe('a JPEG', () => {
  it('of one component is grey', async () =>
    expect(readContainer(await plain().toColourspace('b-w').jpeg().toBuffer())).toMatchObject({
      grey: true,
      channels: 1,
      bitDepth: 8,
    }))
  it('whose header says no size is damaged', async () => {
    const bytes = await plain().jpeg().toBuffer()
    const frame = bytes.findIndex((byte, at) => byte === 0xff && bytes[at + 1] === 0xc0)
    for (const place of [5, 7]) {
      const changed = Buffer.from(bytes)
      changed.writeUInt16BE(0, frame + place)
      expect(() => readContainer(changed)).toThrow(refusal('damaged', 'no size'))
    }
  })
  it('without any scan is damaged', async () => {
    const bytes = await plain().jpeg().toBuffer()
    const scan = bytes.findIndex((byte, at) => byte === 0xff && bytes[at + 1] === 0xda)
    expect(() => readContainer(Buffer.concat([bytes.subarray(0, scan), bytes.subarray(-2)]))).toThrow(
      refusal('damaged', 'no scan'),
    )
  })
})
