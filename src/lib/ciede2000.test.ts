import { expect, it } from 'vitest'
import { ciede2000 } from './ciede2000'

/** Pairs of Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula", 2005, table 1. */
it.each([
  [{ L: 50, a: 2.6772, b: -79.7751 }, { L: 50, a: 0, b: -82.7485 }, 2.0425],
  [{ L: 50, a: 0, b: 0 }, { L: 50, a: -1, b: 2 }, 2.3669],
  [{ L: 50, a: 2.49, b: -0.001 }, { L: 50, a: -2.49, b: 0.0011 }, 7.2195],
  [{ L: 50, a: 2.5, b: 0 }, { L: 73, a: 25, b: -18 }, 27.1492],
  [{ L: 50, a: 2.5, b: 0 }, { L: 58, a: 24, b: 15 }, 19.4535],
  [{ L: 60.2574, a: -34.0099, b: 36.2677 }, { L: 60.4626, a: -34.1751, b: 39.4387 }, 1.2644],
  [{ L: 22.7233, a: 20.0904, b: -46.694 }, { L: 23.0331, a: 14.973, b: -42.5619 }, 2.0373],
  [{ L: 90.8027, a: -2.0831, b: 1.441 }, { L: 91.1528, a: -1.6435, b: 0.0447 }, 1.4441],
  [{ L: 2.0776, a: 0.0795, b: -1.135 }, { L: 0.9033, a: -0.0636, b: -0.5514 }, 0.9082],
] as const)('%o to %o', (one, other, expected) => {
  expect(ciede2000(one, other)).toBeCloseTo(expected, 4)
  expect(ciede2000(other, one)).toBeCloseTo(expected, 4)
})
