import type { Patch } from '../contract/pixels'
import type { Polygon } from '../contract/space'
import { LINEAR, luminance } from './color'
import { eachPixel } from './polygon'
import { median } from './stats'

/** How something looks: logarithms of luminance and of red and blue over green, in linear light. */
export interface Look { readonly light: number; readonly redGreen: number; readonly blueGreen: number }

/** Keeps the logarithm of the darkest bytes finite. */
const FLOOR = 0.001
const LOGARITHM = LINEAR.map(linear => Math.log(linear + FLOOR))

/** Of one pixel: `at` is its offset in RGBA data. */
export function lookAt(data: Uint8ClampedArray, at: number): Look {
  const [r, g, b] = [data[at]!, data[at + 1]!, data[at + 2]!]
  return { light: Math.log(FLOOR + luminance(r, g, b)), redGreen: LOGARITHM[r]! - LOGARITHM[g]!, blueGreen: LOGARITHM[b]! - LOGARITHM[g]! }
}

/** Median look of the pixels in the polygons that `takes` accepts; null of fewer than 30. */
export function lookOf(polygons: readonly Polygon[], patch: Patch, takes: (column: number, row: number) => boolean): Look | null {
  const found: Look[] = []
  for (const polygon of polygons) eachPixel(polygon, patch, (at, column, row) => { if (takes(column, row)) found.push(lookAt(patch.pixels.data, at)) })
  if (found.length < 30) return null
  return { light: median(found.map(({ light }) => light)), redGreen: median(found.map(({ redGreen }) => redGreen)), blueGreen: median(found.map(({ blueGreen }) => blueGreen)) }
}

/** Shade changes light more than colour: light counts less, blue (which noise moves most) less than red. */
export function lookDistance(one: Look, two: Look): number {
  const [light, redGreen, blueGreen] = [0.3 * (one.light - two.light), one.redGreen - two.redGreen, 0.6 * (one.blueGreen - two.blueGreen)]
  return Math.sqrt(light * light + redGreen * redGreen + blueGreen * blueGreen)
}
