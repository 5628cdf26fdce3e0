import type { Side } from '../../contract/parts'
import type { Reading } from '../../contract/reading'
import type { Scene } from '../../contract/scene'
import { LINE, getPoints } from '../../lib/landmarks'
import { logistic } from '../../lib/logistic'
import { placePart } from '../../lib/part-crops'
import { averageInside, findOutlines } from '../../lib/part-maps'
import { scalePolygon } from '../../lib/polygon'
import { findUnknownReason } from '../../lib/unknown-reason'

/**
 * Covered share at which a brow is equally likely called covered or not, and the width of that transition: as in
 * training (training/losses.py).
 */
const COVERED_MIDDLE = 0.2,
  COVERED_WIDTH = 0.05
/** Likelihoods of a covered brow between these are unknown: training/finish.py over held-out portraits. */
export const EYEBROW_UNKNOWN_BAND = { shown: 0.2, covered: 0.8 } as const
/** Enlarges the mesh's brow outline as in training. */
const BROW_GROWTH = 1.05
/** Area in which covering hair is outlined: around the brow, not over the whole forehead. */
const OUTLINE_GROWTH = 1.7

/** Share of an eyebrow free of hair and cloth, by the parts model; regions outline what covers it, else the brow. */
export function readEyebrow(scene: Scene, side: Side): Reading {
  const face = scene.face!
  const brow = getPoints(face, side === 'right' ? LINE.RIGHT_BROW : LINE.LEFT_BROW)
  const map = scene.parts!.brows[side]
  const placement = placePart(face, 'brow', side)
  if (brow.some(({ x, y }) => x < 0 || y < 0 || x > scene.width || y > scene.height))
    return { unknown: 'cut-off', regions: [brow] }
  const covered = averageInside(map, 'brow', placement, [scalePolygon(brow, BROW_GROWTH)])
  if (covered === null) return { unknown: 'too-small', regions: [brow] }
  const score = logistic(covered, COVERED_MIDDLE, COVERED_WIDTH)
  const coverings =
    score > EYEBROW_UNKNOWN_BAND.shown ? findOutlines(map, 'brow', placement, [scalePolygon(brow, OUTLINE_GROWTH)]) : []
  const regions = coverings.length ? coverings : [brow]
  if (score > EYEBROW_UNKNOWN_BAND.shown && score < EYEBROW_UNKNOWN_BAND.covered)
    return { unknown: findUnknownReason(scene), score, regions }
  return { value: 1 - covered, score, regions }
}
