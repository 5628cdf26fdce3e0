import { expect, it } from 'vitest'
import { createRandom } from '../drawn/random'
import { median, quantile } from './stats'

it('quantiles are those of the sorted values, linear between neighbours', () => {
  const next = createRandom(3)
  for (const length of [1, 2, 3, 10, 101, 500]) {
    const values = Array.from({ length }, () => Math.floor(20 * next()))
    const sorted = [...values].sort((a, b) => a - b)
    for (const share of [0, 0.1, 0.25, 0.5, 0.9, 0.995, 1]) {
      const at = share * (length - 1)
      const low = Math.floor(at)
      expect(quantile(values, share)).toBeCloseTo(
        sorted[low]! + (at - low) * ((sorted[low + 1] ?? sorted[low]!) - sorted[low]!),
        9,
      )
    }
  }
  expect(median([])).toBeNaN()
  const input = [3, 1, 2]
  quantile(input, 0.5)
  expect(input).toEqual([3, 1, 2])
})
