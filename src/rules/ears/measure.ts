import type { Side } from '../../contract/parts'
import type { Reading } from '../../contract/reading'
import type { Scene } from '../../contract/scene'
import type { Point } from '../../contract/space'
import { faceWidth, getPoint, POINT } from '../../lib/landmarks'
import { toSourcePoint } from '../../lib/part-maps'
import { placePart, type Placement } from '../../lib/part-crops'
import { findUnknownReason } from '../../lib/unknown-reason'

/** Likelihoods of a hidden ear between these are unknown: training/finish.py over held-out portraits. */
export const EAR_UNKNOWN_BAND = { visible: 0.2, hidden: 0.8 } as const
/** Yaw in degrees beyond which the head itself hides the far ear. */
const MAX_EAR_YAW_DEG = 14
/**
 * Where a hidden ear is drawn, as shares of its crop: the mean of the ear boxes labelled by eye
 * (training/labels/ear-boxes.csv).
 */
const USUAL_EAR_BOX = { left: 0.425, top: 0.146, right: 0.637, bottom: 0.719 }
/** Outline of an ear in its box (0..1), outer side at the left. */
const EAR_OUTLINE = [
  [0.55, 0],
  [0.25, 0.04],
  [0.06, 0.16],
  [0, 0.32],
  [0.06, 0.5],
  [0.18, 0.66],
  [0.3, 0.82],
  [0.5, 0.97],
  [0.75, 1],
  [0.95, 0.9],
  [1, 0.72],
  [0.96, 0.4],
  [0.92, 0.15],
  [0.78, 0.03],
] as const

function placeEarOutline(
  placement: Placement,
  { left, top, right, bottom }: { left: number; top: number; right: number; bottom: number },
): Point[] {
  return EAR_OUTLINE.map(([u, v]) =>
    toSourcePoint(placement, 'ear', left + u * (right - left), top + v * (bottom - top)),
  )
}

/** Visible share of an ear by the parts model; the region is the ear, or where it should be. */
export function readEar(scene: Scene, side: Side): Reading {
  const { width, height } = scene
  const face = scene.face!
  const { visible, box } = scene.parts!.ears[side]
  const placement = placePart(face, 'ear', side)
  const score = 1 - visible
  const regions = [placeEarOutline(placement, score < EAR_UNKNOWN_BAND.hidden ? box : USUAL_EAR_BOX)]
  // If the ear lies beyond the photo's edge, the crop does not show whether it is covered.
  const outer = getPoint(face, side === 'right' ? POINT.RIGHT_CHEEK : POINT.LEFT_CHEEK)
  const earPoint = {
    x: outer.x + (side === 'right' ? -1 : 1) * placement.across.x * 0.08 * faceWidth(face),
    y: outer.y,
  }
  if (earPoint.x < 0 || earPoint.x > width || earPoint.y < 0 || earPoint.y > height)
    return { unknown: 'cut-off', score, regions }
  const turnedAway = side === 'left' ? face.pose.yaw > MAX_EAR_YAW_DEG : face.pose.yaw < -MAX_EAR_YAW_DEG
  if (turnedAway && score > EAR_UNKNOWN_BAND.visible) return { unknown: 'turned', score, regions }
  if (score > EAR_UNKNOWN_BAND.visible && score < EAR_UNKNOWN_BAND.hidden)
    return { unknown: findUnknownReason(scene), score, regions }
  return { value: visible, score, regions }
}
