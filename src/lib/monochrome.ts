import type { Pixels } from '../contract/pixels'
import { labOf } from './color'

/** Chroma (CIE a*b*) that a picture without colour has at most, in all but this share of its pixels. */
const MAX_GREY_CHROMA = 6,
  COLOURED_SHARE = 0.01
/** A toned picture has one hue at each lightness: its a*, b* lie this close together there (mean deviation). */
const MAX_TONE_DEVIATION = 1.6
const LIGHTNESS_STEP = 10
/** Every so many pixels in each direction are enough. */
const STRIDE = 3

/** Whether the picture has no colours: grey, or in the shades of one tone (sepia). */
export function isMonochrome({ width, height, data }: Pixels): boolean {
  const bins = Array.from({ length: 100 / LIGHTNESS_STEP + 1 }, () => ({ n: 0, a: 0, b: 0, aa: 0, bb: 0 }))
  let [all, coloured] = [0, 0]
  for (let y = 0; y < height; y += STRIDE) {
    for (let x = 0; x < width; x += STRIDE) {
      const at = 4 * (y * width + x)
      const { L, a, b } = labOf(data[at]!, data[at + 1]!, data[at + 2]!)
      all++
      if (Math.hypot(a, b) > MAX_GREY_CHROMA) coloured++
      const bin = bins[Math.floor(L / LIGHTNESS_STEP)]!
      bin.n++
      bin.a += a
      bin.b += b
      bin.aa += a * a
      bin.bb += b * b
    }
  }
  if (!all) return false
  if (coloured <= COLOURED_SHARE * all) return true
  const variance = bins.reduce(
    (sum, { n, a, b, aa, bb }) => (n ? sum + (aa - (a * a) / n) + (bb - (b * b) / n) : sum),
    0,
  )
  return Math.sqrt(variance / all) < MAX_TONE_DEVIATION
}
