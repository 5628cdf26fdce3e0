import type { Reason } from '../contract/reading'
import type { Scene } from '../contract/scene'
import { faceWidth } from './landmarks'
import { MIN_SHARPNESS, measureSharpness } from './sharpness'

/** Face width in pixels below which parts are too small: half of the width in the clause's frame. */
const MIN_FACE_WIDTH_PX = 90
/** Degrees. */
const MAX_YAW_DEG = 12,
  MAX_PITCH_DEG = 15

/** Why the parts model gave no result: the likeliest cause that the user can fix, else that it is ambiguous. */
export function findUnknownReason(scene: Scene): Reason {
  const { yaw, pitch } = scene.face!.pose
  if (faceWidth(scene.face!) < MIN_FACE_WIDTH_PX) return 'too-small'
  if (Math.abs(yaw) > MAX_YAW_DEG || Math.abs(pitch) > MAX_PITCH_DEG) return 'turned'
  const sharpness = measureSharpness(scene)
  return 'value' in sharpness && Number(sharpness.value) < MIN_SHARPNESS ? 'blurred' : 'ambiguous'
}
