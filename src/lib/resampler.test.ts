import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { assembleAssets } from '../../build/models/assemble'
import { LINEAR_BY_BYTE, toSrgbByte } from './linear-light'
import { buildAreaWeights, buildLanczosWeights, type Weights } from './resample-weights'
import { Resampler } from './resampler'
import { createRandom } from '../drawn/random'
import type { Pixels } from '../contract/pixels'

await assembleAssets(process.cwd())
const resampler = new Resampler(new WebAssembly.Module(readFileSync('public/runtime/resample.wasm')))

function noise(width: number, height: number): Pixels {
  const next = createRandom(5)
  return {
    width,
    height,
    data: Uint8ClampedArray.from({ length: 4 * width * height }, (_, i) => (i % 4 === 3 ? 255 : 256 * next())),
  }
}

/** Reference implementation: plain loops in double precision. */
function slowly(
  { data, width: stride }: Pixels,
  rect: { x: number; y: number; width: number; height: number },
  { width, height }: { width: number; height: number },
  weightsOf: (source: number, output: number) => Weights,
): number[] {
  const [across, down] = [weightsOf(rect.width, width), weightsOf(rect.height, height)]
  const out: number[] = []
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let channel = 0; channel < 3; channel++) {
        let sum = 0
        for (let i = 0; i < down.taps; i++)
          for (let j = 0; j < across.taps; j++) {
            const at = 4 * ((rect.y + down.first[y]! + i) * stride + rect.x + across.first[x]! + j)
            sum +=
              down.weights[y * down.taps + i]! *
              across.weights[x * across.taps + j]! *
              LINEAR_BY_BYTE[data[at + channel]!]!
          }
        out.push(toSrgbByte(sum))
      }
  return out
}

describe('Resampler', () => {
  it.each([
    ['area', buildAreaWeights],
    ['Lanczos', buildLanczosWeights],
  ] as const)('%s: as plain loops say, within a level of rounding', (_, weights) => {
    const photo = noise(61, 83)
    const rect = { x: 5, y: 7, width: 47, height: 66 }
    const { data } = resampler.reduce(photo, rect, { width: 19, height: 27 }, weights)
    const expected = slowly(photo, rect, { width: 19, height: 27 }, weights)
    const got = [...data].filter((_, i) => i % 4 !== 3)
    expect(Math.max(...got.map((value, i) => Math.abs(value - expected[i]!)))).toBeLessThanOrEqual(1)
    expect([...data].filter((_, i) => i % 4 === 3).every(alpha => alpha === 255)).toBe(true)
  })

  it.each([
    ['area', buildAreaWeights],
    ['Lanczos', buildLanczosWeights],
  ] as const)('%s: one colour stays that colour, and the same size stays the same picture', (_, weights) => {
    const plain = {
      width: 40,
      height: 30,
      data: Uint8ClampedArray.from({ length: 4800 }, (_, i) => [70, 140, 210, 255][i % 4]!),
    }
    expect([
      ...resampler
        .reduce(plain, { x: 0, y: 0, width: 40, height: 30 }, { width: 13, height: 11 }, weights)
        .data.subarray(0, 4),
    ]).toEqual([70, 140, 210, 255])
    const photo = noise(20, 20)
    expect([
      ...resampler.reduce(photo, { x: 0, y: 0, width: 20, height: 20 }, { width: 20, height: 20 }, weights).data,
    ]).toEqual([...photo.data])
  })

  it('averages light, not bytes: black and white lines become the grey that is half as bright', () => {
    const lines = {
      width: 2,
      height: 64,
      data: Uint8ClampedArray.from({ length: 512 }, (_, i) => (i % 4 === 3 || Math.floor(i / 8) % 2 ? 255 : 0)),
    }
    expect(
      resampler.reduce(lines, { x: 0, y: 0, width: 2, height: 64 }, { width: 1, height: 1 }, buildAreaWeights).data[0],
    ).toBe(188)
  })

  it('never enlarges', () =>
    expect(() =>
      resampler.reduce(
        noise(10, 10),
        { x: 0, y: 0, width: 10, height: 10 },
        { width: 11, height: 10 },
        buildAreaWeights,
      ),
    ).toThrow(RangeError))

  it('every output sample’s weights add up to one, at the edges too', () => {
    for (const weightsOf of [buildAreaWeights, buildLanczosWeights])
      for (const [source, output] of [
        [100, 33],
        [7, 7],
        [4000, 1700],
        [5, 1],
      ] as const) {
        const { weights, taps, first } = weightsOf(source, output)
        for (let i = 0; i < output; i++) {
          expect(weights.subarray(i * taps, (i + 1) * taps).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5)
          expect(first[i]! + taps).toBeLessThanOrEqual(source)
        }
      }
  })
})
