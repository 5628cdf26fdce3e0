import type { Lab } from '../contract/reading'
import { LINEAR_BY_BYTE, toSrgbByte } from './linear-light'

export { LINEAR_BY_BYTE, toSrgbByte }

/** Relative luminance (Rec. 709 weights, linear light 0..1) of sRGB bytes. */
export function luminance(r: number, g: number, b: number): number {
  return 0.2126 * LINEAR_BY_BYTE[r]! + 0.7152 * LINEAR_BY_BYTE[g]! + 0.0722 * LINEAR_BY_BYTE[b]!
}

const toLabCurve = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116)

/** CIE L*a*b* (D65, 2°) of linear sRGB 0..1. */
export function labOfLinear(r: number, g: number, b: number): Lab {
  const x = toLabCurve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
  const y = toLabCurve(0.2126729 * r + 0.7151522 * g + 0.072175 * b)
  const z = toLabCurve((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883)
  return { L: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z) }
}

/** CIE L*a*b* of sRGB bytes. */
export function labOf(r: number, g: number, b: number): Lab {
  return labOfLinear(LINEAR_BY_BYTE[r]!, LINEAR_BY_BYTE[g]!, LINEAR_BY_BYTE[b]!)
}

/** CIE L* of a relative luminance 0..1. */
export function lightness(relativeLuminance: number): number {
  return 116 * toLabCurve(relativeLuminance) - 16
}

/** CIE L*a*b* of '#rrggbb'. */
export function labOfHex(hex: string): Lab {
  const value = Number.parseInt(hex.slice(1), 16)
  return labOf((value >> 16) & 255, (value >> 8) & 255, value & 255)
}

const fromLabCurve = (t: number): number => (t > 6 / 29 ? t ** 3 : (116 * t - 16) / (24389 / 27))

/** '#rrggbb' of CIE L*a*b*; colours outside sRGB are clipped. */
export function hexOfLab({ L, a, b }: Lab): string {
  const y = (L + 16) / 116
  const X = 0.95047 * fromLabCurve(y + a / 500)
  const Y = fromLabCurve(y)
  const Z = 1.08883 * fromLabCurve(y - b / 200)
  const linear = [
    3.2404542 * X - 1.5371385 * Y - 0.4985314 * Z,
    -0.969266 * X + 1.8760108 * Y + 0.041556 * Z,
    0.0556434 * X - 0.2040259 * Y + 1.0572252 * Z,
  ]
  return `#${linear
    .map(one =>
      Math.round(toSrgbByte(Math.min(1, Math.max(0, one))))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}
