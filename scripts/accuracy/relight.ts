import { FaceLandmarker } from '@mediapipe/tasks-vision'
import type { Face, Scene } from '../../src/contract/scene'
import { LINEAR_BY_BYTE, toSrgbByte } from '../../src/lib/color'

/** A lamp on a real face: what a portrait would look like under it, by the mesh's own normals. */
export interface Lamp {
  /** Degrees from the camera's axis: > 0 to the picture's right, and > 0 up. */
  readonly azimuth: number
  readonly elevation: number
  /** Light that comes from everywhere, 0..1 of the lamp's. */
  readonly ambient: number
  /** How far the light wraps round the face: 0 a bare bulb, 0.5 a window. */
  readonly wrap: number
}

type Vector = readonly [number, number, number]
const cross = ([a, b, c]: Vector, [d, e, f]: Vector): Vector => [b * f - c * e, c * d - a * f, a * e - b * d]
const subtract = (p: Vector, q: Vector): Vector => [p[0] - q[0], p[1] - q[1], p[2] - q[2]]
const normalise = ([x, y, z]: Vector): Vector => {
  const length = Math.hypot(x, y, z) || 1
  return [x / length, y / length, z / length]
}

const TRIANGLES: readonly (readonly [number, number, number])[] = Array.from(
  { length: FaceLandmarker.FACE_LANDMARKS_TESSELATION.length / 3 },
  (_, i) => {
    const corner = (k: number): number => FaceLandmarker.FACE_LANDMARKS_TESSELATION[3 * i + k]!.start
    return [corner(0), corner(1), corner(2)]
  },
)

/** Unit normals of the mesh's points: x to the picture's right, y up, z to the camera. */
function computeNormals({ landmarks }: Face): Vector[] {
  const at = (i: number): Vector => [landmarks[3 * i]!, -landmarks[3 * i + 1]!, -landmarks[3 * i + 2]!]
  const sums: [number, number, number][] = Array.from({ length: 478 }, () => [0, 0, 0])
  for (const [a, b, c] of TRIANGLES) {
    const normal = cross(subtract(at(b), at(a)), subtract(at(c), at(a)))
    const sign = normal[2] < 0 ? -1 : 1
    for (const corner of [a, b, c]) normal.forEach((value, k) => (sums[corner]![k]! += sign * value))
  }
  return sums.map(normalise)
}

/** The scene as under that lamp added to its own light: only the face, which is all that the light rules look at. */
export function relight(scene: Scene, { azimuth, elevation, ambient, wrap }: Lamp): Scene {
  const { face, head } = scene as { face: Face; head: NonNullable<Scene['head']> }
  const [turn, lift] = [(azimuth * Math.PI) / 180, (elevation * Math.PI) / 180]
  const lamp: Vector = [Math.sin(turn) * Math.cos(lift), Math.sin(lift), Math.cos(turn) * Math.cos(lift)]
  const factors = computeNormals(face).map(normal => {
    const towards = normal[0] * lamp[0] + normal[1] * lamp[1] + normal[2] * lamp[2]
    return ambient + (1 - ambient) * Math.max(0, (towards + wrap) / (1 + wrap))
  })
  const data = Uint8ClampedArray.from(head.pixels.data)
  const { width, height } = head.pixels
  const place = (i: number): [number, number] => [
    (face.landmarks[3 * i]! - head.x) * head.scale,
    (face.landmarks[3 * i + 1]! - head.y) * head.scale,
  ]
  const done = new Uint8Array(width * height)
  for (const [a, b, c] of TRIANGLES)
    fillTriangle([place(a), place(b), place(c)], { width, height }, (column, row, [u, v, w]) => {
      const pixel = row * width + column
      if (done[pixel]) return
      done[pixel] = 1
      const factor = u * factors[a]! + v * factors[b]! + w * factors[c]!
      for (let k = 4 * pixel; k < 4 * pixel + 3; k++) data[k] = toSrgbByte(LINEAR_BY_BYTE[data[k]!]! * factor)
    })
  return { ...scene, head: { ...head, pixels: { width, height, data } } }
}

type Corners = readonly (readonly [number, number])[]

/** Calls `take` with the barycentric weights of every pixel of the triangle. */
function fillTriangle(
  corners: Corners,
  size: { readonly width: number; readonly height: number },
  take: (column: number, row: number, weights: Vector) => void,
): void {
  const [[ax, ay], [bx, by], [cx, cy]] = corners as [[number, number], [number, number], [number, number]]
  const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
  if (!area) return
  const clip = (value: number, end: number): number => Math.max(0, Math.min(end - 1, value))
  for (
    let row = clip(Math.floor(Math.min(ay, by, cy)), size.height);
    row <= clip(Math.ceil(Math.max(ay, by, cy)), size.height);
    row++
  ) {
    for (
      let column = clip(Math.floor(Math.min(ax, bx, cx)), size.width);
      column <= clip(Math.ceil(Math.max(ax, bx, cx)), size.width);
      column++
    ) {
      const [x, y] = [column + 0.5, row + 0.5]
      const v = ((x - ax) * (cy - ay) - (cx - ax) * (y - ay)) / area
      const w = ((bx - ax) * (y - ay) - (x - ax) * (by - ay)) / area
      if (v >= 0 && w >= 0 && v + w <= 1) take(column, row, [1 - v - w, v, w])
    }
  }
}
