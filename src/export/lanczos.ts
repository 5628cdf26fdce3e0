import type { Pixels } from '../contract/pixels'
import type { Rect } from '../contract/space'
import { LINEAR, toByte } from '../lib/linear-light'

const LOBES = 3
const sinc = (x: number): number => x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)

/** For each output sample: first source index, and the weights from there on (they add up to 1). `taps` is a multiple of four. */
interface Kernel { readonly first: Int32Array; readonly weights: Float32Array; readonly taps: number }

function kernel(source: number, output: number): Kernel {
  const ratio = source / output
  const radius = LOBES * ratio
  const taps = Math.min(source, 4 * Math.ceil((Math.ceil(2 * radius) + 1) / 4))
  const first = new Int32Array(output)
  const weights = new Float32Array(output * taps)
  for (let i = 0; i < output; i++) {
    const centre = (i + 0.5) * ratio - 0.5
    const start = Math.ceil(centre - radius)
    first[i] = Math.max(0, Math.min(source - taps, start))
    let sum = 0
    for (let from = start; from <= centre + radius; from++) {
      const distance = (from - centre) / ratio
      const weight = Math.abs(distance) < LOBES ? sinc(distance) * sinc(distance / LOBES) : 0
      // Beyond the edge the outermost pixel stands in.
      const index = Math.max(0, Math.min(source - 1, from)) - first[i]!
      weights[i * taps + index]! += weight
      sum += weight
    }
    for (let tap = 0; tap < taps; tap++) weights[i * taps + tap]! /= sum
  }
  return { first, weights, taps }
}

/**
 * A rectangle of a photo (whole pixels) reduced to width x height by Lanczos-3 in linear light. Downwards first: its loop runs along
 * rows, which is where most of the work is done fastest. Only for making a picture smaller. Errors: RangeError where it would grow.
 */
export function lanczosReduced({ data, width: stride }: Pixels, rect: Rect, width: number, height: number): Pixels {
  if (width > rect.width || height > rect.height) throw new RangeError('A photo is never enlarged.')
  const down = kernel(rect.height, height)
  const across = kernel(rect.width, width)
  const reduced = new Uint8ClampedArray(4 * width * height)
  // The last rows in linear light, each converted once.
  const rows = Array.from({ length: down.taps }, () => new Float32Array(3 * rect.width))
  const sums = new Float32Array(3 * rect.width)
  let converted = 0
  for (let y = 0; y < height; y++) {
    const first = down.first[y]!
    for (; converted < first + down.taps; converted++) toLinear(data, 4 * ((rect.y + converted) * stride + rect.x), rows[converted % down.taps]!)
    weighedSum(rows, first, down.weights, y * down.taps, sums)
    reduceRow(sums, across, reduced, 4 * width * y, width)
  }
  return { width, height, data: reduced }
}

function toLinear(data: Uint8ClampedArray, start: number, row: Float32Array): void {
  for (let to = 0, from = start; to < row.length; to += 3, from += 4) {
    row[to] = LINEAR[data[from]!]!
    row[to + 1] = LINEAR[data[from + 1]!]!
    row[to + 2] = LINEAR[data[from + 2]!]!
  }
}

/** Four rows at a time: reading and writing the sum costs more than the products. */
function weighedSum(rows: readonly Float32Array[], first: number, weights: Float32Array, at: number, sums: Float32Array): void {
  const taps = rows.length
  sums.fill(0)
  let tap = 0
  for (; tap + 4 <= taps; tap += 4) {
    const a = rows[(first + tap) % taps]!, b = rows[(first + tap + 1) % taps]!, c = rows[(first + tap + 2) % taps]!, d = rows[(first + tap + 3) % taps]!
    const wa = weights[at + tap]!, wb = weights[at + tap + 1]!, wc = weights[at + tap + 2]!, wd = weights[at + tap + 3]!
    for (let i = 0; i < sums.length; i++) sums[i]! += wa * a[i]! + wb * b[i]! + wc * c[i]! + wd * d[i]!
  }
  for (; tap < taps; tap++) {
    const row = rows[(first + tap) % taps]!
    const weight = weights[at + tap]!
    for (let i = 0; i < sums.length; i++) sums[i]! += weight * row[i]!
  }
}

function reduceRow(line: Float32Array, { first, weights, taps }: Kernel, out: Uint8ClampedArray, start: number, width: number): void {
  for (let x = 0, to = start; x < width; x++, to += 4) {
    let r = 0, g = 0, b = 0
    for (let tap = 0, at = 3 * first[x]!, w = x * taps; tap < taps; tap++, at += 3, w++) {
      const weight = weights[w]!
      r += weight * line[at]!
      g += weight * line[at + 1]!
      b += weight * line[at + 2]!
    }
    out[to] = toByte(r)
    out[to + 1] = toByte(g)
    out[to + 2] = toByte(b)
    out[to + 3] = 255
  }
}
