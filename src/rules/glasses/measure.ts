import type { Patch } from '../../contract/pixels'
import type { Reading } from '../../contract/reading'
import type { Scene } from '../../contract/scene'
import type { Point } from '../../contract/space'
import { luminance } from '../../lib/color'
import { between, distance, interEyeDistance, LINE, pointOf, pointsOf, POINT } from '../../lib/landmarks'
import { logistic } from '../../lib/logistic'
import { eachPixel, grown } from '../../lib/polygon'
import { ownSkin, saturationOf, type OwnSkin } from '../../lib/skin'
import { median } from '../../lib/stats'

export type GlassesQuantity = 'kind' | 'glare' | 'frame'

/** Strength of the bridge's edge that is as likely glasses as not, and how quickly that turns: npm run accuracy over portraits labelled by eye. */
const MIDDLE = 0.22, WIDTH = 0.02
const SURE_NONE = 0.25, SURE_WORN = 0.75
/** Skin seen through a lens that is darker than this share of the cheek's: a tinted lens. */
const TINTED = 0.42
const LEAST_EYE_DISTANCE = 24

export function measureGlasses(scene: Scene): Record<GlassesQuantity, Reading> {
  const { face, head } = scene
  const regions = [grown(pointsOf(face!, LINE.RIGHT_EYE), 1.9), grown(pointsOf(face!, LINE.LEFT_EYE), 1.9)]
  const skin = ownSkin(face!, head!)
  if (!skin || interEyeDistance(face!) * head!.scale < LEAST_EYE_DISTANCE) {
    return { kind: { unknown: 'too-small', regions }, glare: { unknown: 'too-small' }, frame: { unknown: 'too-small' } }
  }
  const score = logistic(bridgeEdge(scene, skin), MIDDLE, WIDTH)
  if (score > SURE_NONE && score < SURE_WORN) {
    return { kind: { unknown: 'ambiguous', score, regions }, glare: { unknown: 'ambiguous' }, frame: { unknown: 'ambiguous' } }
  }
  if (score <= SURE_NONE) return { kind: { value: 'none', score, regions }, glare: { value: 0 }, frame: { value: 0 } }
  return {
    kind: { value: lensDarkness(scene, skin) < TINTED ? 'tinted' : 'clear', score, regions },
    glare: glare(scene, skin),
    // Whether a rim crosses the eye itself can't be told from lashes and lids by edges alone.
    frame: { unknown: 'glasses' },
  }
}

/** Cells to the distance between the pupils: detail finer than this is evened out, so that a photo's size does not decide how steep an edge is. */
const CELLS = 40
const COLUMNS = 9
/** Width of the strip that is looked at, share of the distance between the inner corners of the eyes. */
const STRIP = 0.4

/**
 * The strongest horizontal edge that runs across the whole nose bridge, as a step of relative luminance: a bridge of glasses is one
 * line over the full width, a wrinkle or a shadow is not. Relative to the person's own skin.
 */
function bridgeEdge({ face, head }: Pick<Scene, 'face' | 'head'>, skin: OwnSkin): number {
  const [right, left] = [pointOf(face!, POINT.RIGHT_EYE_INNER), pointOf(face!, POINT.LEFT_EYE_INNER)]
  const [top, bottom] = [pointOf(face!, 9), pointOf(face!, 5)]
  const cell = Math.max(interEyeDistance(face!) / CELLS, 1 / head!.scale)
  const rows = Math.max(6, Math.round(distance(top, bottom) / cell))
  let before: number[] | undefined
  let best = 0
  for (let row = 0; row <= rows; row++) {
    const centre = between(top, bottom, row / rows)
    const lights = Array.from({ length: COLUMNS }, (_, i) => {
      const share = (i / (COLUMNS - 1) - 0.5) * STRIP
      const light = meanLuminance(head!, { x: centre.x + share * (left.x - right.x), y: centre.y + share * (left.y - right.y) }, cell)
      return Math.log(0.05 + light / Math.max(0.005, skin.luminance))
    })
    // The middle of the columns: the edge must run across, not stand in one place.
    if (before) best = Math.max(best, Math.abs(median(lights.map((light, i) => light - before![i]!))))
    before = lights
  }
  return best
}

/** Mean luminance of the square of `side` source pixels around a point. */
function meanLuminance({ pixels: { width, height, data }, x, y, scale }: Patch, point: Point, side: number): number {
  const span = (centre: number, most: number): [number, number] => {
    const from = Math.max(0, Math.min(most - 1, Math.round((centre - side / 2) * scale)))
    return [from, Math.max(from + 1, Math.min(most, Math.round((centre + side / 2) * scale)))]
  }
  const [left, right] = span(point.x - x, width)
  const [top, bottom] = span(point.y - y, height)
  let sum = 0
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) { const at = 4 * (row * width + column); sum += luminance(data[at]!, data[at + 1]!, data[at + 2]!) }
  }
  return sum / ((right - left) * (bottom - top))
}

/** Luminance of the skin under the eyes, inside the lenses, over that of the cheeks. */
function lensDarkness({ face, head }: Pick<Scene, 'face' | 'head'>, skin: OwnSkin): number {
  const { data } = head!.pixels
  const values: number[] = []
  for (const line of [[226, 31, 228, 229, 230, 231, 232, 145, 163], [446, 261, 448, 449, 450, 451, 452, 374, 390]]) {
    eachPixel(pointsOf(face!, line), head!, at => values.push(luminance(data[at]!, data[at + 1]!, data[at + 2]!)))
  }
  return values.length ? median(values) / Math.max(0.005, skin.luminance) : 1
}

/** Reflections of lamps and windows are brighter than this (linear), whatever the skin; the eyes' whites shine too, so they are left out. */
const GLARE_LUMINANCE = 0.5
/** A reflection covers the skin's colour: less of the skin's saturation than this is left. */
const GLARE_SATURATION = 0.55

/** Share of the lens area around the eyes that is bright and colourless. */
function glare({ face, head }: Pick<Scene, 'face' | 'head'>, skin: OwnSkin): Reading {
  const { data } = head!.pixels
  let all = 0
  let shining = 0
  const least = Math.max(GLARE_LUMINANCE, Math.min(0.85, 1.6 * skin.luminance))
  const regions = [LINE.RIGHT_EYE, LINE.LEFT_EYE].map(line => grown(pointsOf(face!, line), 1.6))
  const open = new Uint8Array(data.length >> 2)
  for (const line of [LINE.RIGHT_EYE, LINE.LEFT_EYE]) eachPixel(grown(pointsOf(face!, line), 1.1), head!, at => { open[at >> 2] = 1 })
  for (const region of regions) {
    eachPixel(region, head!, at => {
      if (open[at >> 2]) return
      all++
      const [r, g, b] = [data[at]!, data[at + 1]!, data[at + 2]!]
      if (luminance(r, g, b) > least && saturationOf(r, g, b) < GLARE_SATURATION * skin.saturation) shining++
    })
  }
  return all < 60 ? { unknown: 'too-small' } : { value: shining / all, regions: shining ? regions : [] }
}
