import type { Mask } from '../contract/pixels'
import type { Face } from '../contract/scene'
import type { Point } from '../contract/space'
import { faceWidth, midpoint, getPoint, POINT } from './landmarks'
import { median } from './stats'

/**
 * Distances from the face's centre, in face widths, where the shoulder line is measured: outside the neck, inside the
 * arms.
 */
const MIN_DISTANCE_RATIO = 0.6,
  MAX_DISTANCE_RATIO = 0.95,
  SAMPLE_COUNT = 15
/** Minimum number of positions at which both sides are measured. */
const MIN_SAMPLES = 6

/**
 * The shoulder line's slope in degrees, > 0 when the subject's left shoulder is lower, and the two lines it is derived
 * from (source pixels): the upper edge of the person mask at equal distances on both sides, where both show it. null
 * with too few positions (long hair, a photo cropped close to the face).
 */
export function findShoulderLine(
  mask: Mask,
  face: Face,
  width: number,
  height: number,
): { slope: number; left: Point[]; right: Point[] } | null {
  const unit = faceWidth(face)
  const middleX = midpoint(getPoint(face, POINT.RIGHT_CHEEK), getPoint(face, POINT.LEFT_CHEEK)).x
  const fromRow = Math.floor(((getPoint(face, POINT.CHIN).y - 0.1 * unit) * mask.height) / height)
  const edgeAt = (x: number): Point | null => {
    const column = Math.round((x * mask.width) / width)
    const edge = column < 0 || column >= mask.width ? null : findUpperEdge(mask, column, fromRow)
    return edge === null ? null : { x, y: (edge * height) / mask.height }
  }
  const pairs = Array.from(
    { length: SAMPLE_COUNT },
    (_, i) => unit * (MIN_DISTANCE_RATIO + ((MAX_DISTANCE_RATIO - MIN_DISTANCE_RATIO) * i) / (SAMPLE_COUNT - 1)),
  ).flatMap(distance => {
    const [left, right] = [edgeAt(middleX + distance), edgeAt(middleX - distance)]
    return left && right ? [{ left, right, slope: Math.atan2(left.y - right.y, 2 * distance) }] : []
  })
  if (pairs.length < MIN_SAMPLES) return null
  return {
    slope: (median(pairs.map(({ slope }) => slope)) * 180) / Math.PI,
    left: pairs.map(({ left }) => left),
    right: pairs.map(({ right }) => right),
  }
}

/**
 * First row from `from` downwards where the column changes from wall to person; null if it starts as person (hair) or
 * never changes.
 */
function findUpperEdge({ width, height, data }: Mask, column: number, from: number): number | null {
  let row = Math.max(0, from)
  if (row >= height || data[row * width + column]! >= 128) return null
  for (; row < height; row++) if (data[row * width + column]! >= 128) return row
  return null
}
