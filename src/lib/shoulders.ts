import type { Mask } from '../contract/pixels'
import type { Face } from '../contract/scene'
import type { Point } from '../contract/space'
import { faceWidth, midpoint, getPoint, POINT } from './landmarks'
import { median } from './stats'

/**
 * Distances from the face's centre, in face widths, where the shoulder line is looked for: outside the neck, up to the
 * arms of broad shoulders; and between neighbours.
 */
const MIN_DISTANCE_RATIO = 0.6,
  MAX_DISTANCE_RATIO = 1.3,
  STEP_RATIO = 0.025
/** Positions at which both sides are measured: at least, and at most (the outermost, clear of hair and collar). */
const MIN_SAMPLES = 5,
  MAX_SAMPLES = 12

export interface ShoulderLine {
  /** Degrees, > 0 when the subject's left shoulder is lower. */
  readonly slope: number
  readonly left: readonly Point[]
  readonly right: readonly Point[]
}

/**
 * The shoulder line and the two lines it is derived from (source pixels): the upper edge of the person mask at equal
 * distances on both sides, where both show it, as far out as it goes; or why too little of it is seen.
 */
export function findShoulderLine(
  mask: Mask,
  face: Face,
  { width, height }: { readonly width: number; readonly height: number },
): ShoulderLine | { readonly unknown: 'covered' | 'cut-off' } {
  const unit = faceWidth(face)
  const middleX = midpoint(getPoint(face, POINT.RIGHT_CHEEK), getPoint(face, POINT.LEFT_CHEEK)).x
  const fromRow = Math.floor(((getPoint(face, POINT.CHIN).y - 0.1 * unit) * mask.height) / height)
  const edgeAt = (x: number): Point | 'covered' | 'cut-off' => {
    const column = Math.round((x * mask.width) / width)
    const edge = column < 0 || column >= mask.width ? 'cut-off' : findUpperEdge(mask, column, fromRow)
    return typeof edge === 'number' ? { x, y: (edge * height) / mask.height } : edge
  }
  const count = Math.round((MAX_DISTANCE_RATIO - MIN_DISTANCE_RATIO) / STEP_RATIO) + 1
  const sides = Array.from({ length: count }, (_, i) => {
    const distance = unit * (MIN_DISTANCE_RATIO + STEP_RATIO * i)
    return { distance, left: edgeAt(middleX + distance), right: edgeAt(middleX - distance) }
  })
  const pairs = sides
    .flatMap(({ distance, left, right }) =>
      typeof left === 'string' || typeof right === 'string'
        ? []
        : [{ left, right, slope: Math.atan2(left.y - right.y, 2 * distance) }],
    )
    .slice(-MAX_SAMPLES)
  if (pairs.length < MIN_SAMPLES) {
    const near = sides.slice(0, MAX_SAMPLES)
    const covered = near.filter(({ left, right }) => left === 'covered' || right === 'covered').length
    return { unknown: 2 * covered > near.length ? 'covered' : 'cut-off' }
  }
  return {
    slope: (median(pairs.map(({ slope }) => slope)) * 180) / Math.PI,
    left: pairs.map(({ left }) => left),
    right: pairs.map(({ right }) => right),
  }
}

/** First row from `from` downwards where the column changes from wall to person; 'covered' if it starts as person. */
function findUpperEdge({ width, height, data }: Mask, column: number, from: number): number | 'covered' | 'cut-off' {
  let row = Math.max(0, from)
  if (row >= height) return 'cut-off'
  if (data[row * width + column]! >= 128) return 'covered'
  for (; row < height; row++) if (data[row * width + column]! >= 128) return row
  return 'cut-off'
}
