import type { Pixels } from '../contract/pixels'

/** sRGB byte -> linear light 0..1 (IEC 61966-2-1). */
export const LINEAR = Float32Array.from({ length: 256 }, (_, byte) => {
  const value = byte / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
})

const STEPS = 8192
/** Linear light in 8,192 steps of its square root -> sRGB byte; the root keeps the dark end fine enough. */
const BYTES = Uint8Array.from({ length: STEPS + 1 }, (_, step) => {
  const linear = (step / STEPS) ** 2
  return Math.round(255 * (linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055))
})

/** Linear light (clamped to 0..1) -> sRGB byte. */
export function toByte(linear: number): number {
  return linear <= 0 ? 0 : linear >= 1 ? 255 : BYTES[(Math.sqrt(linear) * STEPS + 0.5) | 0]!
}

/**
 * Reduces a picture by averaging in linear light over exact areas, fed band by band from the top, so that a large photo never
 * lies in memory as a whole. Deterministic, unlike a canvas's own scaling.
 */
export class AreaReducer {
  private readonly sums: Float32Array
  private readonly row: Float32Array
  private y = 0

  constructor(private readonly sourceWidth: number, private readonly sourceHeight: number, readonly width: number, readonly height: number) {
    this.sums = new Float32Array(3 * width * height)
    this.row = new Float32Array(3 * (width + 1))
  }

  /** `data`: RGBA rows, as wide as the source. */
  feed(data: Uint8ClampedArray): void {
    const stride = 4 * this.sourceWidth
    for (let start = 0; start < data.length && this.y < this.sourceHeight; start += stride, this.y++) {
      this.reduceRow(data, start)
      const top = this.y * this.height / this.sourceHeight
      const index = top | 0
      const upper = Math.min(1, (index + 1 - top) * this.sourceHeight / this.height)
      this.addRow(index, upper)
      if (upper < 1) this.addRow(index + 1, 1 - upper)
    }
  }

  private reduceRow(data: Uint8ClampedArray, start: number): void {
    const { row, width, sourceWidth } = this
    row.fill(0)
    const step = width / sourceWidth
    for (let x = 0, at = start, left = 0; x < sourceWidth; x++, at += 4, left += step) {
      const index = left | 0
      const r = LINEAR[data[at]!]!
      const g = LINEAR[data[at + 1]!]!
      const b = LINEAR[data[at + 2]!]!
      const share = index + 1 - left
      const to = 3 * index
      if (share >= step) { row[to]! += r; row[to + 1]! += g; row[to + 2]! += b; continue }
      const first = share / step
      const rest = 1 - first
      row[to]! += first * r; row[to + 1]! += first * g; row[to + 2]! += first * b
      row[to + 3]! += rest * r; row[to + 4]! += rest * g; row[to + 5]! += rest * b
    }
  }

  private addRow(index: number, weight: number): void {
    if (index >= this.height) return
    const { row, sums } = this
    const length = 3 * this.width
    for (let i = 0, at = index * length; i < length; i++, at++) sums[at]! += weight * row[i]!
  }

  pixels(): Pixels {
    const data = new Uint8ClampedArray(4 * this.width * this.height)
    const area = this.width * this.height / (this.sourceWidth * this.sourceHeight)
    for (let from = 0, to = 0; to < data.length; from += 3, to += 4) {
      for (let channel = 0; channel < 3; channel++) data[to + channel] = toByte(this.sums[from + channel]! * area)
      data[to + 3] = 255
    }
    return { width: this.width, height: this.height, data }
  }
}
