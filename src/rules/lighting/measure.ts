import type { Reading } from '../../contract/reading'
import type { Scene } from '../../contract/scene'
import { ciede2000 } from '../../lib/ciede2000'
import { lightness, luminance } from '../../lib/color'
import { LINE, pointsOf } from '../../lib/landmarks'
import { eachPixel, grown, rectangle } from '../../lib/polygon'
import { scleraOf, type Sclera } from '../../lib/sclera'
import {
  ownSkin,
  saturationOf,
  skinDistance,
  skinLuminances,
  skinPolygon,
  type OwnSkin,
  type SkinPatch,
} from '../../lib/skin'
import { median } from '../../lib/stats'

export type LightingQuantity = 'balance' | 'exposure' | 'highlights' | 'cast'

export function measureLighting(scene: Scene): Record<LightingQuantity, Reading> {
  const skin = ownSkin(scene.face!, scene.head!)
  if (!skin)
    return {
      balance: { unknown: 'too-small' },
      exposure: { unknown: 'too-small' },
      highlights: { unknown: 'too-small' },
      cast: { unknown: 'too-small' },
    }
  const sclera = scleraOf(scene.face!, scene.head!)
  return {
    balance: balance(scene, skin),
    exposure: exposure(sclera, skin),
    cast: cast(sclera, skin),
    highlights: highlights(scene, skin),
  }
}

/** More of a patch than this covered by hair, rims or beard, and it tells nothing of the light. */
const MOST_OTHER = 0.6

/** Worst of left/right and top/bottom, brighter over darker, of the median luminances of the patches that show skin. */
function balance({ face, head }: Scene, skin: OwnSkin): Reading {
  const light = (...patches: SkinPatch[]): { value: number; patches: SkinPatch[] } | null => {
    const seen = patches
      .map(patch => skinLuminances(skinPolygon(face!, patch), head!, skin))
      .filter(({ other, values }) => other < MOST_OTHER && values.length >= 12)
    return seen.length ? { value: median(seen.flatMap(({ values }) => values)), patches } : null
  }
  const [right, left, top, bottom] = [
    light('rightCheek'),
    light('leftCheek'),
    light('rightForehead', 'leftForehead'),
    light('chin'),
  ]
  if (!right || !left) return { unknown: 'covered' }
  const pairs = [[right, left], ...(top && bottom ? [[top, bottom]] : [])] as [
    NonNullable<typeof right>,
    NonNullable<typeof right>,
  ][]
  const ratios = pairs.map(([a, b]) => ({
    ratio: Math.max(a.value, b.value) / Math.max(1e-4, Math.min(a.value, b.value)),
    darker: a.value < b.value ? a : b,
  }))
  const worst = ratios.reduce((most, one) => (one.ratio > most.ratio ? one : most))
  return { value: worst.ratio, regions: worst.darker.patches.map(patch => skinPolygon(face!, patch)) }
}

/**
 * Reflectance that the brighter part of the eyes' whites shows, lids' shadow included: set so that the median of the
 * official
 * portraits (npm run accuracy) gives a grey card about L* 50.
 */
const SCLERA_REFLECTANCE = 0.36
/**
 * The lightest and darkest human skin, relative luminance under a light that shows a white card as 1 (the Monk scale's
 * darkest is 0.018 as displayed).
 */
const LIGHTEST_SKIN = 0.5,
  DARKEST_SKIN = 0.015
const GREY_CARD = 0.184

/**
 * Exposure as the L* that an 18 % grey card at the face would have; 50 is exposed as a card is. By the eyes' whites,
 * which are white in
 * every skin tone; but narrow eyes, lashes and deep lids darken them, so they are believed only within what any human
 * skin allows.
 */
function exposure(sclera: Sclera | null, skin: OwnSkin): Reading {
  if (!sclera) return { unknown: 'too-small' }
  const light = Math.max(
    skin.luminance / LIGHTEST_SKIN,
    Math.min(skin.luminance / DARKEST_SKIN, sclera.luminance / SCLERA_REFLECTANCE),
  )
  return { value: lightness(Math.min(1, GREY_CARD * light)) }
}

/** Whites darker than this share of the person's own skin are lashes and lids, and have no colour to go by. */
const SHADED = 0.7

/** Colour cast: how far the eyes' whites are from neutral. */
function cast(sclera: Sclera | null, skin: OwnSkin): Reading {
  if (!sclera) return { unknown: 'too-small' }
  if (sclera.luminance < SHADED * skin.luminance) return { unknown: 'ambiguous' }
  return { value: ciede2000(sclera.lab, { L: sclera.lab.L, a: 0, b: 0 }) }
}

/** A channel from here on is clipped. */
const CLIPPED = 250
/** Shine has lost this much of the skin's own saturation. */
const SHINE_SATURATION = 0.65

/** Share of the face's skin that is clipped, or bright and colourless against the person's own skin (shine). */
function highlights({ face, head }: Scene, skin: OwnSkin): Reading {
  const { data } = head!.pixels
  const skip = new Uint8Array(data.length >> 2)
  for (const line of [LINE.RIGHT_EYE, LINE.LEFT_EYE, LINE.LIPS_OUTER])
    eachPixel(grown(pointsOf(face!, line), 1.5), head!, at => {
      skip[at >> 2] = 1
    })
  const bright = Math.min(2.2 * skin.luminance, (1 + skin.luminance) / 2)
  let all = 0
  let shining = 0
  let box = { left: Infinity, top: Infinity, right: 0, bottom: 0 }
  eachPixel(grown(pointsOf(face!, LINE.FACE_OVAL), 0.92), head!, (at, column, row) => {
    if (skip[at >> 2]) return
    const [r, g, b] = [data[at]!, data[at + 1]!, data[at + 2]!]
    const light = luminance(r, g, b)
    const clipped = Math.min(r, g, b) >= CLIPPED || (r >= 254 && g >= CLIPPED)
    const shine = light > bright && saturationOf(r, g, b) < SHINE_SATURATION * skin.saturation
    if (!clipped && !shine && (light < 0.12 * skin.luminance || skinDistance(skin, data, at) > 0.8)) return
    all++
    if (!clipped && !shine) return
    shining++
    box = {
      left: Math.min(box.left, column),
      top: Math.min(box.top, row),
      right: Math.max(box.right, column),
      bottom: Math.max(box.bottom, row),
    }
  })
  if (all < 200) return { unknown: 'too-small' }
  const { x, y, scale } = head!
  const regions = shining
    ? [
        rectangle(
          x + box.left / scale,
          y + box.top / scale,
          (box.right - box.left + 1) / scale,
          (box.bottom - box.top + 1) / scale,
        ),
      ]
    : []
  return { value: shining / all, regions }
}
