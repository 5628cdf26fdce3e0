import type { Face } from '../contract/scene'
import type { Point } from '../contract/space'

/** Named points of MediaPipe's 478-point mesh. `RIGHT` and `LEFT` are the subject's own. */
export const POINT = {
  CHIN: 152,
  FOREHEAD_TOP: 10,
  NOSE_TIP: 1,
  NOSE_BRIDGE: 168,
  NOSE_BASE: 2,
  RIGHT_CHEEK: 234,
  LEFT_CHEEK: 454,
  RIGHT_EYE_OUTER: 33,
  RIGHT_EYE_INNER: 133,
  LEFT_EYE_INNER: 362,
  LEFT_EYE_OUTER: 263,
  RIGHT_IRIS: 468,
  LEFT_IRIS: 473,
  MOUTH_RIGHT: 61,
  MOUTH_LEFT: 291,
  LIP_INNER_TOP: 13,
  LIP_INNER_BOTTOM: 14,
} as const

/** Closed outlines and lines, in order. */
export const LINE = {
  FACE_OVAL: [
    10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149, 150,
    136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
  ],
  RIGHT_EYE: [33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246],
  LEFT_EYE: [263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466],
  RIGHT_BROW: [70, 63, 105, 66, 107, 55, 65, 52, 53, 46],
  LEFT_BROW: [300, 293, 334, 296, 336, 285, 295, 282, 283, 276],
  RIGHT_IRIS_RIM: [469, 470, 471, 472],
  LEFT_IRIS_RIM: [474, 475, 476, 477],
  LIPS_OUTER: [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185],
  LIPS_INNER: [78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191],
} as const

export function getPoint({ landmarks }: Face, index: number): Point {
  return { x: landmarks[3 * index] ?? 0, y: landmarks[3 * index + 1] ?? 0 }
}

export function getPoints(face: Face, indices: readonly number[]): Point[] {
  return indices.map(index => getPoint(face, index))
}

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)
export const midpoint = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
/** The point at `share` of the way from a to b. */
export const interpolate = (a: Point, b: Point, share: number): Point => ({
  x: a.x + share * (b.x - a.x),
  y: a.y + share * (b.y - a.y),
})

/** Cheek to cheek, source pixels (脸部宽度, 两脸颊之间). */
export function faceWidth(face: Face): number {
  return distance(getPoint(face, POINT.RIGHT_CHEEK), getPoint(face, POINT.LEFT_CHEEK))
}
/** Pupil to pupil, source pixels. */
export function interEyeDistance(face: Face): number {
  return distance(getPoint(face, POINT.RIGHT_IRIS), getPoint(face, POINT.LEFT_IRIS))
}
/** Corner to corner of one eye, source pixels. */
export function eyeWidth(face: Face, side: 'right' | 'left'): number {
  return side === 'right'
    ? distance(getPoint(face, POINT.RIGHT_EYE_OUTER), getPoint(face, POINT.RIGHT_EYE_INNER))
    : distance(getPoint(face, POINT.LEFT_EYE_OUTER), getPoint(face, POINT.LEFT_EYE_INNER))
}
/** Midpoint of the pupils. */
export function eyeMidpoint(face: Face): Point {
  return midpoint(getPoint(face, POINT.RIGHT_IRIS), getPoint(face, POINT.LEFT_IRIS))
}
