import type { Reading } from '../../contract/reading'
import type { Scene } from '../../contract/scene'
import { areLipsCovered } from '../../lib/face-cover'
import { distance, LINE, getPoint, getPoints, POINT } from '../../lib/landmarks'
import { logistic } from '../../lib/logistic'
import { findUnknownReason } from '../../lib/unknown-reason'

const LIP_PAIRS = [
  [13, 14],
  [82, 87],
  [312, 317],
] as const
/**
 * Lip gap at which lips are equally likely open or closed, the width of that transition, and what the parts model's
 * logit adds to the gap (teeth between lips, or lips that only seem apart): a logistic regression over the training
 * portraits (training/finish.py).
 */
export const LIP_GAP_MODEL = { middle: 0.0638, width: 0.01635, teeth: 0.01113 } as const
const MAX_LOGIT = 6
/** Likelihoods of an open mouth between these are unknown: training/finish.py over held-out portraits. */
export const MOUTH_UNKNOWN_BAND = { closed: 0.2, open: 0.8 } as const

/** Widest inner lip gap divided by the mouth's width, by the mesh alone. */
export function measureLipGap(face: NonNullable<Scene['face']>): number {
  const width = distance(getPoint(face, POINT.MOUTH_RIGHT), getPoint(face, POINT.MOUTH_LEFT))
  return Math.max(...LIP_PAIRS.map(([upper, lower]) => distance(getPoint(face, upper), getPoint(face, lower)))) / width
}

/** Inner lip gap divided by the mouth's width; visible teeth count as open. */
export function readMouthGap(scene: Scene): Reading {
  const face = scene.face!
  const regions = [getPoints(face, LINE.LIPS_OUTER)]
  // The mesh draws closed lips on a mask.
  if (areLipsCovered(scene)) return { unknown: 'covered', regions }
  const { open } = scene.parts!.mouth
  const teeth = Math.max(-MAX_LOGIT, Math.min(MAX_LOGIT, Math.log(open / (1 - open))))
  const gap = measureLipGap(face) + LIP_GAP_MODEL.teeth * teeth
  const score = logistic(gap, LIP_GAP_MODEL.middle, LIP_GAP_MODEL.width)
  return score > MOUTH_UNKNOWN_BAND.closed && score < MOUTH_UNKNOWN_BAND.open
    ? { unknown: findUnknownReason(scene), score, regions }
    : { value: Math.max(0, gap), score, regions }
}
