import type { CropPlan } from '../../contract/crop'
import type { Reading } from '../../contract/reading'
import type { Scene } from '../../contract/scene'
import type { Point, Rect } from '../../contract/space'
import { createRectangle } from '../../lib/polygon'
import { findWriting, type Wall } from './writing'

/** Bytes by which two places differ plainly in some channel, and up to which they are one colour. */
const MIN_STEP = 24,
  MAX_SAME = 20
/** A bar's inner edge runs over this share of the side at least, in front of the person too. */
const MIN_EDGE_SHARE = 0.85
/** A bar is one colour over this share at least; the rest may be writing. */
const MIN_PLAIN_SHARE = 0.4
/** Bars are looked for up to this share of the picture; corners up to half of it. */
const MAX_BAR_SHARE = 0.25,
  MAX_CORNER_SHARE = 0.5,
  MIN_CORNER_SHARE = 0.012
/** Thinner lines at one side only are cut edges, which nobody drew (px of the reduced photo). */
const MIN_BAR_PX = 3
/** Beyond a round corner's edge (px) its colour has gone, and what follows is alike all along it (bytes). */
const BEYOND_PX = 6,
  MAX_INSIDE = 40
/** Sides or corners that must agree where each alone could be chance. */
const MIN_SIDES = 3,
  MIN_CORNERS = 2

/** The picture seen from one side or corner: bytes at a depth and a place along it. */
type Read = (depth: number, along: number) => readonly [number, number, number]

interface View {
  readonly read: Read
  readonly depth: number
  readonly along: number
  /** Rectangle of the picture, source pixels. */
  readonly toRegion: (depth: number, along: number) => Point[]
}

const difference = (a: readonly number[], b: readonly number[]): number =>
  Math.max(Math.abs(a[0]! - b[0]!), Math.abs(a[1]! - b[1]!), Math.abs(a[2]! - b[2]!))

/** The four sides (top, bottom, left, right) of the planned crop in the reduced photo. */
function viewSides({ whole, width, height }: Scene, plan: CropPlan | null): View[] {
  const { pixels, scale, x: left, y: top } = whole
  const area: Rect = plan?.crop ?? { x: 0, y: 0, width, height }
  const fromX = Math.max(0, Math.round((area.x - left) * scale))
  const fromY = Math.max(0, Math.round((area.y - top) * scale))
  const across = Math.min(pixels.width - fromX, Math.round(area.width * scale))
  const down = Math.min(pixels.height - fromY, Math.round(area.height * scale))
  const at = (x: number, y: number): readonly [number, number, number] => {
    const offset = 4 * ((fromY + y) * pixels.width + fromX + x)
    return [pixels.data[offset]!, pixels.data[offset + 1]!, pixels.data[offset + 2]!]
  }
  const rectangle = (x: number, y: number, w: number, h: number): Point[] =>
    createRectangle(area.x + x / scale, area.y + y / scale, w / scale, h / scale)
  return [
    { read: (d, i) => at(i, d), depth: down, along: across, toRegion: (d, i) => rectangle(0, 0, i, d) },
    {
      read: (d, i) => at(across - 1 - i, down - 1 - d),
      depth: down,
      along: across,
      toRegion: (d, i) => rectangle(across - i, down - d, i, d),
    },
    {
      read: (d, i) => at(d, down - 1 - i),
      depth: across,
      along: down,
      toRegion: (d, i) => rectangle(0, down - i, d, i),
    },
    {
      read: (d, i) => at(across - 1 - d, i),
      depth: across,
      along: down,
      toRegion: (d, i) => rectangle(across - d, 0, d, i),
    },
  ]
}

/** Share of the places along the side for which it holds. */
function shareAlong(along: number, holds: (i: number) => boolean): number {
  const step = Math.max(1, Math.floor(along / 160))
  let [all, held] = [0, 0]
  for (let i = 0; i < along; i += step) {
    all++
    if (holds(i)) held++
  }
  return held / all
}

/** Depth of a bar along the side (px), 0 where there is none. */
function findBar({ read, depth, along }: View): number {
  const colour = [0, 1, 2].map(channel => {
    const values = Array.from({ length: along }, (_, i) => read(0, i)[channel]!).sort((a, b) => a - b)
    return values[along >> 1]!
  })
  for (let d = 1; d < MAX_BAR_SHARE * depth; d++) {
    if (shareAlong(along, i => difference(read(d - 1, i), colour) <= MAX_SAME) < MIN_PLAIN_SHARE) return 0
    const edge = shareAlong(along, i => difference(read(Math.max(0, d - 2), i), read(d + 1, i)) > MIN_STEP)
    if (edge < MIN_EDGE_SHARE) continue
    // The rows at the edge itself are the mixture that reducing and JPEG leave.
    const plain = shareAlong(along, i => difference(read(Math.max(0, d - 2), i), colour) <= MAX_SAME)
    if (plain > MIN_EDGE_SHARE) return d
  }
  return 0
}

/** Radius of a rounded corner where the side begins (px), 0 where there is none. */
function findCorner({ read, depth, along }: View): number {
  const colour = read(0, 0)
  const run = (next: (k: number) => readonly number[]): number => {
    let k = 0
    while (k < MAX_CORNER_SHARE * Math.min(depth, along) && difference(next(k), colour) <= MAX_SAME) k++
    return k
  }
  const [across, down, diagonal] = [run(k => read(0, k)), run(k => read(k, 0)), run(k => read(k, k))]
  const size = (across + down) / 2
  const isRound =
    size >= MIN_CORNER_SHARE * along &&
    Math.abs(across - down) < 0.3 * size &&
    // A quarter of a circle leaves 0.29 of its radius on the diagonal; the wall itself would leave all of it.
    diagonal > 0.15 * size &&
    diagonal < 0.5 * size
  if (!isRound || Math.max(across, down) + BEYOND_PX >= MAX_CORNER_SHARE * Math.min(depth, along)) return 0
  const beyond = [
    read(0, across + BEYOND_PX),
    read(down + BEYOND_PX, 0),
    read(diagonal + BEYOND_PX, diagonal + BEYOND_PX),
  ]
  const isAbrupt = beyond.every(place => difference(place, colour) > MIN_STEP)
  return isAbrupt && beyond.every(place => difference(place, beyond[0]!) <= MAX_INSIDE) ? size : 0
}

/** What is laid over or around the picture: 'border', 'bar', 'corners', 'writing', or 'none'. */
export function readFrame(scene: Scene, plan: CropPlan | null, wall: Wall | null): Reading {
  const sides = viewSides(scene, plan)
  const bars = sides.map(side => ({ side, depth: findBar(side) })).filter(({ depth }) => depth > 0)
  const regions = bars.map(({ side, depth }) => side.toRegion(depth, side.along))
  if (bars.length >= MIN_SIDES) return { value: 'border', regions }
  if (bars.some(({ depth }) => depth >= MIN_BAR_PX)) return { value: 'bar', regions }
  const corners = sides.map(side => ({ side, size: findCorner(side) })).filter(({ size }) => size > 0)
  const [first] = corners
  const alike = corners.filter(({ side }) => difference(side.read(0, 0), first!.side.read(0, 0)) <= MAX_SAME)
  if (alike.length >= MIN_CORNERS)
    return { value: 'corners', regions: alike.map(({ side, size }) => side.toRegion(size, size)) }
  const writing = wall ? findWriting(wall) : []
  return writing.length ? { value: 'writing', regions: writing } : { value: 'none', regions: [] }
}
