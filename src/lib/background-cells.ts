import type { CropPlan } from '../contract/crop'
import type { Lab } from '../contract/reading'
import type { Mask } from '../contract/pixels'
import type { Scene } from '../contract/scene'
import type { Rect } from '../contract/space'
import { ciede2000 } from './ciede2000'
import { LINEAR_BY_BYTE, labOfLinear } from './color'
import { eyeMidpoint, faceWidth, getPoint, POINT } from './landmarks'
import { measureHairColour } from './hair-colour'

/** A square of the background: mean colour, and where it is (source pixels of its corner). */
export interface Cell {
  readonly lab: Lab
  readonly column: number
  readonly row: number
}

export interface BackgroundCells {
  readonly cells: readonly Cell[]
  /** Cells in other people's or stray parts of the person mask, which hang together with no part of the subject. */
  readonly strangers: readonly Pick<Cell, 'column' | 'row'>[]
  /** Side of a cell in source pixels, and the source point of cell (0, 0). */
  readonly side: number
  readonly x: number
  readonly y: number
  /** Standard deviation of a pixel's noise within cells, in L*. */
  readonly noise: number
}

/** About this many cells across the picture: small enough for a door's strip, large enough to average noise away. */
const CELLS_ACROSS = 72
/**
 * Person confidence (0..255) up to which a pixel is background for certain; the mask's edge is soft and hair is finer
 * than it.
 */
const MAX_BACKGROUND_CONFIDENCE = 12

/**
 * The background in the planned crop (the whole photo without one), in cells that lie fully on it. null where there is
 * too little.
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
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < CELLS_ACROSS; column++) {
      const kind = classifyCell(counts, row, column, rows)
      if (kind === 'stranger') strangers.push({ column, row })
      if (kind !== 'wall') continue
      const mean = measureCell(scene, area.x + column * side, area.y + row * side, side)
      if (!mean || isMissedHair(mean.lab, area.x + (column + 0.5) * side, area.y + (row + 0.5) * side)) continue
      cells.push({ lab: mean.lab, column, row })
      noises.push(mean.noise)
    }
  }
  const LEAST_SHARE = 0.04
  if (cells.length < LEAST_SHARE * CELLS_ACROSS * rows || cells.length < 30) return null
  noises.sort((a, b) => a - b)
  return { cells, strangers, side, x: area.x, y: area.y, noise: noises[noises.length >> 1]! }
}

/** Hair closer in colour than this (CIEDE2000) to the hair above the forehead is the same hair. */
const MAX_SAME_HAIR_DELTA_E = 9

/**
 * Hair that hangs beside the neck is often missed by the person model: what has the colour of the person's own hair
 * there is no wall.
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

/** Mask pixels of each cell: all, those that are the subject or a soft edge, those that are another person. */
interface CellCounts {
  readonly all: Int32Array
  readonly edge: Int32Array
  readonly strange: Int32Array
}

/** Where the cells lie: source pixels. */
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

/** A cell and its eight neighbours hold no person at all, or person that is not the subject. */
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
  // Neighbours differ by the noise of two pixels; a byte of green is about 0.4 L*.
  return n ? { lab: labOfLinear(r / n, g / n, b / n), noise: 0.4 * Math.sqrt(rough / Math.max(1, 2 * pairs)) } : null
}

/** Mask pixels on a side of a block that is followed as one. */
const BLOCK_PX = 4

/**
 * Blocks of the mask that hang together with the face: 1 for each. Two people closer than a block are one. null
 * without mask or face.
 */
function findSubjectBlocks({ person, face, width, height }: Scene): Uint8Array | null {
  if (!person || !face) return null
  const [columns, rows] = [Math.ceil(person.width / BLOCK_PX), Math.ceil(person.height / BLOCK_PX)]
  const blocks = new Uint8Array(columns * rows)
  for (let y = 0; y < person.height; y++) {
    for (let x = 0, at = y * person.width, block = ((y / BLOCK_PX) | 0) * columns; x < person.width; x++, at++)
      if (person.data[at]! >= 128) blocks[block + ((x / BLOCK_PX) | 0)] = 1
  }
  const found = new Uint8Array(columns * rows)
  const stack: number[] = []
  const push = (x: number, y: number): void => {
    const at = y * columns + x
    if (x < 0 || y < 0 || x >= columns || y >= rows || found[at] || !blocks[at]) return
    found[at] = 1
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
  return found
}
