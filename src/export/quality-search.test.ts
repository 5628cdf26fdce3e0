import { describe, expect, it, vi } from 'vitest'
import { searchQuality } from './quality-search'

/** Sizes as a JPEG's: exponential in quality, steeper at the end. */
const sizeAt =
  (scale: number) =>
  (quality: number): number =>
    Math.round(scale * Math.exp(quality / 22) + (quality > 95 ? scale * 20 * (quality - 95) : 0))
const search = (
  scale: number,
  limits = { minBytes: 51_200, maxBytes: 1_000_000, minQuality: 60 },
  error = 0,
): ReturnType<typeof searchQuality<number>> & { calls: number } => {
  const size = sizeAt(scale)
  const encode = vi.fn((quality: number) => size(quality))
  const result = searchQuality({
    limits,
    encode,
    sizeOf: bytes => bytes,
    estimate: quality => size(quality) * (1 + error),
  })
  return { ...result, calls: encode.mock.calls.length }
}

describe('searchQuality', () => {
  it.each(
    [2000, 9000, 12_000, 20_000, 30_000, 60_000].flatMap(scale =>
      [-0.05, 0, 0.05].map(error => [scale, error] as const),
    ),
  )('finds the highest quality that fits (scale %i, estimate off by %f)', (scale, error) => {
    const size = sizeAt(scale)
    const expected = Array.from({ length: 41 }, (_, i) => 100 - i).find(quality => size(quality) <= 1_000_000)
    if (expected === undefined) return expect(() => search(scale, undefined, error)).toThrow('more than')
    const found = search(scale, undefined, error)
    expect(found.quality).toBe(expected)
    expect(found.encoded).toBe(size(expected))
    expect(found.calls).toBeLessThanOrEqual(4)
  })

  it('encodes once where even the best quality fits', () =>
    expect(search(1000)).toMatchObject({ quality: 100, encodes: 1 }))
  it('never pads: too small a picture is refused', () => expect(() => search(1)).toThrow('fewer than 51200'))
})
