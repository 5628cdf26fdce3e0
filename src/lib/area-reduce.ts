import type { Pixels } from '../contract/pixels'
import type { Rect } from '../contract/space'
import { LINEAR, toByte } from './linear-light'

/**
 * A rectangle of a picture (whole pixels) reduced to width x height by averaging in linear light over exact areas. Deterministic,
 * unlike a canvas's own scaling. Never enlarges.
 */
export function areaReduced({ data, width: stride }: Pixels, rect: Rect, width: number, height: number): Pixels {
  if (width > rect.width || height > rect.height) throw new RangeError('An area is never enlarged.')
  const row = new Float32Array(3 * width)
  const sums = new Float32Array(3 * width)
  const reduced = new Uint8ClampedArray(4 * width * height)
  const area = width * height / (rect.width * rect.height)
  let out = 0
  const finish = (): void => {
    for (let from = 0; from < sums.length; from += 3, out += 4) {
      reduced[out] = toByte(sums[from]! * area)
      reduced[out + 1] = toByte(sums[from + 1]! * area)
      reduced[out + 2] = toByte(sums[from + 2]! * area)
      reduced[out + 3] = 255
    }
  }
  for (let y = 0; y < rect.height; y++) {
    reduceRow(data, 4 * ((rect.y + y) * stride + rect.x), rect.width, row, width)
    // This row's share of the output row that it begins in; the rest belongs to the next one.
    const top = y * height / rect.height
    const index = Math.floor(top + 1e-9)
    const upper = Math.min(1, (index + 1 - top) * rect.height / height)
    for (let i = 0; i < row.length; i++) sums[i]! += upper * row[i]!
    const ends = (y + 1) * height / rect.height >= index + 1 - 1e-9
    if (!ends) continue
    finish()
    for (let i = 0; i < row.length; i++) sums[i] = (1 - upper) * row[i]!
  }
  return { width, height, data: reduced }
}

/** One row, sideways: sums of linear light over each output pixel's width. */
function reduceRow(data: Uint8ClampedArray, start: number, length: number, row: Float32Array, width: number): void {
  const ratio = length / width
  let at = start
  // What is left of the pixel that straddles two output pixels.
  let rest = 0
  let [r, g, b] = [0, 0, 0]
  let used = 0
  for (let out = 0; out < width; out++) {
    const end = (out + 1) * ratio
    let red = rest * r, green = rest * g, blue = rest * b
    const whole = Math.min(length, Math.floor(end + 1e-9))
    for (; used < whole; used++, at += 4) {
      red += LINEAR[data[at]!]!
      green += LINEAR[data[at + 1]!]!
      blue += LINEAR[data[at + 2]!]!
    }
    const share = end - whole
    rest = 0
    if (share > 1e-6 && used < length) {
      r = LINEAR[data[at]!]!; g = LINEAR[data[at + 1]!]!; b = LINEAR[data[at + 2]!]!
      red += share * r; green += share * g; blue += share * b
      rest = 1 - share
      used++
      at += 4
    }
    row[3 * out] = red
    row[3 * out + 1] = green
    row[3 * out + 2] = blue
  }
}
