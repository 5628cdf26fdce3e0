import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Pixels } from '../contract/pixels'
import { JpegEncoder } from './jpeg-encoder'

const TARGET = { minBytes: 1, maxBytes: 1_000_000, minQuality: 60, density: 300 }

/** A colourful picture with detail everywhere; with `slope` the detail increases towards the bottom. */
function picture(width: number, height: number, slope = false): Pixels {
  const data = new Uint8ClampedArray(4 * width * height)
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)]
    const amount = slope ? y / height : 1
    const grain = ((x * 7919 + y * 104_729 + x * y) % 97) * amount
    data.set([100 + grain, 80 + ((x * 3) % 60), 160 - grain, 255], 4 * i)
  }
  return { width, height, data }
}

let encoder: JpegEncoder
beforeAll(async () => {
  const wasm = readFileSync('node_modules/@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm')
  encoder = await JpegEncoder.load(await WebAssembly.compile(wasm))
})

/** Whether a baseline frame header (SOF0) comes before any progressive one (SOF2). */
const isBaseline = (bytes: Uint8Array): boolean => {
  const frame = bytes.findIndex((byte, at) => byte === 0xff && [0xc0, 0xc2].includes(bytes[at + 1]!))
  return bytes[frame + 1] === 0xc0
}

describe('the JPEG', () => {
  it('is baseline, of the best quality and full colour where that fits, and shows the picture', async () => {
    const pixels = picture(96, 128)
    const { bytes, quality, encodes } = encoder.encode(pixels, TARGET)
    expect({ quality, encodes }).toEqual({ quality: 100, encodes: 1 })
    expect(isBaseline(bytes)).toBe(true)
    const { width, height, density, chromaSubsampling } = await sharp(bytes).metadata()
    expect({ width, height, density, chromaSubsampling }).toEqual({
      width: 96,
      height: 128,
      density: 300,
      chromaSubsampling: '4:4:4',
    })
    const decoded = await sharp(bytes).ensureAlpha().raw().toBuffer()
    const errors = decoded.map((byte, at) => Math.abs(byte - pixels.data[at]!))
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(2)
  })

  it('has full colour from quality 90 on', async () => {
    const pixels = picture(48, 64)
    const colours: Record<number, string | undefined> = {}
    for (let { bytes, quality } = encoder.encode(pixels, TARGET); quality >= 88;) {
      colours[quality] = (await sharp(bytes).metadata()).chromaSubsampling
      ;({ bytes, quality } = encoder.encode(pixels, { ...TARGET, maxBytes: bytes.length - 1 }))
    }
    expect(colours).toMatchObject({ 100: '4:4:4', 91: '4:4:4', 90: '4:4:4', 89: '4:2:0', 88: '4:2:0' })
  })

  it.each([
    [240, 640],
    [64, 1056],
  ])('of %i x %i pixels with detail towards its end has the best quality that fits, in few encodes', (...size) => {
    const pixels = picture(...size, true)
    const large = encoder.encode(pixels, TARGET).bytes.length
    const { bytes, quality, encodes } = encoder.encode(pixels, { ...TARGET, maxBytes: large / 2 })
    expect(bytes.length).toBeLessThanOrEqual(large / 2)
    expect(quality).toBeGreaterThan(60)
    expect(encodes).toBeLessThanOrEqual(4)
    const stricter = encoder.encode(pixels, { ...TARGET, maxBytes: bytes.length })
    expect(stricter.quality, 'the same size gives the same quality').toBe(quality)
    expect(encoder.encode(pixels, { ...TARGET, maxBytes: bytes.length - 1 }).quality).toBe(quality - 1)
  })

  it('that can’t be small enough is refused', () => {
    expect(() => encoder.encode(picture(96, 128), { ...TARGET, maxBytes: 1000 })).toThrow(
      expect.objectContaining({ code: 'no-crop' }),
    )
    expect(() => encoder.encode(picture(96, 128), { ...TARGET, minBytes: 900_000 })).toThrow(
      expect.objectContaining({ code: 'too-small' }),
    )
  })
})
