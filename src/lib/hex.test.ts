import { expect, it } from 'vitest'
import { toHex } from './hex'

it('writes two digits a byte', () => {
  expect(toHex(Uint8Array.of(0, 10, 255))).toBe('000aff')
})
