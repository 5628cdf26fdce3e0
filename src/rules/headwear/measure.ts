import type { Reading } from '../../contract/reading'
import type { Scene } from '../../contract/scene'
import { faceWidth, pointOf, POINT } from '../../lib/landmarks'
import { placementOf } from '../../lib/part-crops'
import { outlinesOf } from '../../lib/part-maps'
import { rectangle } from '../../lib/polygon'
import { findUnknownReason } from '../../lib/unknown-reason'

/** Likelihoods of a covering between these are not told: training/finish.py over portraits left out. */
export const SURE = { bare: 0.2, covered: 0.8 } as const

/** Whether a hat, scarf, hood or the like is worn, by the parts model; outlined where it is. */
export function headwearWorn(scene: Scene): Reading {
  const face = scene.face!
  const { worn, cloth } = scene.parts!.crown
  const unit = faceWidth(face)
  const top = pointOf(face, POINT.FOREHEAD_TOP)
  // Without anything above the forehead there is nothing to see a hat by.
  if (top.y < 0) return { unknown: 'cut-off', score: worn }
  const outlines = worn > SURE.bare ? outlinesOf(cloth, 'crown', placementOf(face, 'crown', 'both'), 0.5) : []
  const regions =
    outlines.length || worn <= SURE.bare
      ? outlines
      : [rectangle(top.x - 0.4 * unit, top.y - 0.4 * unit, 0.8 * unit, 0.4 * unit)]
  return worn > SURE.bare && worn < SURE.covered
    ? { unknown: findUnknownReason(scene), score: worn, regions }
    : { value: worn >= SURE.covered, score: worn, regions }
}
