import type { Patch } from '../contract/pixels'
import { luminance } from './color'

/** Brightness as the eye steps it (square root of linear luminance, 0..1), row by row. */
export interface LightMap { readonly width: number; readonly height: number; readonly data: Float32Array }

export function lightMapOf({ pixels: { width, height, data } }: Patch): LightMap {
  const map = new Float32Array(width * height)
  for (let i = 0, at = 0; i < map.length; i++, at += 4) map[i] = Math.sqrt(luminance(data[at]!, data[at + 1]!, data[at + 2]!))
  return { width, height, data: map }
}

/** The map at another size: averaged over areas when smaller, linear between neighbours when larger. */
export function resized({ width, height, data }: LightMap, factor: number): LightMap {
  const [w, h] = [Math.max(1, Math.round(width * factor)), Math.max(1, Math.round(height * factor))]
  const across = new Float32Array(w * height)
  resample(data, width, height, 1, width, across, w, 1, w)
  const out = new Float32Array(w * h)
  resample(across, height, w, w, 1, out, h, w, 1)
  return { width: w, height: h, data: out }
}

/** One direction: a triangle filter as wide as an output step (never narrower than a source step). */
function resample(source: Float32Array, length: number, lines: number, step: number, lineStep: number, out: Float32Array, outLength: number, outStep: number, outLineStep: number): void {
  const ratio = length / outLength
  const radius = Math.max(1, ratio)
  for (let i = 0; i < outLength; i++) {
    const centre = (i + 0.5) * ratio - 0.5
    const [from, to] = [Math.max(0, Math.ceil(centre - radius)), Math.min(length - 1, Math.floor(centre + radius))]
    let total = 0
    for (let k = from; k <= to; k++) total += 1 - Math.abs(k - centre) / radius
    for (let line = 0; line < lines; line++) {
      let sum = 0
      for (let k = from; k <= to; k++) sum += (1 - Math.abs(k - centre) / radius) * source[k * step + line * lineStep]!
      out[i * outStep + line * outLineStep] = total > 0 ? sum / total : source[Math.round(Math.min(length - 1, Math.max(0, centre))) * step + line * lineStep]!
    }
  }
}

/** Gaussian blur, separable, edges repeated. */
export function blurred({ width, height, data }: LightMap, sigma: number): LightMap {
  const reach = Math.ceil(3 * sigma)
  const kernel = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)))
  const sum = kernel.reduce((a, b) => a + b, 0)
  const pass = (source: Float32Array, stepX: number, stepY: number): Float32Array => {
    const out = new Float32Array(source.length)
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        let value = 0
        for (let k = -reach; k <= reach; k++) {
          const [sx, sy] = [Math.max(0, Math.min(width - 1, x + k * stepX)), Math.max(0, Math.min(height - 1, y + k * stepY))]
          value += kernel[k + reach]! * source[sy * width + sx]!
        }
        out[y * width + x] = value / sum
      }
    }
    return out
  }
  return { width, height, data: pass(pass(data, 1, 0), 0, 1) }
}

/** Length of the central-difference gradient at a pixel that is not on the rim. */
export function gradientAt({ width, data }: LightMap, at: number): number {
  return Math.hypot(data[at + 1]! - data[at - 1]!, data[at + width]! - data[at - width]!) / 2
}
