import { expect, it } from 'vitest'
import { reduceRatio } from './ratio'

it.each([
  [
    [390, 567],
    [130, 189],
  ],
  [
    [413, 579],
    [413, 579],
  ],
  [
    [480, 640],
    [3, 4],
  ],
  [
    [3, 4],
    [3, 4],
  ],
  [
    [7, 7],
    [1, 1],
  ],
] as [[number, number], [number, number]][])('%j in lowest terms is %j', (ratio, reduced) =>
  expect(reduceRatio(ratio)).toEqual(reduced),
)
