import type { Reading } from '../../contract/reading'
import type { Scene } from '../../contract/scene'
import { distance, LINE, pointOf, pointsOf, POINT } from '../../lib/landmarks'
import { logistic } from '../../lib/logistic'
import { findUnknownReason } from '../../lib/unknown-reason'

const PAIRS = [
  [13, 14],
  [82, 87],
  [312, 317],
] as const
/**
 * Gap at which lips are as likely open as closed, and how quickly that turns; what the parts model adds to the gap by
 * its logit (teeth
 * between lips, or lips that only seem apart): a logistic regression over the training portraits (training/finish.py).
 */
export const FUSION = { middle: 0.0638, width: 0.01635, teeth: 0.01113 } as const
const MOST_LOGIT = 6
/** Likelihoods of an open mouth between these are not told: training/finish.py over portraits left out. */
export const SURE = { closed: 0.2, open: 0.8 } as const

/** Widest inner lip gap over the mouth's width, by the mesh alone. */
export function lipGap(face: NonNullable<Scene['face']>): number {
  const width = distance(pointOf(face, POINT.MOUTH_RIGHT), pointOf(face, POINT.MOUTH_LEFT))
  return Math.max(...PAIRS.map(([upper, lower]) => distance(pointOf(face, upper), pointOf(face, lower)))) / width
}

/** Inner lip gap over mouth width; teeth seen between the lips count as open. */
export function mouthGap(scene: Scene): Reading {
  const face = scene.face!
  const regions = [pointsOf(face, LINE.LIPS_OUTER)]
  const { open } = scene.parts!.mouth
  const teeth = Math.max(-MOST_LOGIT, Math.min(MOST_LOGIT, Math.log(open / (1 - open))))
  const gap = lipGap(face) + FUSION.teeth * teeth
  const score = logistic(gap, FUSION.middle, FUSION.width)
  return score > SURE.closed && score < SURE.open
    ? { unknown: findUnknownReason(scene), score, regions }
    : { value: Math.max(0, gap), score, regions }
}
