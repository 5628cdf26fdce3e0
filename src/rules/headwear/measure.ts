import type { Reading } from '../../contract/reading'
import type { Scene } from '../../contract/scene'
import { faceWidth, getPoint, POINT } from '../../lib/landmarks'
import { placePart } from '../../lib/part-crops'
import { findOutlines } from '../../lib/part-maps'
import { createRectangle } from '../../lib/polygon'
import { findUnknownReason } from '../../lib/unknown-reason'

/** Likelihoods of a head covering between these are unknown: training/finish.py over held-out portraits. */
export const HEADWEAR_UNKNOWN_BAND = { bare: 0.2, covered: 0.8 } as const

/** Whether a hat, scarf, hood or the like is worn, by the parts model; the region outlines it. */
export function readHeadwear(scene: Scene): Reading {
  const face = scene.face!
  const { worn, cloth } = scene.parts!.crown
  const unit = faceWidth(face)
  const top = getPoint(face, POINT.FOREHEAD_TOP)
  // A hat can't be seen if the photo ends at the forehead.
  if (top.y < 0) return { unknown: 'cut-off', score: worn }
  const outlines =
    worn > HEADWEAR_UNKNOWN_BAND.bare ? findOutlines(cloth, 'crown', placePart(face, 'crown', 'both')) : []
  const regions =
    outlines.length || worn <= HEADWEAR_UNKNOWN_BAND.bare
      ? outlines
      : [createRectangle(top.x - 0.4 * unit, top.y - 0.4 * unit, 0.8 * unit, 0.4 * unit)]
  return worn > HEADWEAR_UNKNOWN_BAND.bare && worn < HEADWEAR_UNKNOWN_BAND.covered
    ? { unknown: findUnknownReason(scene), score: worn, regions }
    : { value: worn >= HEADWEAR_UNKNOWN_BAND.covered, score: worn, regions }
}
