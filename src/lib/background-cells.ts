import type { CropPlan } from '../contract/crop'
import type { Lab } from '../contract/reading'
import type { Mask } from '../contract/pixels'
import type { Scene } from '../contract/scene'
import type { Rect } from '../contract/space'
import { ciede2000 } from './ciede2000'
import { LINEAR_BY_BYTE, labOfLinear } from './color'
import { eyeMidpoint, faceWidth, getPoint, POINT } from './landmarks'
import { measureHairColour } from './hair-colour'

/** A square of the background: mean colour and grid position. */
export interface Cell {
  readonly lab: Lab
  readonly column: number
  readonly row: number
}

export interface BackgroundCells {
  readonly cells: readonly Cell[]
  /** Cells in parts of the person mask that are not connected with the subject: other people or stray spots. */
  readonly strangers: readonly Pick<Cell, 'column' | 'row'>[]
  /** Side of a cell, and top left corner of cell (0, 0), in source pixels. */
  readonly side: number
  readonly x: number
  readonly y: number
  /** Standard deviation of the pixel noise within cells, in L*. */
  readonly noise: number
}

/** Cells across the picture: small enough to resolve a door's edge, large enough to average out noise. */
const CELLS_ACROSS = 72
/**
 * Person confidence (0..255) up to which a pixel is certainly background; low, because the mask's edge is soft and
 * misses fine hair.
 */
const MAX_BACKGROUND_CONFIDENCE = 12

/**
 * The background cells in the planned crop (in the whole photo without one); only cells fully on the background. null
 * if there is too little of it.
 */
export function findBackgroundCells(scene: Scene, plan: CropPlan | null): BackgroundCells | null {
  const { person, width, height } = scene
  const area = plan?.crop ?? { x: 0, y: 0, width, height }
  const side = area.width / CELLS_ACROSS
  const rows = Math.floor(area.height / side)
  const subject = findSubjectBlocks(scene)
  if (!person || !subject) return null
  const isMissedHair = createMissedHairTest(scene)
  const cells: Cell[] = []
  const strangers: { column: number; row: number }[] = []
  const noises: number[] = []
  const counts = countMask(person, subject, { area, side, rows }, scene)
  // Hair hangs: what looks like it hangs from the person or from more hair; a chair's back stands on the wall.
  let above = new Uint8Array(CELLS_ACROSS + 2)
  for (let row = 0; row < rows; row++) {
    const hanging = new Uint8Array(CELLS_ACROSS + 2)
    for (let column = 0; column < CELLS_ACROSS; column++) {
      const kind = classifyCell(counts, row, column, rows)
      if (kind === 'stranger') strangers.push({ column, row })
      if (kind === 'edge') hanging[column + 1] = 1
      if (kind !== 'wall') continue
      const mean = measureCell(scene, area.x + column * side, area.y + row * side, side)
      if (!mean) continue
      const hangs = above[column] || above[column + 1] || above[column + 2]
      if (hangs && isMissedHair(mean.lab, area.x + (column + 0.5) * side, area.y + (row + 0.5) * side)) {
        hanging[column + 1] = 1
        continue
      }
      cells.push({ lab: mean.lab, column, row })
      noises.push(mean.noise)
    }
    above = hanging
  }
  const LEAST_SHARE = 0.04
  if (cells.length < LEAST_SHARE * CELLS_ACROSS * rows || cells.length < 30) return null
  noises.sort((a, b) => a - b)
  return { cells, strangers, side, x: area.x, y: area.y, noise: noises[noises.length >> 1]! }
}

/** Maximum colour difference (CIEDE2000) from the hair above the forehead to count as the same hair. */
const MAX_SAME_HAIR_DELTA_E = 9

/**
 * The person model often misses hair beside the neck: cells there that have the colour of the person's own hair and
 * hang from it are not background.
 */
function createMissedHairTest(scene: Scene): (lab: Lab, x: number, y: number) => boolean {
  const hair = scene.head && measureHairColour(scene)
  if (!hair) return () => false
  const face = scene.face!
  const unit = faceWidth(face)
  const [centre, top, bottom] = [eyeMidpoint(face).x, eyeMidpoint(face).y, getPoint(face, POINT.CHIN).y + 0.7 * unit]
  return (lab, x, y) =>
    Math.abs(x - centre) < 0.8 * unit && y > top && y < bottom && ciede2000(lab, hair) < MAX_SAME_HAIR_DELTA_E
}

/** Mask pixels per cell: all; those of the subject or a soft edge; those of another person. */
interface CellCounts {
  readonly all: Int32Array
  readonly edge: Int32Array
  readonly strange: Int32Array
}

/** The cell grid, in source pixels. */
interface Grid {
  readonly area: Rect
  readonly side: number
  readonly rows: number
}

function countMask(
  { width, height, data }: Mask,
  subject: Uint8Array,
  { area, side, rows }: Grid,
  photo: Pick<Scene, 'width' | 'height'>,
): CellCounts {
  const [stepX, stepY] = [width / photo.width, height / photo.height]
  const columns = Math.ceil(width / BLOCK_PX)
  const firstX = Math.max(0, Math.floor(area.x * stepX))
  const cellOf = Uint8Array.from({ length: width - firstX }, (_, i) =>
    Math.min(CELLS_ACROSS - 1, Math.max(0, Math.floor(((firstX + i + 0.5) / stepX - area.x) / side))),
  )
  const counts = {
    all: new Int32Array(CELLS_ACROSS * rows),
    edge: new Int32Array(CELLS_ACROSS * rows),
    strange: new Int32Array(CELLS_ACROSS * rows),
  }
  for (let y = Math.max(0, Math.floor(area.y * stepY)); y < Math.min(height, (area.y + rows * side) * stepY); y++) {
    const row = Math.min(rows - 1, Math.max(0, Math.floor(((y + 0.5) / stepY - area.y) / side)))
    for (let x = firstX; x < Math.min(width, (area.x + area.width) * stepX); x++) {
      const cell = row * CELLS_ACROSS + cellOf[x - firstX]!
      const at = y * width + x
      counts.all[cell]!++
      if (data[at]! <= MAX_BACKGROUND_CONFIDENCE) continue
      if (data[at]! < 128 || subject[((y / BLOCK_PX) | 0) * columns + ((x / BLOCK_PX) | 0)]) counts.edge[cell]!++
      else counts.strange[cell]!++
    }
  }
  return counts
}

/** wall: neither the cell nor its eight neighbours contain a person; stranger: a person who is not the subject. */
function classifyCell(
  { all, edge, strange }: CellCounts,
  row: number,
  column: number,
  rows: number,
): 'wall' | 'stranger' | 'edge' {
  let [total, strangers] = [0, 0]
  for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
    for (let x = Math.max(0, column - 1); x <= Math.min(CELLS_ACROSS - 1, column + 1); x++) {
      const cell = y * CELLS_ACROSS + x
      if (edge[cell]) return 'edge'
      total += all[cell]!
      strangers += strange[cell]!
    }
  }
  return strangers === 0 ? 'wall' : strangers > 0.6 * total ? 'stranger' : 'edge'
}

function measureCell(
  { whole: { pixels, scale, x: left, y: top } }: Pick<Scene, 'whole'>,
  x: number,
  y: number,
  size: number,
): { lab: Lab; noise: number } | null {
  const [fromX, toX] = [Math.round((x - left) * scale), Math.round((x + size - left) * scale)]
  const [fromY, toY] = [Math.round((y - top) * scale), Math.round((y + size - top) * scale)]
  let [r, g, b, n, rough, pairs] = [0, 0, 0, 0, 0, 0]
  for (let row = Math.max(0, fromY); row < Math.min(pixels.height, Math.max(toY, fromY + 1)); row++) {
    for (let column = Math.max(0, fromX); column < Math.min(pixels.width, Math.max(toX, fromX + 1)); column++) {
      const at = 4 * (row * pixels.width + column)
      r += LINEAR_BY_BYTE[pixels.data[at]!]!
      g += LINEAR_BY_BYTE[pixels.data[at + 1]!]!
      b += LINEAR_BY_BYTE[pixels.data[at + 2]!]!
      n++
      if (column + 1 < toX && column + 1 < pixels.width) {
        const step = pixels.data[at + 1]! - pixels.data[at + 5]!
        rough += step * step
        pairs++
      }
    }
  }
  // The difference of two neighbours has the noise of two pixels; one 8-bit level of green is about 0.4 L*.
  return n ? { lab: labOfLinear(r / n, g / n, b / n), noise: 0.4 * Math.sqrt(rough / Math.max(1, 2 * pairs)) } : null
}

/** Side of a block in mask pixels; connectivity is computed on blocks. */
const BLOCK_PX = 4

/**
 * Flood fill of the mask from the face, in blocks: 1 for each connected block. Two people closer than a block count as
 * one. null without mask or face.
 */
function findSubjectBlocks({ person, face, width, height }: Scene): Uint8Array | null {
  if (!person || !face) return null
  const [columns, rows] = [Math.ceil(person.width / BLOCK_PX), Math.ceil(person.height / BLOCK_PX)]
  const blocks = new Uint8Array(columns * rows)
  for (let y = 0; y < person.height; y++) {
    for (let x = 0, at = y * person.width, block = ((y / BLOCK_PX) | 0) * columns; x < person.width; x++, at++)
      if (person.data[at]! >= 128) blocks[block + ((x / BLOCK_PX) | 0)] = 1
  }
  const subject = new Uint8Array(columns * rows)
  const stack: number[] = []
  const push = (x: number, y: number): void => {
    const at = y * columns + x
    if (x < 0 || y < 0 || x >= columns || y >= rows || subject[at] || !blocks[at]) return
    subject[at] = 1
    stack.push(at)
  }
  const [stepX, stepY] = [person.width / width / BLOCK_PX, person.height / height / BLOCK_PX]
  for (let i = 0; i < face.landmarks.length; i += 3)
    push(Math.floor(face.landmarks[i]! * stepX), Math.floor(face.landmarks[i + 1]! * stepY))
  while (stack.length) {
    const at = stack.pop()!
    const [x, y] = [at % columns, Math.floor(at / columns)]
    push(x - 1, y)
    push(x + 1, y)
    push(x, y - 1)
    push(x, y + 1)
  }
  return subject
}
