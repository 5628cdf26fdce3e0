import type { Reading } from '../../contract/reading'
import type { PartMap } from '../../contract/parts'
import type { Face, Scene } from '../../contract/scene'
import type { Polygon } from '../../contract/space'
import { eyeWidth, faceWidth, LINE, getPoints } from '../../lib/landmarks'
import { logistic } from '../../lib/logistic'
import { placePart, type Placement } from '../../lib/part-crops'
import { measureShownArea, findOutlines, measureShownWidth } from '../../lib/part-maps'
import { scalePolygon } from '../../lib/polygon'
import { findUnknownReason } from '../../lib/unknown-reason'

export type GlassesQuantity = 'kind' | 'glare' | 'frame'

/** Likelihoods between these are unknown: training/finish.py over held-out portraits. */
export const GLASSES_UNKNOWN_BANDS = {
  bare: 0.2,
  worn: 0.8,
  clear: 0.2,
  tinted: 0.8,
  glareless: 0.1,
  glaring: 0.82,
  free: 0.2,
  crossed: 0.85,
} as const
/**
 * Share of glare (of the eye areas), or of a crossing frame (of an eye's width), that is equally likely called a fault
 * or not, and the width of that transition: as in training (training/losses.py).
 */
const GLARE_MODEL = {
  middle: 0.02,
  width: 0.007,
  sound: GLASSES_UNKNOWN_BANDS.glareless,
  faulty: GLASSES_UNKNOWN_BANDS.glaring,
}
const FRAME_MODEL = {
  middle: 0.5,
  width: 0.07,
  sound: GLASSES_UNKNOWN_BANDS.free,
  faulty: GLASSES_UNKNOWN_BANDS.crossed,
}
/**
 * Share of the distance between an eye's corners that counts as its width, as in training: excludes rims beside the
 * eye.
 */
const EYE_WIDTH_RATIO = 0.9
/**
 * Area around both eyes, about two lenses, that glare is measured against: ellipses with half axes as shares of the
 * face's width.
 */
const EYE_AREA_AXES = { across: 0.19, down: 0.14 }

/**
 * Kind of glasses, glare on them, and their frame across the eyes, by the parts model; regions outline rims, glare and
 * what crosses the eye.
 */
export function measureGlasses(scene: Scene): Record<GlassesQuantity, Reading> {
  const face = scene.face!
  const { worn, tinted, rim, glare, crossing } = scene.parts!.eyes
  const placement = placePart(face, 'eyes', 'both')
  const eyes = [getPoints(face, LINE.RIGHT_EYE), getPoints(face, LINE.LEFT_EYE)]
  const lenses = eyes.map(eye => scalePolygon(eye, 1.9))
  if (worn > GLASSES_UNKNOWN_BANDS.bare && worn < GLASSES_UNKNOWN_BANDS.worn) {
    const reason = findUnknownReason(scene)
    return {
      kind: { unknown: reason, score: worn, regions: lenses },
      glare: { unknown: reason },
      frame: { unknown: reason },
    }
  }
  if (worn <= GLASSES_UNKNOWN_BANDS.bare)
    return {
      kind: { value: 'none', score: worn, regions: [] },
      glare: { value: 0, score: 0 },
      frame: { value: 0, score: 0 },
    }
  const rims = findOutlines(rim, 'eyes', placement)
  const regions = rims.length ? rims : lenses
  return {
    kind:
      tinted > GLASSES_UNKNOWN_BANDS.clear && tinted < GLASSES_UNKNOWN_BANDS.tinted
        ? { unknown: findUnknownReason(scene), score: worn, regions }
        : { value: tinted >= GLASSES_UNKNOWN_BANDS.tinted ? 'tinted' : 'clear', score: worn, regions },
    glare: toReading(scene, measureGlare(glare, placement, face), GLARE_MODEL, () =>
      findOutlines(glare, 'eyes', placement),
    ),
    // The model locates the eyes itself, because the mesh often mistakes a rim for a lid. Dark lenses hide them.
    frame:
      tinted > GLASSES_UNKNOWN_BANDS.clear
        ? { unknown: 'covered' }
        : toReading(scene, measureFrameCrossing(crossing, placement, face), FRAME_MODEL, () =>
            findOutlines(crossing, 'eyes', placement),
          ),
  }
}

/**
 * Glare anywhere on the lenses, as a share of the eye areas. Counts only places with a likelihood above one half,
 * because pale lenses look slightly like glare everywhere.
 */
function measureGlare(glare: PartMap, placement: Placement, face: Face): number {
  return Math.min(
    1,
    measureShownArea(glare, 'eyes', placement) /
      (2 * Math.PI * EYE_AREA_AXES.across * EYE_AREA_AXES.down * faceWidth(face) ** 2),
  )
}

/** Share of an eye's width that the frame crosses, for the worse eye. The crop's midline lies between the eyes. */
function measureFrameCrossing(crossing: PartMap, placement: Placement, face: Face): number {
  const share = (half: 'first' | 'second', side: 'right' | 'left'): number =>
    measureShownWidth(crossing, 'eyes', placement, half) / (EYE_WIDTH_RATIO * eyeWidth(face, side))
  return Math.min(1, Math.max(share('first', 'right'), share('second', 'left')))
}

/** A share with its likelihood of being a fault; the region is set where it may be one. */
function toReading(
  scene: Scene,
  value: number,
  { middle, width, sound, faulty }: typeof GLARE_MODEL | typeof FRAME_MODEL,
  outlines: () => Polygon[],
): Reading {
  const score = logistic(value, middle, width)
  const regions = score > sound ? outlines() : []
  return score > sound && score < faulty
    ? { unknown: findUnknownReason(scene), score, regions }
    : { value, score, regions }
}
