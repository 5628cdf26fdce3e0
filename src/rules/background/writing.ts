import type { Lab } from '../../contract/reading'
import type { Point } from '../../contract/space'
import type { BackgroundCells } from '../../lib/background-cells'
import { ciede2000 } from '../../lib/ciede2000'
import { createRectangle } from '../../lib/polygon'

/** The wall's cells with what the smooth wall would be at each. */
export interface Wall {
  readonly background: BackgroundCells
  readonly smooth: readonly Lab[]
}

/** CIEDE2000 of a cell of letters from the wall around it: half of it may be wall. */
const MIN_WRITING_DELTA_E = 6
/** A line of writing is so many cells long and so many high (a cell is a 72nd of the width); more is an object. */
const MIN_LENGTH = 5,
  MAX_HEIGHT = 4
/** With more of the wall than this departing it is no plain wall, and `clutter` tells it. */
const MAX_SHARE = 0.08

/** Lines of writing on an otherwise plain wall (a date, a name, a watermark), source pixels. */
export function findWriting({ background, smooth }: Wall): Point[][] {
  const { cells, side, x, y } = background
  const marked = cells.filter(({ lab }, i) => ciede2000(lab, smooth[i]!) > MIN_WRITING_DELTA_E)
  if (!marked.length || marked.length > MAX_SHARE * cells.length) return []
  const keyOf = (column: number, row: number): number => 1000 * row + column
  const open = new Map(marked.map(({ column, row }) => [keyOf(column, row), { column, row }]))
  const wall = new Set(cells.map(({ column, row }) => keyOf(column, row)))
  const lines: Point[][] = []
  while (open.size) {
    const group = takeGroup(open, keyOf)
    const columns = group.map(({ column }) => column)
    const rows = group.map(({ row }) => row)
    const [left, right] = [Math.min(...columns), Math.max(...columns)]
    const [top, bottom] = [Math.min(...rows), Math.max(...rows)]
    const [length, height] = [right - left + 1, bottom - top + 1]
    if (length < MIN_LENGTH || height > MAX_HEIGHT || length < 2 * height) continue
    // Writing stands free on the wall; hair and shoulders reach where there is no wall.
    if (isFree({ left: left - 1, right: right + 1, top: top - 1, bottom: bottom + 1 }, wall, keyOf))
      lines.push(createRectangle(x + left * side, y + top * side, length * side, height * side))
  }
  return lines
}

interface Place {
  readonly column: number
  readonly row: number
}
type KeyOf = (column: number, row: number) => number

/** Takes one group out of `open`: cells no more than a gap between letters apart. */
function takeGroup(open: Map<number, Place>, keyOf: KeyOf): Place[] {
  const [start] = open.values()
  const group: Place[] = []
  const stack = [start!]
  open.delete(keyOf(start!.column, start!.row))
  while (stack.length) {
    const { column, row } = stack.pop()!
    group.push({ column, row })
    for (let down = -1; down <= 1; down++)
      for (let across = -2; across <= 2; across++) {
        const key = keyOf(column + across, row + down)
        const next = open.get(key)
        if (!next) continue
        open.delete(key)
        stack.push(next)
      }
  }
  return group
}

/** Whether all around the rectangle is wall, or outside the picture. */
function isFree(
  { left, right, top, bottom }: Record<'left' | 'right' | 'top' | 'bottom', number>,
  wall: ReadonlySet<number>,
  keyOf: KeyOf,
): boolean {
  const isWall = (column: number, row: number): boolean =>
    column < 0 || row < 0 || column > 71 || wall.has(keyOf(column, row))
  for (let column = left; column <= right; column++) if (!isWall(column, top) || !isWall(column, bottom)) return false
  for (let row = top; row <= bottom; row++) if (!isWall(left, row) || !isWall(right, row)) return false
  return true
}
