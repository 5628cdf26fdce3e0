import type { Pixels } from '../contract/pixels'
import { LINEAR, toByte } from '../lib/area-reduce'

const LOBES = 3
const sinc = (x: number): number => x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)

/** For each output sample: first source index, and the weights from there on (they add up to 1). */
interface Kernel { readonly first: Int32Array; readonly weights: Float32Array; readonly taps: number }

function kernel(source: number, output: number): Kernel {
  const ratio = source / output
  const radius = LOBES * ratio
  const taps = Math.ceil(2 * radius) + 1
  const first = new Int32Array(output)
  const weights = new Float32Array(output * taps)
  for (let i = 0; i < output; i++) {
    const centre = (i + 0.5) * ratio - 0.5
    const start = Math.ceil(centre - radius)
    first[i] = Math.max(0, Math.min(source - taps, start))
    let sum = 0
    for (let tap = 0; tap < taps; tap++) {
      const distance = (start + tap - centre) / ratio
      const weight = Math.abs(distance) < LOBES ? sinc(distance) * sinc(distance / LOBES) : 0
      // Beyond the edge the outermost pixel stands in.
      const index = Math.max(0, Math.min(source - 1, start + tap)) - first[i]!
      weights[i * taps + Math.max(0, Math.min(taps - 1, index))]! += weight
      sum += weight
    }
    for (let tap = 0; tap < taps; tap++) weights[i * taps + tap]! /= sum
  }
  return { first, weights, taps }
}

/**
 * Lanczos-3 in linear light, fed with RGBA rows from the top. Rows are reduced sideways at once, so only the narrow picture is kept.
 * Only for making a picture smaller: `width` and `height` may not exceed the source's.
 */
export class LanczosReducer {
  private readonly across: Kernel
  private readonly narrow: Float32Array
  private readonly line: Float32Array
  private y = 0

  constructor(private readonly sourceWidth: number, private readonly sourceHeight: number, private readonly width: number, private readonly height: number) {
    if (width > sourceWidth || height > sourceHeight) throw new RangeError('A photo is never enlarged.')
    this.across = kernel(sourceWidth, width)
    this.narrow = new Float32Array(3 * width * sourceHeight)
    this.line = new Float32Array(3 * sourceWidth)
  }

  feed(data: Uint8ClampedArray): void {
    const { line, narrow, sourceWidth, width, across: { first, weights, taps } } = this
    for (let start = 0; start < data.length && this.y < this.sourceHeight; start += 4 * sourceWidth, this.y++) {
      for (let x = 0, from = start, to = 0; x < sourceWidth; x++, from += 4, to += 3) {
        line[to] = LINEAR[data[from]!]!
        line[to + 1] = LINEAR[data[from + 1]!]!
        line[to + 2] = LINEAR[data[from + 2]!]!
      }
      for (let x = 0, out = 3 * width * this.y; x < width; x++, out += 3) {
        let r = 0, g = 0, b = 0
        for (let tap = 0, at = 3 * first[x]!, w = x * taps; tap < taps; tap++, at += 3, w++) {
          const weight = weights[w]!
          r += weight * line[at]!
          g += weight * line[at + 1]!
          b += weight * line[at + 2]!
        }
        narrow[out] = r
        narrow[out + 1] = g
        narrow[out + 2] = b
      }
    }
  }

  pixels(): Pixels {
    const { narrow, width, height } = this
    const down = kernel(this.sourceHeight, height)
    const data = new Uint8ClampedArray(4 * width * height)
    const sums = new Float32Array(3 * width)
    for (let y = 0; y < height; y++) {
      sums.fill(0)
      for (let tap = 0; tap < down.taps; tap++) {
        const weight = down.weights[y * down.taps + tap]!
        if (weight === 0) continue
        for (let i = 0, at = 3 * width * (down.first[y]! + tap); i < sums.length; i++, at++) sums[i]! += weight * narrow[at]!
      }
      for (let x = 0, from = 0, to = 4 * width * y; x < width; x++, from += 3, to += 4) {
        data[to] = toByte(sums[from]!)
        data[to + 1] = toByte(sums[from + 1]!)
        data[to + 2] = toByte(sums[from + 2]!)
        data[to + 3] = 255
      }
    }
    return { width, height, data }
  }
}
