import { describe, expect, it, vi } from 'vitest'
import { searchQuality } from './quality-search'

/** File sizes like a JPEG's: exponential in quality, steeper at the end. */
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
  it('never pads: too small a picture is refused', () => {
    expect(() => search(1)).toThrow('fewer than 51200')
    expect(() => search(1)).toThrow(expect.objectContaining({ code: 'too-small' }))
  })
})

/** Runs a search over the given sizes and records which qualities are encoded and estimated. */
function follow(
  sizeOf: (quality: number) => number,
  limits: Partial<Parameters<typeof searchQuality>[0]['limits']> = {},
  estimate = sizeOf,
): { found: number | string; encoded: number[]; estimated: number[] } {
  const encoded: number[] = []
  const estimated: number[] = []
  let found: number | string
  try {
    found = searchQuality({
      limits: { minBytes: 0, maxBytes: 1000, minQuality: 60, ...limits },
      encode: quality => {
        encoded.push(quality)
        return sizeOf(quality)
      },
      sizeOf: bytes => bytes,
      estimate: quality => {
        estimated.push(quality)
        return estimate(quality)
      },
    }).quality
  } catch (error) {
    found = (error as { code: string }).code
  }
  return { found, encoded, estimated }
}
/** Sizes that grow by 5 % per quality step; `at` is the quality with exactly 1000 bytes. */
const steep =
  (at: number, atThat = 1000) =>
  (quality: number): number =>
    atThat * 1.05 ** (quality - at)
/** Sizes that grow by 1 % per step: less than the estimate's error. */
const flat =
  (at: number) =>
  (quality: number): number =>
    1000 * 1.01 ** (quality - at)

describe('the limits', () => {
  it.each([60, 61, 75, 99, 100])('a file of exactly the most bytes, of quality %i, fits', at =>
    expect(follow(steep(at)).found).toBe(at),
  )
  it('the lowest quality may fit, the one below may not be asked for', () => {
    expect(follow(steep(60))).toMatchObject({ found: 60, encoded: [60] })
    const unused = follow(steep(59))
    expect(unused).toMatchObject({ found: 'no-crop', encoded: [60] })
    expect(Math.min(...unused.estimated)).toBe(60)
    // A constant estimate gives no direction, so the search goes all the way down.
    const blind = follow(steep(50), {}, () => 1000)
    expect(blind).toMatchObject({ found: 'no-crop', encoded: [100, 60] })
    expect(Math.min(...blind.estimated)).toBe(60)
  })
  it('the lowest quality is encoded even where its estimate is hopeless', () =>
    expect(
      follow(
        quality => (quality > 60 ? 2000 : 900),
        {},
        () => 1000,
      ),
    ).toMatchObject({ found: 60 }))
  it('a file of exactly the least bytes is not too small', () => {
    expect(follow(() => 500, { minBytes: 500 }).found).toBe(100)
    expect(follow(() => 500, { minBytes: 501 }).found).toBe('too-small')
  })
})

describe('as little as possible is encoded', () => {
  it.each([62, 70, 83, 97])('once where the estimate is right and steep (quality %i)', at =>
    expect(follow(steep(at, 990))).toMatchObject({ found: at, encoded: [at] }),
  )
  it('twice where the next size is too close to be told by its estimate', () =>
    expect(follow(flat(80))).toMatchObject({ found: 80, encoded: [80, 81] }))
  it('from an estimate far too low straight down to what fits', () =>
    expect(follow(steep(80, 990), {}, quality => 0.7 * steep(80, 990)(quality))).toMatchObject({
      found: 80,
      encoded: [87, 80],
    }))
  it('from an estimate far too high upwards, one by one', () =>
    expect(follow(steep(80, 990), {}, quality => 1.1 * steep(80, 990)(quality))).toMatchObject({
      found: 80,
      encoded: [78, 79, 80],
    }))
  it('nothing twice, and nothing above what was too large', () => {
    // Too large at 84; the quality below just fits.
    const size = (quality: number): number => (quality > 82 ? 1001 + quality : 990)
    expect(follow(size, {}, quality => 910 + quality)).toMatchObject({ found: 82 })
    const { encoded } = follow(size, {}, quality => 910 + quality)
    expect(new Set(encoded).size).toBe(encoded.length)
  })
})

describe('as little as possible is estimated', () => {
  it('the best quality alone where it fits', () => expect(follow(() => 1000).estimated).toEqual([100]))
  it('both ends alone where even the lowest does not fit', () =>
    expect(follow(() => 1001)).toMatchObject({ found: 'no-crop', estimated: [100, 60] }))
  it.each([62, 70, 83, 97])('few where the logarithm of the size is straight (quality %i)', at => {
    const { estimated } = follow(steep(at, 990))
    expect(new Set(estimated).size, 'each once').toBe(estimated.length)
    expect(estimated.length).toBeLessThanOrEqual(6)
  })
  it('no more than by halving twice as often where it is bent', () => {
    for (const at of [61, 70, 80, 90, 98]) {
      const bent = (quality: number): number => (quality > at ? 1e9 * quality : quality)
      const { found, estimated } = follow(bent)
      expect(found).toBe(at)
      expect(estimated.length).toBeLessThanOrEqual(14)
    }
  })
  it('where sizes do not grow at all, by halving', () => {
    const { found, estimated } = follow(quality => (quality === 100 ? 1001 : 1001 - (quality - 60) / 100))
    expect(found).toBe('no-crop')
    expect(estimated.every(quality => quality >= 60 && quality <= 100)).toBe(true)
  })
})
