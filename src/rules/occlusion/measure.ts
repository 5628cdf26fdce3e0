import type { Reading } from '../../contract/reading'
import type { Scene } from '../../contract/scene'
import { COVERING_UNKNOWN_BAND, findCoverOutlines, measureCoveredShare } from '../../lib/face-cover'
import { findUnknownReason } from '../../lib/unknown-reason'

/**
 * Share of the face from which it is covered, and so the limit: what is smaller than a fingertip beside the mouth is
 * not told.
 */
export const MIN_COVERED_RATIO = 0.03

/**
 * Share of the face below the upper lids that something lies over. The network's likelihood says whether, its map how
 * much and where; where the two contradict each other it is not told.
 */
export function readCoveredShare(scene: Scene): Reading {
  const { covered: score } = scene.parts!.face
  const share = measureCoveredShare(scene)
  if (score <= COVERING_UNKNOWN_BAND.free && share <= MIN_COVERED_RATIO) return { value: share, score, regions: [] }
  const regions = findCoverOutlines(scene)
  return score >= COVERING_UNKNOWN_BAND.covered && share > MIN_COVERED_RATIO
    ? { value: share, score, regions }
    : { unknown: findUnknownReason(scene), score, regions }
}
