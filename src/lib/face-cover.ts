import type { Scene } from '../contract/scene'
import type { Polygon } from '../contract/space'
import { LINE, getPoints } from './landmarks'
import { placePart } from './part-crops'
import { averageInside, findOutlines } from './part-maps'

/** Likelihoods that something lies over the face between these are unknown: training/covering/finish.py. */
export const COVERING_UNKNOWN_BAND = { free: 0.3, covered: 0.91 } as const

/** The face from the upper lids down: forehead and brows are hidden by hair and hats, which have rules of their own. */
const BELOW_LIDS = [
  127, 159, 168, 386, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149, 150, 136, 172, 58, 132,
  93, 234,
]

/** Share of the face below the upper lids that something lies over. Needs `face` and `parts`. */
export function measureCoveredShare({ face, parts }: Scene): number {
  return averageInside(parts!.face.cover, 'face', placePart(face!, 'face', 'both'), [getPoints(face!, BELOW_LIDS)]) ?? 0
}

/** Outlines of what lies over the face. Needs `face` and `parts`. */
export function findCoverOutlines({ face, parts }: Scene): Polygon[] {
  return findOutlines(parts!.face.cover, 'face', placePart(face!, 'face', 'both'), [getPoints(face!, LINE.FACE_OVAL)])
}

/** Share of the lips that must be covered for the mouth not to be told. */
const MAX_COVERED_LIPS_RATIO = 0.4

/** Whether something lies over the lips, or may. Needs `face` and `parts`. */
export function areLipsCovered({ face, parts }: Scene): boolean {
  if (parts!.face.covered <= COVERING_UNKNOWN_BAND.free) return false
  const lips = getPoints(face!, LINE.LIPS_OUTER)
  const share = averageInside(parts!.face.cover, 'face', placePart(face!, 'face', 'both'), [lips])
  return share !== null && share > MAX_COVERED_LIPS_RATIO
}
