import type { Mask, Pixels } from '../../src/contract/pixels'
import type { Scene } from '../../src/contract/scene'
import type { Point } from '../../src/contract/space'
import { LINEAR_BY_BYTE } from '../../src/lib/color'
import { midpoint, getPoint, POINT } from '../../src/lib/landmarks'

/**
 * Two measures of OFIQ, the reference implementation of ISO/IEC 29794-5: its formulas, but on *our* landmarks and mask
 * (alignment by two eye points instead of five points, the person mask instead of face parsing). For comparison only.
 */
const ALIGNED_SIDE_PX = 616
const CANONICAL_RIGHT_EYE = { x: 251, y: 272 },
  CANONICAL_LEFT_EYE = { x: 364, y: 272 }

interface AlignedFace {
  readonly light: Uint8Array
  readonly wall: Uint8Array
  readonly eyes: readonly [Point, Point]
  readonly mouth: Point
}

/**
 * Aligns the face by the similarity transform that maps the eye centres (midpoints of their corners) to the canonical
 * positions; luminance is linear light x 255, rounded.
 */
function alignFace({ face, whole, person, width, height }: Scene): AlignedFace {
  const right = midpoint(getPoint(face!, POINT.RIGHT_EYE_OUTER), getPoint(face!, POINT.RIGHT_EYE_INNER))
  const left = midpoint(getPoint(face!, POINT.LEFT_EYE_OUTER), getPoint(face!, POINT.LEFT_EYE_INNER))
  const span = CANONICAL_LEFT_EYE.x - CANONICAL_RIGHT_EYE.x
  // Canonical unit vector (1, 0), in source pixels.
  const step = { x: (left.x - right.x) / span, y: (left.y - right.y) / span }
  const source = (u: number, v: number): Point => ({
    x: right.x + (u - CANONICAL_RIGHT_EYE.x) * step.x - (v - CANONICAL_RIGHT_EYE.y) * step.y,
    y: right.y + (u - CANONICAL_RIGHT_EYE.x) * step.y + (v - CANONICAL_RIGHT_EYE.y) * step.x,
  })
  const light = new Uint8Array(ALIGNED_SIDE_PX * ALIGNED_SIDE_PX)
  const wall = new Uint8Array(ALIGNED_SIDE_PX * ALIGNED_SIDE_PX)
  for (let v = 0, at = 0; v < ALIGNED_SIDE_PX; v++) {
    for (let u = 0; u < ALIGNED_SIDE_PX; u++, at++) {
      const { x, y } = source(u + 0.5, v + 0.5)
      if (x < 0 || y < 0 || x >= width || y >= height) continue
      light[at] = Math.round(
        255 * sampleLuminance(whole.pixels, (x - whole.x) * whole.scale - 0.5, (y - whole.y) * whole.scale - 0.5),
      )
      wall[at] = readConfidence(person!, (x * person!.width) / width, (y * person!.height) / height) < 128 ? 1 : 0
    }
  }
  const length = step.x * step.x + step.y * step.y
  const canonical = ({ x, y }: Point): Point => ({
    x: CANONICAL_RIGHT_EYE.x + ((x - right.x) * step.x + (y - right.y) * step.y) / length,
    y: CANONICAL_RIGHT_EYE.y + ((y - right.y) * step.x - (x - right.x) * step.y) / length,
  })
  return {
    light,
    wall,
    eyes: [CANONICAL_RIGHT_EYE, CANONICAL_LEFT_EYE],
    mouth: canonical(midpoint(getPoint(face!, POINT.MOUTH_RIGHT), getPoint(face!, POINT.MOUTH_LEFT))),
  }
}

const readConfidence = (mask: Mask, x: number, y: number): number =>
  mask.data[Math.min(mask.height - 1, Math.floor(y)) * mask.width + Math.min(mask.width - 1, Math.floor(x))]!

function sampleLuminance({ width, height, data }: Pixels, x: number, y: number): number {
  const [column, row] = [
    Math.max(0, Math.min(width - 2, Math.floor(x))),
    Math.max(0, Math.min(height - 2, Math.floor(y))),
  ]
  const [fx, fy] = [Math.max(0, Math.min(1, x - column)), Math.max(0, Math.min(1, y - row))]
  const light = (dx: number, dy: number): number => {
    const at = 4 * ((row + dy) * width + column + dx)
    return (
      0.2126 * LINEAR_BY_BYTE[data[at]!]! +
      0.7152 * LINEAR_BY_BYTE[data[at + 1]!]! +
      0.0722 * LINEAR_BY_BYTE[data[at + 2]!]!
    )
  }
  return (light(0, 0) * (1 - fx) + light(1, 0) * fx) * (1 - fy) + (light(0, 1) * (1 - fx) + light(1, 1) * fx) * fy
}

/** Intersection of the two cheeks' normalised 256-bin luminance histograms: 1 equal, 0 disjoint. */
export function ofiqIlluminationUniformity(scene: Scene): number {
  const {
    light,
    eyes: [right, left],
    mouth,
  } = alignFace(scene)
  const side = Math.floor(0.3 * (left.x - right.x))
  const top = Math.round(right.y + (mouth.y - right.y) / 2)
  const histogram = (fromX: number): Float64Array => {
    const bins = new Float64Array(256)
    for (let y = top; y < top + side; y++)
      for (let x = fromX; x < fromX + side; x++) bins[light[y * ALIGNED_SIDE_PX + x]!]! += 1 / (side * side)
    return bins
  }
  const [a, b] = [histogram(right.x), histogram(left.x - side)]
  return a.reduce((sum, value, i) => sum + Math.min(value, b[i]!), 0)
}

const SCHARR = [
  [-3, 0, 3],
  [-10, 0, 10],
  [-3, 0, 3],
] as const

/**
 * Mean Scharr gradient of luminance in the background around head and shoulders; larger is less uniform. NaN without
 * one.
 */
export function ofiqBackgroundUniformity(scene: Scene): number {
  const whole = alignFace(scene)
  const [fromX, width, height] = [62, 354, 292]
  const factor = 492 / width
  const at = (x: number, y: number): number =>
    Math.min(ALIGNED_SIDE_PX - 1, Math.round(y * factor)) * ALIGNED_SIDE_PX +
    Math.min(ALIGNED_SIDE_PX - 1, fromX + Math.round(x * factor))
  let [sum, n] = [0, 0]
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2; x < width - 2; x++) {
      let eroded = true
      for (let dy = -2; dy < 2 && eroded; dy++)
        for (let dx = -2; dx < 2; dx++)
          if (!whole.wall[at(x + dx, y + dy)]) {
            eroded = false
            break
          }
      if (!eroded) continue
      let [gx, gy] = [0, 0]
      for (let dy = 0; dy < 3; dy++) {
        for (let dx = 0; dx < 3; dx++) {
          const value = whole.light[at(x + dx - 1, y + dy - 1)]!
          gx += SCHARR[dy]![dx]! * value
          gy += SCHARR[dx]![dy]! * value
        }
      }
      sum += Math.hypot(gx, gy)
      n++
    }
  }
  return sum / n
}
