import type { CropPlan } from '../contract/crop'
import type { Lab } from '../contract/reading'
import type { Scene } from '../contract/scene'
import { LINEAR, labOfLinear } from './color'

/** A square of the background: mean colour, and where it is (source pixels of its corner). */
export interface Cell { readonly lab: Lab; readonly column: number; readonly row: number }

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
const ACROSS = 72
/** Person confidence (0..255) up to which a pixel is background for certain; the mask's edge is soft and hair is finer than it. */
const SURE = 12

/** The background in the planned crop (the whole photo without one), in cells that lie fully on it. null where there is too little. */
export function backgroundCells(scene: Scene, plan: CropPlan | null): BackgroundCells | null {
  const { person, width, height } = scene
  const area = plan?.crop ?? { x: 0, y: 0, width, height }
  const side = area.width / ACROSS
  const rows = Math.floor(area.height / side)
  const subject = subjectOf(scene)
  if (!person || !subject) return null
  const cells: Cell[] = []
  const strangers: { column: number; row: number }[] = []
  const noises: number[] = []
  const stepX = person.width / width
  const stepY = person.height / height
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < ACROSS; column++) {
      const [x, y] = [area.x + column * side, area.y + row * side]
      const kind = kindOf(x, y)
      if (kind === 'stranger') strangers.push({ column, row })
      if (kind !== 'wall') continue
      const mean = meanOf(scene, x, y, side)
      if (!mean) continue
      cells.push({ lab: mean.lab, column, row })
      noises.push(mean.noise)
    }
  }
  const LEAST_SHARE = 0.04
  if (cells.length < LEAST_SHARE * ACROSS * rows || cells.length < 30) return null
  noises.sort((a, b) => a - b)
  return { cells, strangers, side, x: area.x, y: area.y, noise: noises[noises.length >> 1]! }

  /** A cell and its surroundings of one more cell hold no person at all, or person that is not the subject. */
  function kindOf(x: number, y: number): 'wall' | 'stranger' | 'edge' {
    let strange = 0
    let total = 0
    for (let my = Math.floor((y - side) * stepY); my <= (y + 2 * side) * stepY; my++) {
      if (my < 0 || my >= person!.height) continue
      for (let mx = Math.floor((x - side) * stepX); mx <= (x + 2 * side) * stepX; mx++) {
        if (mx < 0 || mx >= person!.width) continue
        total++
        const at = my * person!.width + mx
        if (person!.data[at]! <= SURE) continue
        if (subject![at] || person!.data[at]! < 128) return 'edge'
        strange++
      }
    }
    return strange === 0 ? 'wall' : strange > 0.6 * total ? 'stranger' : 'edge'
  }

  function meanOf({ whole: { pixels, scale, x: left, y: top } }: Pick<Scene, 'whole'>, x: number, y: number, size: number): { lab: Lab; noise: number } | null {
    const [fromX, toX] = [Math.round((x - left) * scale), Math.round((x + size - left) * scale)]
    const [fromY, toY] = [Math.round((y - top) * scale), Math.round((y + size - top) * scale)]
    let [r, g, b, n, rough, pairs] = [0, 0, 0, 0, 0, 0]
    for (let row = Math.max(0, fromY); row < Math.min(pixels.height, Math.max(toY, fromY + 1)); row++) {
      for (let column = Math.max(0, fromX); column < Math.min(pixels.width, Math.max(toX, fromX + 1)); column++) {
        const at = 4 * (row * pixels.width + column)
        r += LINEAR[pixels.data[at]!]!
        g += LINEAR[pixels.data[at + 1]!]!
        b += LINEAR[pixels.data[at + 2]!]!
        n++
        if (column + 1 < toX && column + 1 < pixels.width) { const step = pixels.data[at + 1]! - pixels.data[at + 5]!; rough += step * step; pairs++ }
      }
    }
    // Neighbours differ by the noise of two pixels; a byte of green is about 0.4 L*.
    return n ? { lab: labOfLinear(r / n, g / n, b / n), noise: 0.4 * Math.sqrt(rough / Math.max(1, 2 * pairs)) } : null
  }
}

/** Mask pixels that hang together with the face. null without mask or face. */
function subjectOf({ person, face, width, height }: Scene): Uint8Array | null {
  if (!person || !face) return null
  const found = new Uint8Array(person.width * person.height)
  const stack: number[] = []
  const push = (x: number, y: number): void => {
    if (x < 0 || y < 0 || x >= person.width || y >= person.height) return
    const at = y * person.width + x
    if (found[at] || person.data[at]! < 128) return
    found[at] = 1
    stack.push(at)
  }
  for (let i = 0; i < face.landmarks.length; i += 3) push(Math.floor(face.landmarks[i]! * person.width / width), Math.floor(face.landmarks[i + 1]! * person.height / height))
  while (stack.length) {
    const at = stack.pop()!
    const [x, y] = [at % person.width, Math.floor(at / person.width)]
    push(x - 1, y); push(x + 1, y); push(x, y - 1); push(x, y + 1)
  }
  return found
}
