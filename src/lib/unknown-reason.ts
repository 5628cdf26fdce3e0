import type { Reason } from '../contract/reading'
import type { Scene } from '../contract/scene'
import { faceWidth } from './landmarks'
import { sharpnessDetail } from './sharpness'

/** A face narrower than this (pixels) shows too little of its parts: half of what the clause's frame has. */
const SMALL = 90
/** Degrees. */
const MOST_YAW = 12,
  MOST_PITCH = 15
/** As the sharpness rule's own limit. */
const LEAST_DETAIL = 1.3

/** Why the parts model could not tell: the likeliest cause that a person can mend, else that it is ambiguous. */
export function findUnknownReason(scene: Scene): Reason {
  const { yaw, pitch } = scene.face!.pose
  if (faceWidth(scene.face!) < SMALL) return 'too-small'
  if (Math.abs(yaw) > MOST_YAW || Math.abs(pitch) > MOST_PITCH) return 'turned'
  const sharpness = sharpnessDetail(scene)
  return 'value' in sharpness && Number(sharpness.value) < LEAST_DETAIL ? 'blurred' : 'ambiguous'
}
