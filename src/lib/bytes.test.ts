import { expect, it } from 'vitest'
import { concatBytes, hasAscii } from './bytes'

it('finds a text at its offset only, and not beyond the end', () => {
  const bytes = Uint8Array.of(0x00, 0x50, 0x4e, 0x47, 0xff)
  expect(hasAscii(bytes, 1, 'PNG')).toBe(true)
  expect(hasAscii(bytes, 1, 'PNG\xff')).toBe(true)
  expect(hasAscii(bytes, 0, 'PNG')).toBe(false)
  expect(hasAscii(bytes, 3, 'G\xff\0')).toBe(false)
})
it('joins parts in order', () => {
  expect([...concatBytes([Uint8Array.of(1, 2), new Uint8Array(), Uint8Array.of(3)])]).toEqual([1, 2, 3])
  expect(concatBytes([])).toHaveLength(0)
})
