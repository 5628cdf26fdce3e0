import type { Patch } from '../contract/pixels'
import type { Rect } from '../contract/space'
import { luminance } from './color'

/** Perceptual brightness (square root of linear luminance, 0..1), row by row. */
export interface LightMap {
  readonly width: number
  readonly height: number
  readonly data: Float32Array
}

/** The map of a rectangle of the patch (patch pixels). */
export function createLightMap({ pixels }: Patch, rect: Rect): LightMap {
  const { width, height } = rect
  const map = new Float32Array(width * height)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0, at = 4 * ((rect.y + y) * pixels.width + rect.x); x < width; x++, i++, at += 4)
      map[i] = Math.sqrt(luminance(pixels.data[at]!, pixels.data[at + 1]!, pixels.data[at + 2]!))
  }
  return { width, height, data: map }
}

/** The map at another size: area average when downscaling, linear interpolation when upscaling. */
export function resizeLightMap({ width, height, data }: LightMap, factor: number): LightMap {
  const [w, h] = [Math.max(1, Math.round(width * factor)), Math.max(1, Math.round(height * factor))]
  const across = resampleLines(data, getRows(width, height), getRows(w, height))
  return { width: w, height: h, data: resampleLines(across, getColumns(w, height), getColumns(w, h)) }
}

/** Memory layout of a map's rows or columns: `lines` of `length` values each. */
interface Lines {
  readonly lines: number
  readonly length: number
  /** Offset between neighbours on a line, and between the starts of two lines. */
  readonly step: number
  readonly lineStep: number
}
const getRows = (width: number, height: number): Lines => ({ lines: height, length: width, step: 1, lineStep: width })
const getColumns = (width: number, height: number): Lines => ({
  lines: width,
  length: height,
  step: width,
  lineStep: 1,
})

/** Resamples in one direction with a triangle filter as wide as an output step (at least a source step). */
function resampleLines(source: Float32Array, { lines, length, step, lineStep }: Lines, to: Lines): Float32Array {
  const out = new Float32Array(to.lines * to.length)
  const ratio = length / to.length
  const radius = Math.max(1, ratio)
  for (let i = 0; i < to.length; i++) {
    const centre = (i + 0.5) * ratio - 0.5
    const [first, last] = [Math.max(0, Math.ceil(centre - radius)), Math.min(length - 1, Math.floor(centre + radius))]
    const weights = Float32Array.from({ length: last - first + 1 }, (_, k) => 1 - Math.abs(first + k - centre) / radius)
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    for (let line = 0; line < lines; line++) {
      let sum = 0
      for (let k = 0, at = first * step + line * lineStep; k < weights.length; k++, at += step)
        sum += weights[k]! * source[at]!
      out[i * to.step + line * to.lineStep] = sum / total
    }
  }
  return out
}

/** Separable Gaussian blur; edge values are repeated. */
export function blurLightMap({ width, height, data }: LightMap, sigma: number): LightMap {
  const reach = Math.ceil(3 * sigma)
  const kernel = Float32Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)),
  )
  const across = convolveLines(data, getRows(width, height), kernel)
  return { width, height, data: convolveLines(across, getColumns(width, height), kernel) }
}

/** Convolves every line with the kernel, whose weights need not sum to 1. */
function convolveLines(
  source: Float32Array,
  { lines, length, step, lineStep }: Lines,
  kernel: Float32Array,
): Float32Array {
  const sum = kernel.reduce((a, b) => a + b, 0)
  const out = new Float32Array(source.length)
  const reach = kernel.length >> 1
  const padded = new Float32Array(length + 2 * reach)
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep
    for (let i = 0; i < padded.length; i++)
      padded[i] = source[start + step * Math.max(0, Math.min(length - 1, i - reach))]!
    for (let i = 0, at = start; i < length; i++, at += step) {
      let value = 0
      for (let k = 0; k < kernel.length; k++) value += kernel[k]! * padded[i + k]!
      out[at] = value / sum
    }
  }
  return out
}

/** Magnitude of the central-difference gradient; the pixel must not be on the border. */
export function gradientAt({ width, data }: LightMap, at: number): number {
  return Math.hypot(data[at + 1]! - data[at - 1]!, data[at + width]! - data[at - width]!) / 2
}
