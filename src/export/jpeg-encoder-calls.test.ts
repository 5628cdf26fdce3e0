import { describe, expect, it } from 'vitest'
import type { FileTarget } from '../contract/apis'
import type { Pixels } from '../contract/pixels'
import { JpegEncoder } from './jpeg-encoder'

/** Checks the options and pixels that the encoder gets, with a fake of mozjpeg that records its calls. */
interface Call {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
  readonly options: Readonly<Record<string, unknown>> & { readonly quality: number }
}
const TABLES_BYTES = 600
const JFIF = [0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 2, 0, 0, 1, 0, 1, 0, 0]

/** A fake file size: grows by 5 % per quality step and linearly with the height. */
const sizeOf = (height: number, quality: number): number =>
  TABLES_BYTES + Math.round(40 * height * 1.05 ** (quality - 50))

function createEncoder(): { encoder: JpegEncoder; calls: Call[] } {
  const calls: Call[] = []
  const module = {
    encode(data: Uint8ClampedArray, width: number, height: number, options: Call['options']): Uint8Array {
      calls.push({ data, width, height, options })
      const bytes = new Uint8Array(sizeOf(height, options.quality))
      bytes.set(JFIF)
      return bytes
    },
  }
  // The constructor is private: `load` is the public way to create one.
  const Encoder = JpegEncoder as unknown as new (mozjpeg: typeof module) => JpegEncoder
  return { encoder: new Encoder(module), calls }
}

/** Two pixels wide; each byte of row y is y mod 256. */
function picture(height: number): Pixels {
  const data = Uint8ClampedArray.from({ length: 8 * height }, (_, at) => Math.floor(at / 8) % 256)
  return { width: 2, height, data }
}
const target = (limits: Partial<FileTarget> = {}): FileTarget => ({
  minBytes: 1,
  maxBytes: 1e9,
  minQuality: 1,
  density: 300,
  ...limits,
})
const rowsOf = ({ data }: Pick<Call, 'data'>): number[] => [...data].filter((_, at) => at % 8 === 0)
const strip = (first: number): number[] => Array.from({ length: 32 }, (_, at) => (first + at) % 256)

describe('the sample that sizes are estimated from', () => {
  it.each([
    ['one strip of 32 rows', 32, [strip(0)]],
    ['the last rows, where the middle lies beyond', 100, [strip(68)]],
    ['the middle one of sixteen', 512, [strip(256)]],
    ['one of each sixteen', 2048, [strip(256), strip(768), strip(1280), strip(1792)]],
    ['the last rows of a part of sixteen', 600, [strip(256), strip(568)]],
    ['the last 32 rows where a part is no more than these', 544, [strip(256), strip(512)]],
    ['none of a part of fewer rows', 543, [strip(256)]],
  ])('is %s', (_, height, strips) => {
    const { encoder, calls } = createEncoder()
    encoder.encode(picture(height), target())
    const sample = calls[0]!
    expect(sample.width).toBe(2)
    expect(sample.height).toBe(32 * strips.length)
    expect(rowsOf(sample)).toEqual(strips.flat())
    expect(sample.data).toHaveLength(8 * sample.height)
  })

  it('is the whole of a picture lower than one strip', () => {
    const { encoder, calls } = createEncoder()
    const pixels = picture(31)
    encoder.encode(pixels, target())
    expect(calls[0]).toMatchObject({ width: 2, height: 31 })
    expect(calls[0]!.data).toBe(pixels.data)
  })

  it.each([31, 100, 600, 2048])('tells the size of a picture %i px high so well that one encode is enough', height => {
    const { encoder, calls } = createEncoder()
    const pixels = picture(height)
    const { quality, encodes, bytes } = encoder.encode(pixels, target({ maxBytes: 1.01 * sizeOf(height, 47) }))
    expect({ quality, encodes }).toEqual({ quality: 47, encodes: 1 })
    expect(bytes).toHaveLength(sizeOf(height, 47))
    expect(calls.filter(({ data }) => data === pixels.data).at(-1)!.options.quality).toBe(47)
  })
})

describe('the file', () => {
  it('is asked for as baseline with the standard’s tables, in full colour from quality 90 on', () => {
    for (const [maxQuality, chroma] of [
      [100, 1],
      [90, 1],
      [89, 2],
      [60, 2],
    ]) {
      const { encoder, calls } = createEncoder()
      const { quality } = encoder.encode(picture(64), target({ maxBytes: 1.01 * sizeOf(64, maxQuality!) }))
      expect(quality).toBe(maxQuality)
      expect(calls.findLast(({ options }) => options.quality === quality)!.options).toMatchObject({
        quality: maxQuality,
        baseline: true,
        progressive: false,
        quant_table: 0,
        auto_subsample: false,
        chroma_subsample: chroma,
      })
    }
  })

  it('has the density of the target, and is a copy of what the encoder keeps', () => {
    const { encoder } = createEncoder()
    const { bytes } = encoder.encode(picture(64), target({ density: 350 }))
    expect([...bytes.subarray(13, 18)]).toEqual([1, 350 >> 8, 350 & 0xff, 350 >> 8, 350 & 0xff])
  })
})
