import type { Mask } from '../contract/pixels'
import type { Face } from '../contract/scene'
import { eyeMidpoint, faceWidth } from './landmarks'

const PERSON_THRESHOLD = 128

/**
 * Top of the hair, buns included, in source pixels from the top edge. Follows the person mask upwards row by row from
 * the eyes, taking only connected pixels, so that another person or an object beside the head does not count. null
 * where the hair reaches the photo's top edge.
 */
export function findHeadTop(mask: Mask, face: Face, width: number, height: number): number | null {
  const { x, y } = eyeMidpoint(face)
  const reach = 1.0 * faceWidth(face)
  const column = (sourceX: number): number =>
    Math.max(0, Math.min(mask.width - 1, Math.round((sourceX * mask.width) / width)))
  const [first, last] = [column(x - reach), column(x + reach)]
  let row = Math.max(0, Math.min(mask.height - 1, Math.round((y * mask.height) / height)))
  let above = findReachable(mask, row, [first, last], null)
  if (!above) return null
  for (; row > 0; row--) {
    const next = findReachable(mask, row - 1, [first, last], above)
    if (!next) break
    above = next
  }
  // The mask touches the photo's top edge, so the hair may continue outside.
  if (row <= 1) return null
  return ((row - measureEdgeShare(mask, row, above)) * height) / mask.height
}

/**
 * Columns of the row that are person and connected to those in `below` (null: to the middle); null if there are none.
 */
function findReachable(
  mask: Mask,
  row: number,
  [first, last]: readonly [number, number],
  below: Uint8Array | null,
): Uint8Array | null {
  const reachable = new Uint8Array(mask.width)
  const isPerson = (x: number): boolean => mask.data[row * mask.width + x]! >= PERSON_THRESHOLD
  let any = false
  for (let x = first; x <= last; x++) {
    if (!isPerson(x)) continue
    const end = x
    let to = x
    while (to < last && isPerson(to + 1)) to++
    let touches = below === null
    for (let i = Math.max(first, end - 1); !touches && i <= Math.min(last, to + 1); i++) touches = below![i] === 1
    if (touches) {
      reachable.fill(1, end, to + 1)
      any = true
    }
    x = to
  }
  return any ? reachable : null
}

/** Sub-row position of the half-confidence line above the top row, in rows: the edge is soft. */
function measureEdgeShare(mask: Mask, row: number, columns: Uint8Array): number {
  let best = 0
  columns.forEach((on, x) => {
    if (!on) return
    const [current, above] = [mask.data[row * mask.width + x]!, mask.data[(row - 1) * mask.width + x]!]
    if (current > above) best = Math.max(best, Math.min(1, (current - PERSON_THRESHOLD) / (current - above)))
  })
  return best
}
