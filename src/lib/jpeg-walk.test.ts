import { describe, expect, it } from 'vitest'
import {
  codedBits,
  END_OF_IMAGE,
  evenQuantisation,
  frameHeader,
  huffmanTable,
  jpegOf,
  scanHeader,
  segment,
  type FrameOptions,
} from '../../tests/support/jpeg-bytes'
import { walkJpeg, type JpegWalk } from './jpeg-walk'

/** DC: 0 no difference, 10 one bit, 110 four bits, 1110 eleven bits, 11110 twelve. */
const DC = huffmanTable(0x00, [1, 1, 1, 1, 1], [0, 1, 4, 11, 12])
/** AC: 00 end of block, 01 one bit, 100 sixteen zeros, 101 fifteen zeros and one bit, 1100 EOB1, 1101 ten bits. */
const AC = huffmanTable(0x10, [0, 2, 2, 3], [0x00, 0x01, 0xf0, 0xf1, 0x10, 0x0a, 0x02])
const TABLES = [...evenQuantisation(1), ...DC, ...AC]
const FLAT = '0 00 '

interface SequentialOptions extends FrameOptions {
  readonly tables?: readonly number[]
}
/** One sequential scan of all components. */
function sequential(bits: string, { tables = TABLES, ...options }: SequentialOptions = {}): Uint8Array<ArrayBuffer> {
  const components = (options.sampling ?? [0x11]).map((_, i) => i + 1)
  return jpegOf(tables, frameHeader(options), scanHeader({ components }), codedBits(bits), END_OF_IMAGE)
}
const faultOf = (bytes: Uint8Array): JpegWalk['fault'] => walkJpeg(bytes).fault
const ONE_BLOCK = { width: 8, height: 8 }

describe('a sequential scan', () => {
  it('with all its blocks is whole', () => {
    expect(walkJpeg(sequential(FLAT.repeat(4)))).toEqual({
      fault: null,
      scan: 1,
      blocksExpected: 4,
      blocksDecoded: 4,
      shareMissing: 0,
    })
  })
  it('that ends early tells how much is there', () =>
    expect(walkJpeg(sequential(FLAT.repeat(200), { width: 128, height: 128 }))).toMatchObject({
      fault: 'data-end',
      blocksExpected: 256,
      blocksDecoded: 200,
      shareMissing: 56 / 256,
    }))
  it('that goes on tells so, but for the bytes of a word', () => {
    const whole = codedBits(FLAT.repeat(4))
    const withExtra = (...extra: number[]): Uint8Array =>
      jpegOf(TABLES, frameHeader(), scanHeader(), whole, extra, END_OF_IMAGE)
    expect(faultOf(withExtra(1, 2, 3, 4))).toBeNull()
    expect(faultOf(withExtra(1, 2, 3, 4, 5))).toBe('data-left')
    expect(faultOf(withExtra(...Array<number>(16).fill(0)))).toBeNull()
    expect(faultOf(withExtra(...Array<number>(17).fill(0)))).toBe('data-left')
  })

  it.each([
    ['no code', '0 1111 1111 1111 1111', 'no-code'],
    ['a difference of twelve bits', '11110 000000000000 00', 'value'],
    ['a DC value below -1024 and a step for rounding', '1110 01111111101 00', 'value'],
    ['an AC value above 1024', '0 1101 1111111111 00', null],
    ['sixteen zeros four times', '0 100 100 100 100', 'coefficient'],
    ['a coefficient behind the last', '0 100 100 100 101 1', 'coefficient'],
    ['the very last coefficient', `0 100 100 101 1 ${'01 1 '.repeat(15)}`, null],
    ['a symbol for runs of bands, which sequential scans have none of', '0 1100', 'no-code'],
  ])('%s', (_, bits, fault) => expect(faultOf(sequential(bits, ONE_BLOCK))).toBe(fault))

  it('bounds values by their steps', () => {
    const value = (bits: string, step: number): unknown =>
      faultOf(sequential(bits, { ...ONE_BLOCK, tables: [...evenQuantisation(step), ...DC, ...AC] }))
    // Ten bits are 512 at least.
    expect(value('0 1101 1000000000 00', 2)).toBeNull()
    expect(value('0 1101 1000000000 00', 3)).toBe('value')
    // 15 steps of 64 are 960, of 80 they are 1200.
    expect(value('110 1111 00', 64)).toBeNull()
    expect(value('110 1111 00', 80)).toBe('value')
  })
  it('adds differences up, each component its own', () => {
    const tables = [...evenQuantisation(64), ...DC, ...AC]
    expect(faultOf(sequential('110 1111 00 110 1111 00', { width: 16, height: 8, tables }))).toBe('value')
    expect(faultOf(sequential('110 1111 00 110 0000 00', { width: 16, height: 8, tables }))).toBeNull()
    expect(faultOf(sequential('110 1111 00 110 1111 00', { ...ONE_BLOCK, sampling: [0x11, 0x11], tables }))).toBeNull()
  })
  it('of zeros that read as sixty-three like coefficients is damaged', () => {
    // A code of zeros for one bit, as in Annex K: all bits zero are a block of -1.
    const tables = [...evenQuantisation(1), ...DC, ...huffmanTable(0x10, [0, 2], [0x01, 0x00])]
    expect(faultOf(sequential('0'.repeat(190), { ...ONE_BLOCK, tables }))).toBe('repeated')
    expect(faultOf(sequential('0' + '001'.repeat(63), { ...ONE_BLOCK, tables }))).toBeNull()
  })
})

describe('sampling', () => {
  it.each([
    ['4:2:0', [0x22, 0x11, 0x11], 6],
    ['4:1:1', [0x41, 0x11, 0x11], 6],
    ['4:4:4', [0x11, 0x11, 0x11], 3],
    ['four components', [0x11, 0x11, 0x11, 0x11], 4],
    ['grey, whatever its factors', [0x22], 1],
  ] as const)('%s: blocks of an MCU', (_, sampling, blocks) => {
    const size = { width: 8, height: 8, sampling }
    expect(walkJpeg(sequential(FLAT.repeat(blocks), size))).toMatchObject({ fault: null, blocksDecoded: blocks })
    expect(faultOf(sequential(FLAT.repeat(blocks - 1), size))).not.toBeNull()
  })
  it('a component alone in its scan has no blocks beyond its edge', () => {
    const frame = frameHeader({ width: 17, height: 9, sampling: [0x22, 0x11] })
    const scans = (first: number, second: number): Uint8Array =>
      jpegOf(
        ...[TABLES, frame, scanHeader({ components: [1] }), codedBits(FLAT.repeat(first))],
        ...[segment(0xed, [1, 2, 3]), scanHeader({ components: [2] }), codedBits(FLAT.repeat(second)), END_OF_IMAGE],
      )
    expect(faultOf(scans(6, 2))).toBeNull()
    expect(faultOf(scans(6, 0))).toBe('data-end')
    expect(walkJpeg(scans(5, 2))).toMatchObject({ fault: 'data-end', scan: 1, blocksDecoded: 5 })
  })
  it('a component without a scan is missing', () => {
    const frame = frameHeader({ ...ONE_BLOCK, sampling: [0x11, 0x11] })
    expect(faultOf(jpegOf(TABLES, frame, scanHeader(), codedBits(FLAT), END_OF_IMAGE))).toBe('missing-scan')
  })
})

describe('restart markers', () => {
  const restarts = (interval: number, ...parts: readonly (readonly number[])[]): Uint8Array =>
    jpegOf(TABLES, frameHeader(), segment(0xdd, [0, interval]), scanHeader(), ...parts, END_OF_IMAGE)
  const two = codedBits(FLAT.repeat(2))
  const rst = (index: number): number[] => [0xff, 0xd0 + index]

  it('in order, also with one behind the last interval', () => {
    expect(faultOf(restarts(2, two, rst(0), two))).toBeNull()
    expect(faultOf(restarts(2, two, rst(0), two, rst(1)))).toBeNull()
    expect(faultOf(restarts(2, two, [0xff, 0xff, ...rst(0)], two))).toBeNull()
    // As a scanner writes rows below its picture.
    expect(faultOf(restarts(2, two, rst(0), two, rst(1), Array<number>(40).fill(7), rst(2)))).toBeNull()
  })
  it('count to seven and begin anew', () => {
    const one = codedBits(FLAT)
    const parts = Array.from({ length: 10 }, (_, i) => (i < 9 ? [...one, ...rst(i % 8)] : one)).flat()
    const frame = frameHeader({ width: 80, height: 8 })
    const bytes = jpegOf(TABLES, frame, segment(0xdd, [0, 1]), scanHeader(), parts, END_OF_IMAGE)
    expect(faultOf(bytes)).toBeNull()
  })
  it('begin the DC values anew', () => {
    const high = codedBits('110 1111 00')
    const frame = frameHeader({ width: 16, height: 8 })
    const tables = [...evenQuantisation(64), ...DC, ...AC]
    const bytes = jpegOf(tables, frame, segment(0xdd, [0, 1]), scanHeader(), high, rst(0), high, END_OF_IMAGE)
    expect(faultOf(bytes)).toBeNull()
  })
  it('out of order, missing or where none belong', () => {
    expect(faultOf(restarts(2, two, rst(1), two))).toBe('restart')
    expect(faultOf(restarts(2, two))).toBe('restart')
    expect(faultOf(restarts(0, two, rst(0), two))).toBe('data-end')
    expect(faultOf(restarts(2, codedBits(FLAT), rst(0), two))).toBe('no-code')
    expect(faultOf(restarts(2, codedBits(FLAT.repeat(14)), rst(0), two))).toBe('data-left')
  })
})

describe('what real files have beside their data', () => {
  const data = codedBits(FLAT.repeat(4))
  const whole = (...rest: readonly (readonly number[])[]): Uint8Array =>
    jpegOf(TABLES, frameHeader(), scanHeader(), data, ...rest)
  it.each([
    ['no end', whole()],
    ['fill bytes before the end', whole([0xff, 0xff, 0xff], END_OF_IMAGE)],
    ['a second picture behind the end', whole(END_OF_IMAGE, [0xff, 0xd8, 0xff, 0xda])],
    ['zeros behind the end', whole(END_OF_IMAGE, Array<number>(99).fill(0))],
    ['a tail without an end', whole([0xff, 0xe0, 0, 4, 1, 2])],
    ['stray bytes before the frame', jpegOf(TABLES, [1, 2, 3], frameHeader(), scanHeader(), data, END_OF_IMAGE)],
  ])('%s', (_, bytes) => expect(faultOf(bytes)).toBeNull())

  it('tables of Annex K are given', () => {
    // 00 no difference, 1010 the end of a block.
    const bytes = jpegOf(frameHeader(ONE_BLOCK), scanHeader(), codedBits('00 1010'), END_OF_IMAGE)
    expect(faultOf(bytes)).toBeNull()
  })
})

describe('what is not walked', () => {
  it.each([0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf])('frames of the kind %i', marker =>
    expect(faultOf(sequential(FLAT.repeat(4), { marker }))).toBe('unsupported'),
  )
  it('twelve bits', () => expect(faultOf(sequential(FLAT.repeat(4), { precision: 12 }))).toBe('unsupported'))
  it('extended sequential frames are', () => expect(faultOf(sequential(FLAT.repeat(4), { marker: 0xc1 }))).toBeNull())
})

describe('headers that don’t hold', () => {
  const scan = [...scanHeader(), ...codedBits(FLAT.repeat(4))]
  const wide = frameHeader({ sampling: [0x11, 0x11] })
  it.each([
    ['no frame', jpegOf(TABLES, END_OF_IMAGE), 'no-frame'],
    ['a scan before its frame', jpegOf(TABLES, scan), 'no-frame'],
    ['two frames', jpegOf(TABLES, frameHeader(), frameHeader(), scan), 'no-frame'],
    ['no sampling', sequential(FLAT.repeat(4), { sampling: [0x01] }), 'no-frame'],
    ['five components', sequential(FLAT, { ...ONE_BLOCK, sampling: Array<number>(5).fill(0x11) }), 'no-frame'],
    ['a marker of no meaning behind the scan', jpegOf(TABLES, wide, scan, [0xff, 0x23, 0, 4, 1, 2], scan), 'data-left'],
    ['a frame behind the scan', jpegOf(TABLES, wide, scan, frameHeader(), scan), 'data-left'],
    ['no scan', jpegOf(TABLES, frameHeader(), END_OF_IMAGE), 'missing-scan'],
    ['a Huffman table of too many codes', sequential(FLAT, { tables: huffmanTable(0, [3], [0, 1, 2]) }), 'scan-header'],
    [
      'a Huffman table that is cut off',
      sequential(FLAT, { tables: segment(0xc4, [0, 9, ...Array(15).fill(0)]) }),
      'tables',
    ],
    [
      'a component that isn’t there',
      jpegOf(TABLES, frameHeader(), scanHeader({ components: [2] }), [0, 0]),
      'scan-header',
    ],
  ])('%s', (_, bytes, fault) => expect(faultOf(bytes)).toBe(fault))
})

describe('budgets', () => {
  it('a size needs two bits a block, in a progressive file one', () => {
    const size = { width: 800, height: 80 }
    const bits = FLAT.repeat(904)
    expect(faultOf(sequential(bits, size))).toBe('data-end')
    expect(faultOf(sequential('0'.repeat(1900), size))).toBe('too-few-bits')
    expect(walkJpeg(sequential('0'.repeat(1900), { ...size, marker: 0xc2 })).fault).not.toBe('too-few-bits')
    expect(faultOf(sequential('0'.repeat(900), { ...size, marker: 0xc2 }))).toBe('too-few-bits')
  })
  it('scans are counted, and the blocks that they visit', () => {
    const scan = [...scanHeader(), ...codedBits(FLAT.repeat(4))]
    const refinement = (count: number): Uint8Array =>
      jpegOf(
        ...[TABLES, frameHeader({ marker: 0xc2 }), scanHeader({ band: [0, 0] }), codedBits('0000')],
        ...[scanHeader({ band: [1, 63] }), codedBits('00 00 00 00')],
        Array.from({ length: count }, () => [...scanHeader({ band: [0, 0], approximation: 0x10 }), 0]).flat(),
        END_OF_IMAGE,
      )
    expect(faultOf(jpegOf(TABLES, frameHeader(), scan, [9, 8, 9, 8, 9, 8], END_OF_IMAGE))).toBe('data-left')
    // What follows the only scan that a decoder takes is nobody's data.
    expect(faultOf(jpegOf(TABLES, frameHeader(), scan, scanHeader(), END_OF_IMAGE))).toBeNull()
    expect(faultOf(refinement(48))).toBeNull()
    expect(faultOf(refinement(49))).toBe('too-many-scans')
  })
  it('and what a progressive file makes one remember', () => {
    const size = { marker: 0xc2, width: 65_535, height: 65_535 }
    expect(faultOf(sequential(FLAT, size))).toBe('too-much-memory')
  })
})
