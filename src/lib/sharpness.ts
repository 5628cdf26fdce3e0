import type { Patch } from '../contract/pixels'
import type { Reading } from '../contract/reading'
import type { Scene } from '../contract/scene'
import type { Point, Rect } from '../contract/space'
import { faceWidth, LINE, getPoints } from './landmarks'
import { blurLightMap, gradientAt, createLightMap, resizeLightMap } from './light-map'
import { getBounds, forEachPixel, scalePolygon } from './polygon'
import { median, quantile } from './stats'

/** Limit of the sharpness rule, which cites its source; lower values are blurred. */
export const MIN_SHARPNESS = 1.3
/** Face width that the photo is scaled to before measuring, so that its size does not matter. */
const FACE_WIDTH_PX = 160
/** Below this width the photo has less detail than the fixed width needs: sharp small and blurred large look alike. */
const MIN_FACE_WIDTH_PX = 110
const [FINE_SIGMA, COARSE_SIGMA] = [0.7, 2.1]
/** Facial features with edges, and the scale of the area around each. */
const EDGE_PARTS = [
  [LINE.RIGHT_EYE, 1.7],
  [LINE.LEFT_EYE, 1.7],
  [LINE.RIGHT_BROW, 1.4],
  [LINE.LEFT_BROW, 1.4],
  [LINE.LIPS_OUTER, 1.2],
] as const

/**
 * Ratio of fine-scale to coarse-scale gradients at the strongest edges of eyes, brows and lips, at a fixed face width:
 * about 1 or more in a sharp photo, lower in a blurred one. As a ratio at edges it depends little on contrast, skin
 * tone or noise.
 */
export function measureSharpness({ face, head }: Scene): Reading {
  const width = faceWidth(face!) * head!.scale
  if (width < MIN_FACE_WIDTH_PX) return { unknown: 'too-small' }
  const parts = EDGE_PARTS.map(([line, growth]) => scalePolygon(getPoints(face!, line), growth))
  const area = getBoundsAround(parts.flat(), head!)
  if (!area) return { unknown: 'cut-off' }
  const factor = FACE_WIDTH_PX / width
  const map = resizeLightMap(createLightMap(head!, area), factor)
  const [fine, coarse] = [blurLightMap(map, FINE_SIGMA), blurLightMap(map, COARSE_SIGMA)]
  const small: Patch = {
    pixels: { width: map.width, height: map.height, data: new Uint8ClampedArray(0) },
    x: head!.x + area.x / head!.scale,
    y: head!.y + area.y / head!.scale,
    scale: head!.scale * factor,
  }
  const places = new Set<number>()
  for (const part of parts) {
    forEachPixel(part, small, (_, column, row) => {
      if (column > 0 && row > 0 && column < map.width - 1 && row < map.height - 1) places.add(row * map.width + column)
    })
  }
  const edges = [...places].map(at => ({ fine: gradientAt(fine, at), coarse: gradientAt(coarse, at) }))
  if (edges.length < 50) return { unknown: 'cut-off' }
  const cut = quantile(
    edges.map(edge => edge.coarse),
    0.85,
  )
  const strong = edges.filter(edge => edge.coarse >= cut && edge.coarse > 0)
  // No edges at all: sharpness can't be measured.
  if (cut < 0.002) return { unknown: 'too-dark' }
  return { value: median(strong.map(edge => edge.fine / edge.coarse)) }
}

/** The patch pixels around the points, with a margin for the coarse blur; null if they are outside the patch. */
function getBoundsAround(points: readonly Point[], { pixels, x, y, scale }: Patch): Rect | null {
  const bounds = getBounds(points)
  const room = 0.1 * bounds.width
  const clip = (value: number, max: number): number => Math.max(0, Math.min(max, value))
  const [left, top] = [
    clip(Math.floor((bounds.x - room - x) * scale), pixels.width),
    clip(Math.floor((bounds.y - room - y) * scale), pixels.height),
  ]
  const [right, bottom] = [
    clip(Math.ceil((bounds.x + bounds.width + room - x) * scale), pixels.width),
    clip(Math.ceil((bounds.y + bounds.height + room - y) * scale), pixels.height),
  ]
  return right - left > 16 && bottom - top > 16 ? { x: left, y: top, width: right - left, height: bottom - top } : null
}
