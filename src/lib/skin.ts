import type { Patch } from '../contract/pixels'
import type { Face } from '../contract/scene'
import type { Point, Polygon } from '../contract/space'
import { LINEAR_BY_BYTE, luminance } from './color'
import { getPoints } from './landmarks'
import { forEachPixel } from './polygon'
import { median } from './stats'

/** Patches of the face that show only skin in most people; left and right are the subject's own. */
export const SKIN_PATCHES = {
  rightCheek: [50, 118, 101, 36, 205, 187],
  leftCheek: [280, 347, 330, 266, 425, 411],
  rightForehead: [103, 67, 109, 10, 151, 108, 69],
  leftForehead: [332, 297, 338, 10, 151, 337, 299],
  // The middle of the forehead, below most fringes.
  rightBrowRidge: [107, 66, 69, 108, 151, 9],
  leftBrowRidge: [336, 296, 299, 337, 151, 9],
  rightJaw: [205, 187, 147, 213, 192, 214, 212, 216],
  leftJaw: [425, 411, 376, 433, 416, 434, 432, 436],
  nose: [6, 197, 195, 5, 45, 275],
} as const
export type SkinPatch = keyof typeof SKIN_PATCHES

export function getSkinPolygon(face: Face, patch: SkinPatch): Point[] {
  return getPoints(face, SKIN_PATCHES[patch])
}

/**
 * The person's own skin, measured at the cheeks, so that no skin tone is assumed. Chromaticities are logarithms of
 * linear ratios, which don't depend on brightness.
 */
export interface OwnSkin {
  readonly luminance: number
  readonly redGreen: number
  readonly blueGreen: number
  readonly saturation: number
}

/** Avoids log(0) for black pixels. */
const LOGARITHM_FLOOR = 0.001
const LOGARITHM_BY_BYTE = LINEAR_BY_BYTE.map(linear => Math.log(linear + LOGARITHM_FLOOR))
const getLogRatio = (data: Uint8ClampedArray, at: number, channel: 0 | 2): number =>
  LOGARITHM_BY_BYTE[data[at + channel]!]! - LOGARITHM_BY_BYTE[data[at + 1]!]!
export const getSaturation = (r: number, g: number, b: number): number => {
  const max = Math.max(r, g, b)
  return max ? 1 - Math.min(r, g, b) / max : 0
}

/** log(red/green) of a pixel in linear light, as in `OwnSkin.redGreen`. */
export const getRedness = (data: Uint8ClampedArray, at: number): number => getLogRatio(data, at, 0)

/** Cache by head patch, because several rules need the same skin. */
const skinByHead = new WeakMap<Patch, OwnSkin | null>()

/** null if the cheeks are too small in the picture. */
export function getOwnSkin(face: Face, head: Patch): OwnSkin | null {
  let skin = skinByHead.get(head)
  if (skin === undefined) skinByHead.set(head, (skin = measureSkin(face, head)))
  return skin
}

function measureSkin(face: Face, head: Patch): OwnSkin | null {
  const [lights, redGreen, blueGreen, saturations]: [number[], number[], number[], number[]] = [[], [], [], []]
  const { data } = head.pixels
  for (const patch of ['rightCheek', 'leftCheek', 'nose'] as const) {
    forEachPixel(getSkinPolygon(face, patch), head, at => {
      const [r, g, b] = [data[at]!, data[at + 1]!, data[at + 2]!]
      lights.push(luminance(r, g, b))
      redGreen.push(getLogRatio(data, at, 0))
      blueGreen.push(getLogRatio(data, at, 2))
      saturations.push(getSaturation(r, g, b))
    })
  }
  return lights.length < 60
    ? null
    : {
        luminance: median(lights),
        redGreen: median(redGreen),
        blueGreen: median(blueGreen),
        saturation: median(saturations),
      }
}

/** Distance of a pixel's chromaticity from the person's own skin; 0.5 is a clearly different colour. */
export function skinDistance(skin: OwnSkin, data: Uint8ClampedArray, at: number): number {
  const [redGreen, blueGreen] = [
    getLogRatio(data, at, 0) - skin.redGreen,
    0.6 * (getLogRatio(data, at, 2) - skin.blueGreen),
  ]
  return Math.sqrt(redGreen * redGreen + blueGreen * blueGreen)
}

/**
 * Linear luminances (0..1) of this person's skin pixels in a polygon, and the share of other pixels (hair, rims,
 * beard).
 */
export function collectSkinLuminances(
  polygon: Polygon,
  head: Patch,
  skin: OwnSkin,
): { values: number[]; other: number } {
  const { data } = head.pixels
  const values: number[] = []
  let all = 0
  forEachPixel(polygon, head, at => {
    all++
    const light = luminance(data[at]!, data[at + 1]!, data[at + 2]!)
    // Hair may have the hue of skin, but is far darker in any light that still shows a face.
    if (light > 0.12 * skin.luminance && skinDistance(skin, data, at) < 0.6) values.push(light)
  })
  return { values, other: all ? 1 - values.length / all : 1 }
}
