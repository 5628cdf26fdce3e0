import { expect, it } from 'vitest'
import { withDensity } from './jfif'

/** Start of image and a JFIF segment, density 1:1 without a unit. */
const HEADER = [0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 2, 0, 0, 1, 0, 1, 0, 0]
const jpeg = (changed: Readonly<Record<number, number>> = {}): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(HEADER, (byte, at) => changed[at] ?? byte)

it('sets dots per inch, both ways, and nothing else', () => {
  const original = jpeg()
  expect([...withDensity(original, 300)]).toEqual([...jpeg({ 13: 1, 14: 1, 15: 0x2c, 16: 1, 17: 0x2c })])
  expect([...original], 'the given bytes stay').toEqual(HEADER)
})
it.each([2, 3, 6, 9])('a file whose byte %i is not JFIF’s is refused', at =>
  expect(() => withDensity(jpeg({ [at]: 0 }), 300)).toThrow('JFIF'),
)
