import type { Reading } from '../../contract/reading'
import type { Face, Scene } from '../../contract/scene'
import { ciede2000 } from '../../lib/ciede2000'
import { lightness, luminance } from '../../lib/color'
import { LINE, getPoints } from '../../lib/landmarks'
import { forEachPixel, scalePolygon, createRectangle } from '../../lib/polygon'
import { measureSclera, type Sclera } from '../../lib/sclera'
import {
  getOwnSkin,
  getSaturation,
  skinDistance,
  collectSkinLuminances,
  getSkinPolygon,
  type OwnSkin,
  type SkinPatch,
} from '../../lib/skin'
import { median } from '../../lib/stats'

export type LightingQuantity = 'balance' | 'exposure' | 'highlights' | 'cast'

export function measureLighting(scene: Scene): Record<LightingQuantity, Reading> {
  const skin = getOwnSkin(scene.face!, scene.head!)
  if (!skin)
    return {
      balance: { unknown: 'too-small' },
      exposure: { unknown: 'too-small' },
      highlights: { unknown: 'too-small' },
      cast: { unknown: 'too-small' },
    }
  const sclera = measureSclera(scene.face!, scene.head!)
  return {
    balance: readBalance(scene, skin),
    exposure: readExposure(sclera, skin),
    cast: readCast(sclera, skin),
    highlights: readHighlights(scene, skin),
  }
}

/** A patch with more than this share of hair, rims or beard is not used to measure light. */
const MAX_NON_SKIN_RATIO = 0.6

/** Places of the face that lie mirrored: the subject's right, then their left. */
const MIRRORED_PATCHES: readonly (readonly [SkinPatch, SkinPatch])[] = [
  ['rightBrowRidge', 'leftBrowRidge'],
  ['rightCheek', 'leftCheek'],
  ['rightJaw', 'leftJaw'],
]
/** Of the three pairs two must show skin on both sides. */
const MIN_PAIRS = 2

/**
 * How much brighter one side of the face is than the other: the ratio of the median luminances of mirrored patches,
 * averaged in stops. Over forehead, cheek and jaw a shadow of the nose or a beard weighs little. Forehead against chin
 * is not compared: fringes, beards and the face's own shape decide it more than the light does.
 */
function readBalance({ face, head }: Scene, skin: OwnSkin): Reading {
  const measure = (patch: SkinPatch): number | null => {
    const { values, other } = collectSkinLuminances(getSkinPolygon(face!, patch), head!, skin)
    return other < MAX_NON_SKIN_RATIO && values.length >= 12 ? Math.log(median(values) + 1e-4) : null
  }
  const pairs = MIRRORED_PATCHES.flatMap(([rightPatch, leftPatch]) => {
    const [right, left] = [measure(rightPatch), measure(leftPatch)]
    return right === null || left === null ? [] : [{ rightPatch, leftPatch, difference: right - left }]
  })
  if (pairs.length < MIN_PAIRS) return { unknown: 'covered' }
  const mean = pairs.reduce((sum, { difference }) => sum + difference, 0) / pairs.length
  return {
    value: Math.exp(Math.abs(mean)),
    regions: pairs.map(({ rightPatch, leftPatch }) => getSkinPolygon(face!, mean < 0 ? rightPatch : leftPatch)),
  }
}

/**
 * Reflectance of the brighter part of the sclera, including the lids' shadow: calibrated so that the median of the
 * official portraits (npm run accuracy) gives a grey card about L* 50.
 */
const SCLERA_REFLECTANCE = 0.36
/**
 * Lightest and darkest human skin: relative luminance under light in which a white card has 1 (the Monk scale's darkest
 * is 0.018 as displayed).
 */
const LIGHTEST_SKIN_LUMINANCE = 0.5,
  DARKEST_SKIN_LUMINANCE = 0.015
const GREY_CARD_REFLECTANCE = 0.184

/**
 * Exposure as the L* that an 18 % grey card at the face would have; 50 is correct. Derived from the sclera, which is
 * white in every skin tone; but narrow eyes, lashes and deep lids darken it, so the result is limited to what any human
 * skin allows.
 */
function readExposure(sclera: Sclera | null, skin: OwnSkin): Reading {
  if (!sclera) return { unknown: 'too-small' }
  const light = Math.max(
    skin.luminance / LIGHTEST_SKIN_LUMINANCE,
    Math.min(skin.luminance / DARKEST_SKIN_LUMINANCE, sclera.luminance / SCLERA_REFLECTANCE),
  )
  return { value: lightness(Math.min(1, GREY_CARD_REFLECTANCE * light)) }
}

/** A sclera darker than this share of the person's own skin is lashes and lids; its colour is not used. */
const MIN_SCLERA_TO_SKIN_RATIO = 0.7

/** Colour cast: CIEDE2000 difference of the sclera from neutral grey. */
function readCast(sclera: Sclera | null, skin: OwnSkin): Reading {
  if (!sclera) return { unknown: 'too-small' }
  if (sclera.luminance < MIN_SCLERA_TO_SKIN_RATIO * skin.luminance) return { unknown: 'ambiguous' }
  return { value: ciede2000(sclera.lab, { L: sclera.lab.L, a: 0, b: 0 }) }
}

/** Channel level from which a pixel counts as clipped. */
const MIN_CLIPPED_LEVEL = 250
/** Shine has at most this share of the skin's own saturation. */
const MAX_SHINE_SATURATION_RATIO = 0.65

/** Share of the face's skin that is clipped, or bright and desaturated compared with the person's own skin (shine). */
function readHighlights({ face, head }: Scene, skin: OwnSkin): Reading {
  const { data } = head!.pixels
  const skip = markEyesAndLips(face!, head!)
  const bright = Math.min(2.2 * skin.luminance, (1 + skin.luminance) / 2)
  let all = 0
  let shining = 0
  let box = { left: Infinity, top: Infinity, right: 0, bottom: 0 }
  forEachPixel(scalePolygon(getPoints(face!, LINE.FACE_OVAL), 0.92), head!, (at, column, row) => {
    if (skip[at >> 2]) return
    const [r, g, b] = [data[at]!, data[at + 1]!, data[at + 2]!]
    const light = luminance(r, g, b)
    const clipped = Math.min(r, g, b) >= MIN_CLIPPED_LEVEL || (r >= 254 && g >= MIN_CLIPPED_LEVEL)
    const shine = light > bright && getSaturation(r, g, b) < MAX_SHINE_SATURATION_RATIO * skin.saturation
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
  const [width, height] = [(box.right - box.left + 1) / scale, (box.bottom - box.top + 1) / scale]
  const regions = shining ? [createRectangle(x + box.left / scale, y + box.top / scale, width, height)] : []
  return { value: shining / all, regions }
}

/** 1 for each pixel of the patch that is eye or lip, or adjacent to it: wet, so not skin. */
function markEyesAndLips(face: Face, head: NonNullable<Scene['head']>): Uint8Array {
  const eyeAndLipMask = new Uint8Array(head.pixels.data.length >> 2)
  for (const line of [LINE.RIGHT_EYE, LINE.LEFT_EYE, LINE.LIPS_OUTER])
    forEachPixel(scalePolygon(getPoints(face, line), 1.5), head, at => {
      eyeAndLipMask[at >> 2] = 1
    })
  return eyeAndLipMask
}
