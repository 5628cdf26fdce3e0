import { expect, it, vi } from 'vitest'
import type { Pixels } from '../contract/pixels'
import type { Resampler } from '../lib/resampler'
import { cutPixels, cutPatch } from './photo-pixels'

/** 5 x 4 pixels, each told by its number in all four bytes. */
const photo: Pixels = {
  width: 5,
  height: 4,
  data: Uint8ClampedArray.from({ length: 80 }, (_, at) => Math.floor(at / 4)),
}

it('cuts a rectangle as it is', () => {
  const { width, height, data } = cutPixels(photo, { x: 1, y: 2, width: 3, height: 2 })
  expect({ width, height }).toEqual({ width: 3, height: 2 })
  expect([...data].filter((_, at) => at % 4 === 3)).toEqual([11, 12, 13, 16, 17, 18])
})
it.each([1, 1.5])('a patch at scale %d is cut, not resampled', scale => {
  const rect = { x: 1, y: 2, width: 3, height: 2 }
  const reduce = vi.fn()
  const patch = cutPatch(photo, rect, scale, { reduce } as unknown as Resampler)
  expect(patch).toEqual({ pixels: cutPixels(photo, rect), x: 1, y: 2, scale: 1 })
  expect(reduce).not.toHaveBeenCalled()
})
it.each([
  [0.5, 20, 10, 0.5],
  [0.26, 10, 5, 0.25],
  [0.001, 1, 1, 1 / 40],
])('a patch at scale %d is reduced to %i x %i whole pixels and says its real scale', (scale, width, height, real) => {
  const rect = { x: 3, y: 2, width: 40, height: 20 }
  const reduce = vi.fn((_photo, _rect, size: { width: number; height: number }) => ({
    ...size,
    data: new Uint8ClampedArray(),
  }))
  const { pixels, ...place } = cutPatch(photo, rect, scale, { reduce } as unknown as Resampler)
  expect(pixels).toMatchObject({ width, height })
  expect(place).toEqual({ x: 3, y: 2, scale: real })
})
