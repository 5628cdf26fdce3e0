import type { Lab } from '../contract/reading'
import type { Patch } from '../contract/pixels'
import type { Face } from '../contract/scene'
import { LINEAR_BY_BYTE, labOfLinear, luminance } from './color'
import { distance, LINE, getPoint, getPoints, POINT } from './landmarks'
import { forEachPixel } from './polygon'
import { median, quantile } from './stats'

/** The sclera as a reference that does not depend on skin tone. Linear luminance (0..1) and colour. */
export interface Sclera {
  readonly luminance: number
  readonly lab: Lab
}

/** With fewer pixels than this in both eyes together there is no result. */
const MIN_SCLERA_PIXELS = 24

/**
 * Measures the brighter half of both eyes' pixels between the lids and outside the irises: lashes and the lids' shadow
 * are in the darker half. null where the eyes are too small or closed.
 */
export function measureSclera(face: Face, head: Patch): Sclera | null {
  const { data } = head.pixels
  const candidates: { light: number; at: number }[] = []
  for (const [outline, iris, rim] of [
    [LINE.RIGHT_EYE, POINT.RIGHT_IRIS, LINE.RIGHT_IRIS_RIM],
    [LINE.LEFT_EYE, POINT.LEFT_IRIS, LINE.LEFT_IRIS_RIM],
  ] as const) {
    const centre = getPoint(face, iris)
    const radius = 1.15 * median(getPoints(face, rim).map(point => distance(point, centre)))
    forEachPixel(getPoints(face, outline), head, (at, column, row) => {
      const point = { x: head.x + (column + 0.5) / head.scale, y: head.y + (row + 0.5) / head.scale }
      if (distance(point, centre) > radius)
        candidates.push({ light: luminance(data[at]!, data[at + 1]!, data[at + 2]!), at })
    })
  }
  if (candidates.length < MIN_SCLERA_PIXELS) return null
  const cut = quantile(
    candidates.map(({ light }) => light),
    0.6,
  )
  const bright = candidates.filter(({ light }) => light >= cut)
  const channel = (offset: number): number => median(bright.map(({ at }) => LINEAR_BY_BYTE[data[at + offset]!]!))
  const [r, g, b] = [channel(0), channel(1), channel(2)]
  return { luminance: 0.2126 * r + 0.7152 * g + 0.0722 * b, lab: labOfLinear(r, g, b) }
}
