import type { Reason } from '../contract/reading'
import type { Scene } from '../contract/scene'
import { faceWidth } from './landmarks'
import { MIN_SHARPNESS, measureSharpness } from './sharpness'

/** A face narrower than this (pixels) shows too little of its parts: half of what the clause's frame has. */
const MIN_FACE_WIDTH_PX = 90
/** Degrees. */
const MAX_YAW_DEG = 12,
  MAX_PITCH_DEG = 15

/** Why the parts model could not tell: the likeliest cause that a person can mend, else that it is ambiguous. */
export function findUnknownReason(scene: Scene): Reason {
  const { yaw, pitch } = scene.face!.pose
  if (faceWidth(scene.face!) < MIN_FACE_WIDTH_PX) return 'too-small'
  if (Math.abs(yaw) > MAX_YAW_DEG || Math.abs(pitch) > MAX_PITCH_DEG) return 'turned'
  const sharpness = measureSharpness(scene)
  return 'value' in sharpness && Number(sharpness.value) < MIN_SHARPNESS ? 'blurred' : 'ambiguous'
}
