import type { Mask } from '../../contract/pixels'
import type { Lab, Reading } from '../../contract/reading'
import type { Face, Scene } from '../../contract/scene'
import type { Point } from '../../contract/space'
import { ciede2000 } from '../../lib/ciede2000'
import { labOf } from '../../lib/color'
import { measureHairColour } from '../../lib/hair-colour'
import { faceWidth, getPoint, midpoint, POINT } from '../../lib/landmarks'
import { createEllipse } from '../../lib/polygon'
import { quantile } from '../../lib/stats'

/** Where clothes meet the wall: a point of the mask's edge, and the direction from wall to clothes. */
interface EdgePoint extends Point {
  readonly inwardX: number
  readonly inwardY: number
}

/** Lines on which the edge is looked for, across the photo and down from the chin. */
const LINES = 80
/** Distance from the face's middle, in face widths, below which an edge is the neck or hair beside it. */
const MIN_DISTANCE_RATIO = 0.45
/** Person confidence (0..255) of clothes at least, and of wall at most. */
const MIN_CLOTHES_CONFIDENCE = 200,
  MAX_WALL_CONFIDENCE = 40
/** From the soft edge of the mask to a sample, in face widths. */
const SAMPLE_DISTANCE_RATIO = 0.08
/** CIEDE2000 up to which a sample may be hair that hangs over the clothes. */
const MAX_HAIR_DELTA_E = 9
/** With fewer places the edge counts as not seen. */
const MIN_PLACES = 8

/**
 * CIEDE2000 between clothes and wall along the whole edge below the chin, shoulders and arms. Uses the lower quartile,
 * because a single stretch without contrast is visible.
 */
export function measureContrast(scene: Scene): Reading {
  const face = scene.face!
  const edge = findEdge(scene.person!, face, scene)
  if (edge.length < MIN_PLACES) return { unknown: 'cut-off' }
  const hair = scene.head && measureHairColour(scene)
  const reach = SAMPLE_DISTANCE_RATIO * faceWidth(face)
  const places = edge.flatMap(({ x, y, inwardX, inwardY }) => {
    const wall = readPlace(scene, { x: x - reach * inwardX, y: y - reach * inwardY }, 'wall')
    const clothes = readPlace(scene, { x: x + reach * inwardX, y: y + reach * inwardY }, 'clothes')
    if (!wall || !clothes) return []
    const mayBeHair = hair !== null && ciede2000(clothes, hair) < MAX_HAIR_DELTA_E
    return [{ x, y, difference: ciede2000(wall, clothes), mayBeHair }]
  })
  // Dark clothes have the colour of dark hair: what may be hair counts only where nothing else is seen.
  const clothed = places.filter(({ mayBeHair }) => !mayBeHair)
  const counted = clothed.length >= MIN_PLACES ? clothed : places
  if (counted.length < MIN_PLACES) return { unknown: 'cut-off' }
  const value = quantile(
    counted.map(({ difference }) => difference),
    0.25,
  )
  return {
    value,
    regions: counted
      .filter(({ difference }) => difference <= value)
      .map(place => createEllipse(place, reach, reach, 8)),
  }
}

/** The edge from above (shoulders) and from both sides (arms), below the chin. */
function findEdge(mask: Mask, face: Face, { width, height }: Pick<Scene, 'width' | 'height'>): EdgePoint[] {
  const unit = faceWidth(face)
  const middle = midpoint(getPoint(face, POINT.RIGHT_CHEEK), getPoint(face, POINT.LEFT_CHEEK)).x
  const [stepX, stepY] = [width / mask.width, height / mask.height]
  const firstRow = Math.max(0, Math.floor((getPoint(face, POINT.CHIN).y - 0.05 * unit) / stepY))
  const isPerson = (column: number, row: number): boolean => mask.data[row * mask.width + column]! >= 128
  const points: EdgePoint[] = []
  for (let i = 0; i < LINES && firstRow < mask.height; i++) {
    const column = Math.floor(((i + 0.5) * mask.width) / LINES)
    if (Math.abs(column * stepX - middle) > MIN_DISTANCE_RATIO * unit && !isPerson(column, firstRow)) {
      let row = firstRow
      while (row < mask.height && !isPerson(column, row)) row++
      if (row < mask.height) points.push({ x: column * stepX, y: row * stepY, inwardX: 0, inwardY: 1 })
    }
    const line = firstRow + Math.floor(((i + 0.5) * (mask.height - firstRow)) / LINES)
    for (const [start, direction] of [
      [0, 1],
      [mask.width - 1, -1],
    ] as const) {
      if (isPerson(start, line)) continue
      let at: number = start
      while (at >= 0 && at < mask.width && !isPerson(at, line)) at += direction
      if (at >= 0 && at < mask.width && Math.abs(at * stepX - middle) > MIN_DISTANCE_RATIO * unit)
        points.push({ x: at * stepX, y: line * stepY, inwardX: direction, inwardY: 0 })
    }
  }
  return points
}

/** The colour at a point, where the mask agrees that it is wall or clothes; null elsewhere. */
function readPlace({ person, whole, width, height }: Scene, { x, y }: Point, kind: 'wall' | 'clothes'): Lab | null {
  const { pixels, x: left, y: top, scale } = whole
  const [column, row] = [Math.floor((x - left) * scale), Math.floor((y - top) * scale)]
  if (column < 0 || row < 0 || column >= pixels.width || row >= pixels.height) return null
  const mask = person!
  const confidence =
    mask.data[Math.floor((y * mask.height) / height) * mask.width + Math.floor((x * mask.width) / width)]!
  if (kind === 'wall' ? confidence > MAX_WALL_CONFIDENCE : confidence < MIN_CLOTHES_CONFIDENCE) return null
  const at = 4 * (row * pixels.width + column)
  return labOf(pixels.data[at]!, pixels.data[at + 1]!, pixels.data[at + 2]!)
}
