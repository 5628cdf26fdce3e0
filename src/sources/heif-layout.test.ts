import { describe, expect, it } from 'vitest'
import { readContainer } from './container'
import { readHeif } from './heif-boxes'

/** Boxes written byte by byte: forms that the standard allows but no available camera writes. */
type Bytes = readonly number[]

const u16 = (value: number): Bytes => [(value >> 8) & 0xff, value & 0xff]
const u32 = (value: number): Bytes => [...u16(value >>> 16), ...u16(value & 0xffff)]
const ascii = (text: string): Bytes => [...Buffer.from(text, 'latin1')]
const box = (type: string, ...parts: Bytes[]): Bytes => {
  const payload = parts.flat()
  return [...u32(8 + payload.length), ...ascii(type), ...payload]
}
const FULL = u32(0)
const ispe = (width: number, height: number): Bytes => box('ispe', FULL, u32(width), u32(height))
const pixi = (...depths: number[]): Bytes => box('pixi', FULL, [depths.length], depths)
const hvcC = (chroma: number, depth: number): Bytes =>
  box('hvcC', Array(16).fill(0xff), [0xfc | chroma, 0xf8 | (depth - 8)])
const nclx = (primaries: number, transfer: number): Bytes =>
  box('colr', ascii('nclx'), u16(primaries), u16(transfer), [0, 0, 0])
const ICC = box('colr', ascii('prof'), [1, 2, 3, 4])

const pitm = (item: number): Bytes => box('pitm', FULL, u16(item))
/** Property indices of each item, as stored in the file. */
const ipma = (...items: [item: number, ...properties: number[]][]): Bytes =>
  box('ipma', FULL, u32(items.length), ...items.map(([item, ...of]) => [...u16(item), of.length, ...of]))

interface Parts {
  readonly properties?: readonly Bytes[]
  readonly primary?: Bytes
  readonly association?: Bytes
}
function metaOf({ properties = [ispe(640, 480)], primary = pitm(1), association = ipma([1, 1]) }: Parts): Bytes {
  return box('meta', FULL, primary, box('iprp', box('ipco', ...properties), association))
}
const FILE_TYPE = box('ftyp', ascii('heic'), FULL)
const read = (parts: Parts): ReturnType<typeof readHeif> => readHeif(Uint8Array.from([...FILE_TYPE, ...metaOf(parts)]))
const readBytes = (...parts: Bytes[]): ReturnType<typeof readHeif> => readHeif(Uint8Array.from(parts.flat()))
const NOTHING = {
  width: 0,
  height: 0,
  orientation: 1,
  bitDepth: null,
  channels: null,
  nclx: null,
  codec: null,
}
const DAMAGED: unknown = expect.objectContaining({ code: 'damaged' })

describe('the primary picture', () => {
  it('has the properties that it names, in their order, and no other’s', () => {
    const properties = [ispe(512, 512), pixi(8, 8, 8), ispe(640, 480), pixi(10)]
    expect(read({ properties, primary: pitm(7), association: ipma([3, 1, 2], [7, 3, 4], [9, 1]) })).toEqual({
      ...NOTHING,
      width: 640,
      height: 480,
      bitDepth: 10,
      channels: 1,
    })
  })
  it('has those without the bit that says how needed they are', () =>
    expect(read({ association: ipma([1, 0x81]) })).toMatchObject({ width: 640, height: 480 }))
  it('has none where it names a place that is empty, or is named nowhere', () => {
    for (const association of [ipma([1, 0]), ipma([1, 9]), ipma([1]), ipma([2, 1]), ipma()])
      expect(read({ association })).toEqual(NOTHING)
  })
  it('may have a number of four bytes', () => {
    const item = 0x0001_0002
    const association = box('ipma', [1, 0, 0, 0], u32(2), u32(2), [1, 2], u32(item), [1, 1])
    const primary = box('pitm', [1, 0, 0, 0], u32(item))
    expect(read({ properties: [ispe(640, 480), ispe(1, 1)], primary, association })).toMatchObject({ width: 640 })
  })
  it('may name its properties by two bytes each', () => {
    const properties = [...Array<Bytes>(299).fill(ispe(1, 1)), ispe(640, 480), pixi(8, 8, 8)]
    const association = box('ipma', [0, 0, 0, 1], u32(2), u16(5), [1], u16(1), u16(1), [2], u16(0x8000 | 300), u16(301))
    expect(read({ properties, association })).toMatchObject({ width: 640, height: 480, bitDepth: 8, channels: 3 })
  })
  it.each([
    ['meta', FILE_TYPE],
    ['pitm', box('meta', FULL, box('iprp', box('ipco', ispe(1, 1)), ipma([1, 1])))],
    ['iprp', box('meta', FULL, pitm(1))],
    ['ipma', box('meta', FULL, pitm(1), box('iprp', box('ipco', ispe(1, 1))))],
    ['ipco', box('meta', FULL, pitm(1), box('iprp', ipma([1, 1])))],
  ])('is not known without %s', (_, bytes) => expect(readBytes(bytes)).toEqual(NOTHING))
})

describe('depth, channels and codec', () => {
  it.each([
    [0, 8, 1],
    [1, 8, 3],
    [2, 10, 3],
    [3, 12, 3],
  ])('are those of the coded picture (format %i of %i bits) where no box says them', (chroma, bitDepth, channels) =>
    expect(read({ properties: [ispe(640, 480), hvcC(chroma, bitDepth)] })).toMatchObject({
      bitDepth,
      channels,
      codec: 'hevc',
    }),
  )
  it('are those of the picture’s own box where it has one', () =>
    expect(read({ properties: [hvcC(0, 12), pixi(8, 8, 8)], association: ipma([1, 2]) })).toMatchObject({
      bitDepth: 8,
      channels: 3,
      codec: 'hevc',
    }))
  it('are not known of AV1', () =>
    expect(read({ properties: [box('av1C', FULL)] })).toMatchObject({ bitDepth: null, channels: null, codec: 'av1' }))
})

describe('the code points of the colour', () => {
  it.each([
    ['alone', [nclx(12, 13)], { primaries: 12, transfer: 13 }],
    ['beside a profile, which comes first', [nclx(12, 13), ICC], null],
    ['none, a profile alone', [ICC], null],
    ['none at all', [ispe(1, 1)], null],
  ])('%s', (_, properties, expected) =>
    expect(read({ properties, association: ipma([1, 1, 2].slice(0, 1 + properties.length) as [number]) }).nclx).toEqual(
      expected,
    ),
  )
})

describe('a box', () => {
  const wide = (type: string, size: readonly [high: number, low: number], ...parts: Bytes[]): Bytes => [
    ...u32(1),
    ...ascii(type),
    ...u32(size[0]),
    ...u32(size[1]),
    ...parts.flat(),
  ]
  const meta = metaOf({})

  it('may say its length in eight bytes', () => {
    expect(readBytes(wide('mdat', [0, 20], FULL), meta).width).toBe(640)
    expect(readBytes(wide('meta', [0, meta.length + 8], meta.slice(8))).width).toBe(640)
    expect(() => readBytes(wide('mdat', [1, 20], FULL), meta)).toThrow(DAMAGED)
    expect(() => readBytes(wide('mdat', [0, 15], FULL), meta)).toThrow(DAMAGED)
    expect(readBytes(meta, wide('mdat', [0, 16])).width).toBe(640)
  })
  it('may reach to the end of what holds it', () => {
    expect(readBytes(FILE_TYPE, [...u32(0), ...meta.slice(4)]).width).toBe(640)
    expect(readBytes(meta, [...u32(0), ...ascii('mdat'), 1, 2, 3]).width).toBe(640)
  })
  it('that says more than there is, or less than its own head, is damage', () => {
    expect(() => readBytes([...u32(meta.length + 1), ...meta.slice(4)])).toThrow(DAMAGED)
    expect(() => readBytes(meta, [...u32(9), ...ascii('mdat')])).toThrow(DAMAGED)
    expect(() => readBytes(meta, [...u32(7), ...ascii('mdat')])).toThrow(DAMAGED)
    expect(() => readBytes(box('meta', FULL, [...u32(99), ...ascii('pitm')]))).toThrow(DAMAGED)
  })
  it('at the top that is none of the picture ends the reading there', () => {
    expect(readBytes(meta, [...u32(99), ...ascii('tail')]).width).toBe(640)
    expect(readBytes([...u32(99), ...ascii('tail')], meta)).toEqual(NOTHING)
    expect(readBytes(meta, [1, 2, 3, 4, 5, 6, 7]).width).toBe(640)
  })
  it('of eight bytes is a whole one', () => expect(readBytes(box('free'), meta).width).toBe(640))
  it('whose contents end with the file is damaged', () => {
    const cut = box('ispe', FULL, u32(640))
    const association = ipma([1, 1])
    expect(() => readBytes(box('meta', FULL, pitm(1), box('iprp', association, box('ipco', cut))))).toThrow(DAMAGED)
  })
})

it('quarter turns and mirrors work in the order in which they stand', () => {
  const turn = box('irot', [1])
  const flip = box('imir', [1])
  const orientationOf = (...properties: Bytes[]): number =>
    read({ properties, association: ipma([1, 1, 2]) }).orientation
  expect(orientationOf(turn, flip)).toBe(7)
  expect(orientationOf(flip, turn)).toBe(5)
  // Only the low bits count; the others must be ignored.
  expect(orientationOf(box('irot', [0xfd]), box('free'))).toBe(8)
  expect(orientationOf(box('imir', [0xfe]), box('free'))).toBe(4)
})

it.each([
  ['mif1', hvcC(1, 8), { type: 'image/heic', channels: 3, grey: false }],
  ['heic', hvcC(0, 10), { type: 'image/heic', bitDepth: 10, channels: 1, grey: true }],
  ['mif1', box('av1C', FULL), { type: 'image/avif', channels: null, grey: false }],
  ['avif', box('free'), { type: 'image/avif', grey: false }],
  ['msf1', box('free'), { type: 'image/heic', grey: false }],
] as const)('a file of brand %s is what its codec says', (brand, codec, facts) => {
  const bytes = Uint8Array.from([
    ...box('ftyp', ascii(brand), FULL),
    ...metaOf({ properties: [ispe(640, 480), codec] }),
  ])
  expect(readContainer(bytes)).toMatchObject({ width: 640, height: 480, animated: false, jpeg: null, ...facts })
})
