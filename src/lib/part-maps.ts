import { contours } from 'd3-contour'
import type { Part, PartMap } from '../contract/parts'
import type { Point, Polygon } from '../contract/space'
import { PART_CROPS, type Placement } from './part-crops'
import { getArea, getBounds, isInside } from './polygon'

/** Source point of crop position (u, v), shares of the crop's width and height from its top left corner. */
export function toSourcePoint(
  { centre, across, down, step, mirrored }: Placement,
  part: Part,
  u: number,
  v: number,
): Point {
  const { width, height } = PART_CROPS[part]
  const [along, below] = [step * (mirrored ? -1 : 1) * (u - 0.5) * width, step * (v - 0.5) * height]
  return { x: centre.x + across.x * along + down.x * below, y: centre.y + across.y * along + down.y * below }
}

/** Inverse of `toSourcePoint`: shares of the crop's width and height. */
function toCropPoint({ centre, across, down, step, mirrored }: Placement, part: Part, { x, y }: Point): Point {
  const { width, height } = PART_CROPS[part]
  const [dx, dy] = [x - centre.x, y - centre.y]
  return {
    x: 0.5 + ((mirrored ? -1 : 1) * (dx * across.x + dy * across.y)) / (step * width),
    y: 0.5 + (dx * down.x + dy * down.y) / (step * height),
  }
}

/** Share of each map cell that lies in any of the polygons (source pixels), by 4 x 4 sample points. */
function measureCellShares(
  { width, height }: PartMap,
  part: Part,
  placement: Placement,
  polygons: readonly Polygon[],
): Float32Array {
  const shares = new Float32Array(width * height)
  for (const polygon of polygons) {
    const cells = polygon.map(point => {
      const { x, y } = toCropPoint(placement, part, point)
      return { x: x * width, y: y * height }
    })
    const bounds = getBounds(cells)
    for (let row = Math.max(0, Math.floor(bounds.y)); row < Math.min(height, bounds.y + bounds.height); row++) {
      for (
        let column = Math.max(0, Math.floor(bounds.x));
        column < Math.min(width, bounds.x + bounds.width);
        column++
      ) {
        let inside = 0
        for (let i = 0; i < 16; i++)
          if (isInside(cells, { x: column + ((i & 3) + 0.5) / 4, y: row + ((i >> 2) + 0.5) / 4 })) inside++
        shares[row * width + column] = Math.min(1, shares[row * width + column]! + inside / 16)
      }
    }
  }
  return shares
}

/** Mean likelihood inside the polygons (source pixels); null if the crop contains none of them. */
export function averageInside(
  map: PartMap,
  part: Part,
  placement: Placement,
  polygons: readonly Polygon[],
): number | null {
  const shares = measureCellShares(map, part, placement, polygons)
  let [sum, all] = [0, 0]
  for (let i = 0; i < shares.length; i++) {
    sum += shares[i]! * map.data[i]!
    all += shares[i]!
  }
  return all < 0.5 ? null : sum / all
}

/**
 * Width of what the map shows, however thin it is: the sum of the columns' maxima in `half` of the crop. Source pixels.
 */
export function measureShownWidth(
  { width, height, data }: PartMap,
  part: Part,
  { step }: Placement,
  half: 'first' | 'second',
): number {
  let columns = 0
  const start = half === 'first' ? 0 : width / 2
  for (let column = start; column < start + width / 2; column++) {
    let likeliest = 0
    for (let row = 0; row < height; row++) likeliest = Math.max(likeliest, data[row * width + column]!)
    columns += likeliest
  }
  return (columns / width) * PART_CROPS[part].width * step
}

/** Likelihood from which something counts as present: the maps are calibrated. */
const SHOWN_THRESHOLD = 0.5

/** Area with a likelihood above one half, in square source pixels. */
export function measureShownArea({ width, height, data }: PartMap, part: Part, { step }: Placement): number {
  const crop = PART_CROPS[part]
  return (
    (data.filter(value => value > SHOWN_THRESHOLD).length / (width * height)) * crop.width * crop.height * step ** 2
  )
}

/** Outlines smaller than this share of the crop are discarded as specks. */
const MIN_OUTLINE_AREA_RATIO = 0.0015

/** Outlines (source pixels) of the areas with a likelihood above one half, within the given polygons, if any. */
export function findOutlines(map: PartMap, part: Part, placement: Placement, within?: readonly Polygon[]): Polygon[] {
  const { width, height } = map
  const shares = within && measureCellShares(map, part, placement, within)
  const values = Array.from(map.data, (value, i) => (shares && !shares[i] ? 0 : value))
  const { coordinates } = contours().size([width, height]).contour(values, SHOWN_THRESHOLD)
  // Outer rings only: holes would look like separate areas.
  const rings = coordinates.map(([outer]) =>
    outer!.slice(1).map(([x, y]) => toSourcePoint(placement, part, x! / width, y! / height)),
  )
  const whole = getArea(
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ].map(([u, v]) => toSourcePoint(placement, part, u!, v!)),
  )
  return rings.filter(ring => getArea(ring) > MIN_OUTLINE_AREA_RATIO * whole)
}
