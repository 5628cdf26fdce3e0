import type { Mask } from '../contract/pixels'
import type { Face } from '../contract/scene'
import type { Point } from '../contract/space'
import { faceWidth, middle, pointOf, POINT } from './landmarks'

/** Distances from the face's middle, in face widths, where the shoulder line is read: outside the neck, inside the arms. */
const FROM = 0.72, TO = 1.05, STEPS = 12

/**
 * The shoulder line's slope in degrees, > 0 when the subject's left shoulder is lower, and the two lines it was read from (source pixels).
 * Read as the upper edge of the person mask on both sides at equal distances. null where one side leaves the photo or shows none.
 */
export function shoulderLine(mask: Mask, face: Face, width: number, height: number): { slope: number; left: Point[]; right: Point[] } | null {
  const unit = faceWidth(face)
  const middleX = middle(pointOf(face, POINT.RIGHT_CHEEK), pointOf(face, POINT.LEFT_CHEEK)).x
  const chinY = pointOf(face, POINT.CHIN).y
  const side = (direction: 1 | -1): Point[] | null => {
    const points: Point[] = []
    for (let i = 0; i < STEPS; i++) {
      const x = middleX + direction * unit * (FROM + (TO - FROM) * i / (STEPS - 1))
      const column = Math.round(x * mask.width / width)
      if (column < 0 || column >= mask.width) return null
      const edge = upperEdge(mask, column, Math.floor((chinY - 0.1 * unit) * mask.height / height))
      if (edge === null) return null
      points.push({ x, y: edge * height / mask.height })
    }
    return points
  }
  const [left, right] = [side(1), side(-1)]
  if (!left || !right) return null
  const level = (points: readonly Point[]): number => [...points].map(({ y }) => y).sort((a, b) => a - b)[points.length >> 1]!
  const span = unit * (FROM + TO)
  return { slope: Math.atan2(level(left) - level(right), span) * 180 / Math.PI, left, right }
}

/** First row from `from` down where the column turns from wall to person. null where it is person already (hair) or never becomes it. */
function upperEdge({ width, height, data }: Mask, column: number, from: number): number | null {
  let row = Math.max(0, from)
  if (row >= height || data[row * width + column]! >= 128) return null
  for (; row < height; row++) if (data[row * width + column]! >= 128) return row
  return null
}
