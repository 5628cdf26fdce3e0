import type { Pose } from '../contract/scene'

const DEGREES_PER_RADIAN = 180 / Math.PI

/**
 * Head pose from MediaPipe's facial transformation matrix: 16 values, column-major, canonical face to camera; x to the
 * picture's right, y up, z towards the camera. Signs as in `Pose`.
 */
export function toPose(matrix: ArrayLike<number>): Pose {
  // Columns 1 and 2 of the rotation: directions of the canonical face's crown and nose.
  const [upX, upY] = [matrix[4] ?? 0, matrix[5] ?? 1]
  const [noseX, noseY, noseZ] = [matrix[8] ?? 0, matrix[9] ?? 0, matrix[10] ?? 1]
  return {
    yaw: Math.atan2(noseX, noseZ) * DEGREES_PER_RADIAN,
    pitch: Math.atan2(noseY, Math.hypot(noseX, noseZ)) * DEGREES_PER_RADIAN,
    roll: Math.atan2(upX, upY) * DEGREES_PER_RADIAN,
  }
}
