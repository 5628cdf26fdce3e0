import { expect, it } from 'vitest'
import { getAppliedOrientation } from './applied-orientation'

const stored = { storedWidth: 800, storedHeight: 600 }
it.each([
  ['a quarter turn that was applied', 6, { width: 600, height: 800 }, 6],
  ['a quarter turn that was ignored', 6, { width: 800, height: 600 }, 1],
  ['the least orientation with a quarter turn, ignored', 5, { width: 800, height: 600 }, 1],
  ['a half turn, of which the size says nothing', 3, { width: 800, height: 600 }, 3],
  ['a mirrored one', 4, { width: 800, height: 600 }, 4],
  ['upright', 1, { width: 800, height: 600 }, 1],
])('%s', (_, orientation, size, applied) =>
  expect(getAppliedOrientation({ ...stored, orientation }, size)).toBe(applied),
)
it('a square keeps what its file says', () =>
  expect(
    getAppliedOrientation({ storedWidth: 600, storedHeight: 600, orientation: 6 }, { width: 600, height: 600 }),
  ).toBe(6))
