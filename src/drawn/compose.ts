import type { Pixels } from '../contract/pixels'
import { LINEAR_BY_BYTE, toSrgbByte } from '../lib/linear-light'
import { BASE_HEAD, type PortraitOptions } from './options'
import { DEFAULT_WALL_COLOUR, getFraming } from './portrait'
import { createRandom } from './random'

/**
 * Lays a drawn person (RGBA of `drawPerson`, straight alpha) on its wall with light, blur and grain, all exact in
 * linear light or L*, so that a sweep's truth is what it says. Size as the person's pixels.
 */
export function composePortrait({ width, height, data }: Pixels, options: PortraitOptions): Pixels {
  const { light = {}, wall = {}, blur = 0, noise = 0, seed = 1 } = options
  const { balance = 1, stops = 0, highlight = 0 } = light
  const unit = Math.max(width / 480, height / 640)
  const [left, top] = [(width - 480 * unit) / 2, (height - 640 * unit) / 2]
  const { scale, x: shiftX, y: shiftY } = getFraming(options)
  const centreX = scale * BASE_HEAD.centre + shiftX
  const [shineX, shineY] = [centreX, scale * 180 + shiftY]
  const picture = new Float32Array(3 * width * height)
  const wallAt = createWall(wall, { width, height, data }, unit)
  const gain = 2 ** stops
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const [fx, fy] = [(x + 0.5 - left) / unit, (y + 0.5 - top) / unit]
      const alpha = data[4 * at + 3]! / 255
      // The cheeks' middles lie about a quarter of the face's width off its middle.
      const side = balance ** (-(fx - centreX) / (0.5 * scale * BASE_HEAD.faceWidth))
      const shine =
        highlight > 0 ? Math.exp(-(((fx - shineX) ** 2 + (fy - shineY) ** 2) / (2 * highlight * highlight))) : 0
      const back = wallAt(x, y)
      for (let channel = 0; channel < 3; channel++) {
        const body = Math.min(1, LINEAR_BY_BYTE[data[4 * at + channel]!]! * side * gain + 1.4 * shine)
        picture[3 * at + channel] = alpha * body + (1 - alpha) * back[channel]! * gain
      }
    }
  }
  const soft = blur > 0 ? blurGaussian(picture, width, height, blur * unit) : picture
  return { width, height, data: toBytes(soft, noise, seed) }
}

/** Linear RGB of the wall at a pixel. */
function createWall(
  {
    colour = DEFAULT_WALL_COLOUR,
    gradient = 0,
    vignette = 0,
    strip = 0,
    shadow = 0,
  }: NonNullable<PortraitOptions['wall']>,
  { width, height, data: person }: Pixels,
  unit: number,
): (x: number, y: number) => [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16)
  const base = [(value >> 16) & 255, (value >> 8) & 255, value & 255].map(byte => LINEAR_BY_BYTE[byte]!) as [
    number,
    number,
    number,
  ]
  const luminance = 0.2126 * base[0] + 0.7152 * base[1] + 0.0722 * base[2]
  const lightness = 116 * Math.cbrt(luminance) - 16
  return (x, y) => {
    if (strip > 0 && x < strip * width) return [0.09, 0.06, 0.04]
    const across = x / width - 0.5
    const corner = ((x / width - 0.5) ** 2 + (y / height - 0.5) ** 2) / 0.5
    // The whole wall one colour, only lighter or darker: a factor of linear light for the wanted L*.
    const wanted = lightness - gradient * (across + 0.5) - vignette * corner
    let factor = ((wanted + 16) / 116) ** 3 / luminance
    if (shadow > 0) {
      const [sx, sy] = [Math.round(x - shadow * unit), Math.round(y - 0.4 * shadow * unit)]
      if (sx >= 0 && sy >= 0 && sx < width && sy < height && person[4 * (sy * width + sx) + 3]! > 127) factor *= 0.45
    }
    return [base[0] * factor, base[1] * factor, base[2] * factor]
  }
}

function blurGaussian(picture: Float32Array, width: number, height: number, sigma: number): Float32Array {
  const reach = Math.ceil(3 * sigma)
  const kernel = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)))
  const sum = kernel.reduce((a, b) => a + b, 0)
  const pass = (source: Float32Array, across: boolean): Float32Array => {
    const out = new Float32Array(source.length)
    const [lines, length, lineStep, step] = across ? [height, width, 3 * width, 3] : [width, height, 3, 3 * width]
    for (let line = 0; line < lines; line++) {
      for (let i = 0, to = line * lineStep; i < length; i++, to += step) {
        let [r, g, b] = [0, 0, 0]
        for (let k = -reach; k <= reach; k++) {
          const from = line * lineStep + step * Math.max(0, Math.min(length - 1, i + k))
          const weight = kernel[k + reach]!
          r += weight * source[from]!
          g += weight * source[from + 1]!
          b += weight * source[from + 2]!
        }
        out[to] = r / sum
        out[to + 1] = g / sum
        out[to + 2] = b / sum
      }
    }
    return out
  }
  return pass(pass(picture, true), false)
}

/** To bytes, with Gaussian grain (Box-Muller) of `noise` levels. */
function toBytes(picture: Float32Array, noise: number, seed: number): Uint8ClampedArray {
  const next = createRandom(seed)
  const grain = (): number =>
    noise > 0 ? noise * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()) : 0
  const data = new Uint8ClampedArray((4 * picture.length) / 3)
  for (let i = 0, to = 0; i < picture.length; i += 3, to += 4) {
    for (let channel = 0; channel < 3; channel++) data[to + channel] = toSrgbByte(picture[i + channel]!) + grain()
    data[to + 3] = 255
  }
  return data
}
