import type { FileFacts } from './file-facts'
import type { DetectedParts } from './parts'
import type { Mask, Patch } from './pixels'

/**
 * Degrees. The subject's own directions: yaw > 0 turns to their left, pitch > 0 lifts the chin, roll > 0 tips the head
 * to their left shoulder.
 */
export interface Pose {
  readonly yaw: number
  readonly pitch: number
  readonly roll: number
}

/**
 * Number of points of the attention mesh: 468 of the mesh, then five of each iris (468-472 the subject's right,
 * 473-477 their left).
 */
export const LANDMARK_COUNT = 478

export interface Face {
  /** 478 x 3 values, x, y in source pixels and z on the same scale (smaller is nearer the camera). */
  readonly landmarks: Float32Array
  readonly pose: Pose
}

/** The parts model is still to run, its files could not be loaded, or it did not finish on this device. */
export type PartsAbsence = 'pending' | 'not-loaded' | 'stopped'

/** What was seen of one photo or frame. Everything a rule may look at, and nothing else. */
export interface Scene {
  /** Source pixels after orientation. */
  readonly width: number
  readonly height: number
  /** null for a camera's frame. */
  readonly file: FileFacts | null
  /** null where no face model ran. */
  readonly faceCount: number | null
  /** The largest face; null where none was found. */
  readonly face: Face | null
  /** null where no person model ran. */
  readonly person: Mask | null
  /** null where the parts model has not run. */
  readonly parts: DetectedParts | null
  /** Where `parts` is null: whether they are still to come. */
  readonly partsAbsent: PartsAbsence
  /** The whole photo, longest side at most MAX_WHOLE_SIDE_PX. */
  readonly whole: Patch
  /** Head with hair, ears and chin; at most MAX_HEAD_FACE_WIDTH_PX across the cheeks; null without a face. */
  readonly head: Patch | null
}

/** Longest side of `Scene.whole` in pixels: the detector misses faces in much larger images. */
export const MAX_WHOLE_SIDE_PX = 1024
/**
 * Longest side of the image that a live frame's person mask is made from: twice what the model itself works on, and
 * quicker to hand over than MAX_WHOLE_SIDE_PX.
 */
export const MAX_LIVE_MASK_SIDE_PX = 512
/**
 * Width of the face (cheek to cheek) in `Scene.head` at most, in pixels: above what any rule needs, below what costs
 * time.
 */
export const MAX_HEAD_FACE_WIDTH_PX = 480
