import { LINEAR_BY_BYTE, toSrgbByte } from './linear-light'

/**
 * Display P3 -> sRGB of RGBA bytes, in place. Both have the same white point (D65) and transfer curve; only the
 * primaries differ (SMPTE EG 432-1 and ITU-R BT.709). Colours outside sRGB are clipped, as in browsers.
 */
export function displayP3ToSrgb(data: Uint8ClampedArray): void {
  for (let i = 0; i < data.length; i += 4) {
    const r = LINEAR_BY_BYTE[data[i]!]!,
      g = LINEAR_BY_BYTE[data[i + 1]!]!,
      b = LINEAR_BY_BYTE[data[i + 2]!]!
    data[i] = toSrgbByte(1.2249402 * r - 0.2249402 * g)
    data[i + 1] = toSrgbByte(-0.042057 * r + 1.042057 * g)
    data[i + 2] = toSrgbByte(-0.0196376 * r - 0.0786361 * g + 1.0982736 * b)
  }
}
