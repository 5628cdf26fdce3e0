import { describe, expect, it } from 'vitest'
import {
  codedBits,
  END_OF_IMAGE,
  evenQuantisation,
  frameHeader,
  huffmanTable,
  jpegOf,
  scanHeader,
} from '../../tests/support/jpeg-bytes'
import { walkJpeg } from './jpeg-walk'

/** DC: 0 no difference, 10 four bits. */
const DC = huffmanTable(0x00, [1, 1], [0, 4])
/** AC: 00 EOB0, 01 one bit, 100 EOB1, 101 EOB2, 1100 sixteen zeros, 1101 two zeros and one bit, 11100 two bits. */
const AC = huffmanTable(0x10, [0, 2, 2, 2, 1], [0x00, 0x01, 0x10, 0x20, 0xf0, 0x21, 0x02])

type Part = readonly [band: readonly [number, number], approximation: number, bits: string]
const DC_FIRST: Part = [[0, 0], 0, '0000']

/** A grey progressive picture of four blocks, or `width` by 8, from its scans; without an end where none is wanted. */
function progressive(parts: readonly Part[], { width = 32, step = 1, end = END_OF_IMAGE } = {}): Uint8Array {
  const scans = parts.flatMap(([band, approximation, bits]) => [
    ...scanHeader({ band, approximation }),
    ...codedBits(bits),
  ])
  return jpegOf(evenQuantisation(step), DC, AC, frameHeader({ marker: 0xc2, width, height: 8 }), scans, end)
}
const faultOf = (parts: readonly Part[], options?: { width?: number; step?: number; end?: number[] }): unknown =>
  walkJpeg(progressive(parts, options)).fault
const acFirst = (bits: string, low = 0): Part => [[1, 63], low, bits]
/** No AC coefficient in four blocks, in twelve. */
const NO_AC = acFirst('101 00')
const NO_AC_OF_TWELVE = acFirst('101 11 101 01')
/** The second time of a band, down to the last bit. */
const acRefined = (bits: string): Part => [[1, 63], 0x10, bits]

describe('scans of DC', () => {
  it('hold a difference for each block', () => {
    expect(faultOf([DC_FIRST, NO_AC])).toBeNull()
    expect(faultOf([[[0, 0], 0, '10 0000 0 0 0'], NO_AC])).toBeNull()
    expect(walkJpeg(progressive([[[0, 0], 0, '0'.repeat(8)]], { width: 96 }))).toMatchObject({
      fault: 'data-end',
      blocksExpected: 12,
      blocksDecoded: 8,
    })
  })
  it('are scaled by their point transform', () => {
    // 15 << 3 are 120 steps of 8, which is 960; 15 << 4 are beyond.
    expect(faultOf([[[0, 0], 3, '10 1111 0 0 0'], NO_AC], { step: 8 })).toBeNull()
    expect(faultOf([[[0, 0], 4, '10 1111 0 0 0']], { step: 8 })).toBe('value')
  })
  it('are refined by a bit a block', () => {
    const first: Part[] = [NO_AC_OF_TWELVE, [[0, 0], 1, '0'.repeat(12)]]
    const refined = (bits: string): unknown => faultOf([...first, [[0, 0], 0x10, bits]], { width: 96 })
    expect(refined('1010 1010 1010')).toBeNull()
    expect(refined('1010 1010')).toBe('data-end')
    expect(refined('1000'.repeat(8) + '0111'.repeat(8))).toBe('data-left')
  })
})

describe('first scans of AC', () => {
  it.each([
    ['a run over all blocks', '101 00', null],
    ['a run from the second block on, behind a coefficient', '01 1 100 0 01 1 100 0', null],
    ['a run beyond the last block', '101 01', 'end-of-band-run'],
    ['bands that end by their last coefficient', '01 1 '.repeat(63).repeat(4), null],
    ['zeros and coefficients up to the last', `1100 1100 1100 1101 1 ${'01 1 '.repeat(12)} 00 100 0`, null],
    ['a coefficient behind the last', `1100 1100 1100 01 1 ${'1101 1 '.repeat(5)}`, 'coefficient'],
    ['no code', '1111 1', 'no-code'],
  ] as const)('%s', (_, bits, fault) => expect(faultOf([DC_FIRST, acFirst(bits)])).toBe(fault))
  it('hold no coefficient outside their band', () => {
    const narrow = (bits: string): unknown => faultOf([DC_FIRST, [[4, 63], 0, '101 00'], [[1, 3], 0, bits]])
    expect(narrow('1101 1 100 1 00')).toBeNull()
    expect(narrow('01 1 1101 1 101 00')).toBe('coefficient')
  })
  it('hold no value that their step rules out', () => {
    // Two bits are 2 at least: scaled by two, 4 steps of 255, by four 8.
    expect(faultOf([DC_FIRST, acFirst('11100 11 00 100 1', 1)], { step: 255 })).toBeNull()
    expect(faultOf([DC_FIRST, acFirst('11100 11 00 100 1', 2)], { step: 255 })).toBe('value')
  })
})

describe('refinement of AC', () => {
  it('takes a bit for each coefficient that was not zero', () => {
    // Two coefficients in the first block, none in the others.
    const known: Part = [[1, 63], 1, '01 1 01 0 101 00']
    const refined = (bits: string): unknown => faultOf([DC_FIRST, known, acRefined(bits)])
    // EOB2 over all four blocks, and two bits for the first.
    expect(refined('101 00 11')).toBeNull()
    // A new coefficient behind both: their bits stand behind its sign.
    expect(refined('01 1 11 101 00')).toBeNull()
    // Two zeros are passed over, then a new one.
    expect(refined('1101 1 11 101 00')).toBeNull()
    // Sixteen zeros, then a new one.
    expect(refined('1100 11 01 1 101 00')).toBeNull()
    expect(refined('101 01 11')).toBe('end-of-band-run')
    expect(refined('11100 11')).toBe('value')
    expect(refined('1111 1111')).toBe('no-code')
  })
  it('takes bits for all coefficients of a run', () => {
    const every = '01 1 '.repeat(63)
    const known: Part = [[1, 63], 1, every.repeat(4)]
    expect(faultOf([DC_FIRST, known, acRefined(`101 00 ${'1'.repeat(252)}`)])).toBeNull()
    expect(faultOf([DC_FIRST, known, acRefined(`101 00 ${'1'.repeat(240)}`)])).toBe('data-end')
    expect(faultOf([DC_FIRST, known, acRefined(`101 00 ${'1'.repeat(252)} ${'10'.repeat(24)}`)])).toBe('data-left')
    expect(faultOf([DC_FIRST, known, acRefined(`01 1 ${'1'.repeat(252)}`)])).toBe('coefficient')
  })
  it('may come by bands', () => {
    const known: Part = [[1, 63], 1, '01 1 '.repeat(63).repeat(4)]
    const parts: Part[] = [DC_FIRST, known, [[1, 31], 0x10, `101 00 ${'1'.repeat(124)}`]]
    expect(faultOf([...parts, [[32, 63], 0x10, `101 00 ${'1'.repeat(128)}`]])).toBeNull()
    expect(faultOf([...parts, [[32, 63], 0x10, `101 00 ${'1'.repeat(100)}`]])).toBe('data-end')
  })
})

describe('a progressive file', () => {
  const all: readonly Part[] = [DC_FIRST, NO_AC]
  it('without an end is whole where all bits of all coefficients came', () => {
    expect(faultOf(all, { end: [] })).toBeNull()
    expect(faultOf([DC_FIRST], { end: [] })).toBe('missing-scan')
    expect(faultOf([DC_FIRST, acFirst('101 00', 1)], { end: [] })).toBe('missing-scan')
    expect(faultOf([DC_FIRST, acFirst('101 00', 1), acRefined('101 00')], { end: [] })).toBeNull()
  })
  it('with an end may leave out the last bits, but no coefficient', () => {
    expect(faultOf([DC_FIRST])).toBe('missing-scan')
    expect(faultOf([DC_FIRST, [[1, 62], 0, '101 00']])).toBe('missing-scan')
    expect(faultOf([DC_FIRST, acFirst('101 00', 1)])).toBeNull()
    expect(faultOf([acFirst('101 00')])).toBe('missing-scan')
  })
  it('has no scan of DC and AC in one, and none backwards', () => {
    expect(faultOf([DC_FIRST, [[5, 4], 0, '101 00']])).toBe('scan-header')
    expect(faultOf([DC_FIRST, [[1, 64], 0, '101 00']])).toBe('scan-header')
    expect(faultOf([[[0, 63], 0, '0000']])).toBe('scan-header')
  })
})
