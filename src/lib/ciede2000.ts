import type { Lab } from '../contract/reading'

const RADIANS_PER_DEGREE = Math.PI / 180
const POW25_7 = 25 ** 7

/**
 * CIEDE2000 colour difference (ISO/CIE 11664-6), unit weights. Tested against the pairs of Sharma, Wu and Dalal (2005).
 */
export function ciede2000(one: Lab, two: Lab): number {
  const meanChroma = (Math.hypot(one.a, one.b) + Math.hypot(two.a, two.b)) / 2
  const stretch = 1 + 0.5 * (1 - Math.sqrt(meanChroma ** 7 / (meanChroma ** 7 + POW25_7)))
  const [a1, a2] = [one.a * stretch, two.a * stretch]
  const [c1, c2] = [Math.hypot(a1, one.b), Math.hypot(a2, two.b)]
  const hue = (a: number, b: number): number =>
    a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / RADIANS_PER_DEGREE + 360) % 360
  const [h1, h2] = [hue(a1, one.b), hue(a2, two.b)]

  const deltaL = two.L - one.L
  const deltaC = c2 - c1
  const turn = c1 * c2 === 0 ? 0 : ((h2 - h1 + 540) % 360) - 180
  const deltaH = 2 * Math.sqrt(c1 * c2) * Math.sin((turn / 2) * RADIANS_PER_DEGREE)

  const meanL = (one.L + two.L) / 2
  const meanC = (c1 + c2) / 2
  const meanH =
    c1 * c2 === 0 ? h1 + h2 : Math.abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : (h1 + h2 + (h1 + h2 < 360 ? 360 : -360)) / 2
  const cos = (degrees: number): number => Math.cos(degrees * RADIANS_PER_DEGREE)
  const t = 1 - 0.17 * cos(meanH - 30) + 0.24 * cos(2 * meanH) + 0.32 * cos(3 * meanH + 6) - 0.2 * cos(4 * meanH - 63)
  const weightL = 1 + (0.015 * (meanL - 50) ** 2) / Math.sqrt(20 + (meanL - 50) ** 2)
  const weightC = 1 + 0.045 * meanC
  const weightH = 1 + 0.015 * meanC * t
  const rotation =
    -Math.sin(60 * Math.exp(-(((meanH - 275) / 25) ** 2)) * RADIANS_PER_DEGREE) *
    2 *
    Math.sqrt(meanC ** 7 / (meanC ** 7 + POW25_7))
  const [l, c, h] = [deltaL / weightL, deltaC / weightC, deltaH / weightH]
  return Math.sqrt(l * l + c * c + h * h + rotation * c * h)
}
