import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Pixels } from '../contract/pixels'
import type { Resampler } from '../lib/resampler'
import { cutPixels, cutPatch, readPixels } from './photo-pixels'

/** 5 x 4 pixels, each with its index in all four bytes. */
const photo: Pixels = {
  width: 5,
  height: 4,
  data: Uint8ClampedArray.from({ length: 80 }, (_, at) => Math.floor(at / 4)),
}

it('cuts a rectangle as it is', () => {
  const { width, height, data } = cutPixels(photo, { x: 1, y: 2, width: 3, height: 2 })
  expect({ width, height }).toEqual({ width: 3, height: 2 })
  expect([...data].filter((_, at) => at % 4 === 3)).toEqual([11, 12, 13, 16, 17, 18])
  const above = cutPixels(photo, { x: 0, y: 0, width: 5, height: 1 })
  expect([...above.data].filter((_, at) => at % 4 === 0)).toEqual([0, 1, 2, 3, 4])
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

describe('all pixels of a decoded photo', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
  })
  /** A canvas that shows, in every byte of a row, which row of the bitmap was drawn there; and what was asked of it. */
  function stubCanvas(getsContext = true): { sizes: number[][]; asked: unknown[][]; filled: unknown[][] } {
    const asked: unknown[][] = []
    const sizes: number[][] = []
    const filled: unknown[][] = []
    class Canvas {
      constructor(width: number, height: number) {
        sizes.push([width, height])
      }
      getContext(...of: unknown[]): unknown {
        asked.push(of)
        if (!getsContext) return null
        let top = NaN
        return {
          fillStyle: '',
          fillRect(...rect: number[]) {
            filled.push([(this as { fillStyle: string }).fillStyle, ...rect])
          },
          drawImage: (_bitmap: unknown, _x: number, y: number) => {
            top = -y
          },
          getImageData: (_x: number, _y: number, width: number, height: number) => ({
            data: Uint8ClampedArray.from(
              { length: 4 * width * height },
              (_, at) => (top + Math.floor(at / (4 * width))) % 251,
            ),
          }),
        }
      }
    }
    vi.stubGlobal('OffscreenCanvas', Canvas)
    return { sizes, asked, filled }
  }
  const bitmapOf = (height: number): ImageBitmap & { close: ReturnType<typeof vi.fn> } =>
    ({ width: 2, height, close: vi.fn() }) as unknown as ImageBitmap & { close: ReturnType<typeof vi.fn> }

  it.each([
    [1, 1],
    [256, 256],
    [257, 256],
    [600, 256],
  ])('%i rows come in order through a canvas of %i', (height, canvasHeight) => {
    const { sizes, filled } = stubCanvas()
    const bitmap = bitmapOf(height)
    const { data, ...size } = readPixels(bitmap)
    expect(size).toEqual({ width: 2, height })
    expect(sizes).toEqual([[2, canvasHeight]])
    expect([...data]).toEqual(Array.from({ length: 8 * height }, (_, at) => Math.floor(at / 8) % 251))
    expect(bitmap.close).toHaveBeenCalledOnce()
    // Each part is laid on white, since a picture may be transparent.
    expect(filled).toEqual(
      Array.from({ length: Math.ceil(height / 256) }, (_, at) => ['#fff', 0, 0, 2, Math.min(256, height - 256 * at)]),
    )
  })
  it('are those of sRGB, from a canvas that is read', () => {
    const { asked } = stubCanvas()
    readPixels(bitmapOf(3))
    expect(asked).toEqual([['2d', { willReadFrequently: true, colorSpace: 'srgb' }]])
  })
  it('need memory; without it the bitmap is given back all the same', () => {
    stubCanvas(false)
    const bitmap = bitmapOf(3)
    expect(() => readPixels(bitmap)).toThrow(expect.objectContaining({ code: 'out-of-memory' }))
    expect(bitmap.close).toHaveBeenCalledOnce()
  })
})
