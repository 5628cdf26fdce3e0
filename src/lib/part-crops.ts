import type { Part, PartCrops, Side } from '../contract/parts'
import type { Pixels } from '../contract/pixels'
import type { Face, Scene } from '../contract/scene'
import type { Point } from '../contract/space'
import { getCentre } from './polygon'
import { eyeMidpoint, faceWidth, LINE, getPoint, getPoints, POINT } from './landmarks'

/** Crop sizes in pixels and how much of the face's width (cheek to cheek) one crop spans across. */
export const PART_CROPS: Readonly<
  Record<Part, { readonly width: number; readonly height: number; readonly span: number }>
> = {
  ear: { width: 80, height: 96, span: 0.62 },
  // One pixel of a photo 480 wide is about one pixel here: a strand must not vanish (docs/decisions/0020).
  brow: { width: 112, height: 80, span: 0.56 },
  eyes: { width: 192, height: 96, span: 1.08 },
  mouth: { width: 72, height: 48, span: 0.62 },
  crown: { width: 80, height: 64, span: 1.8 },
}

/**
 * Where a crop lies, upright along the line of the eyes: crop point (u, v) in pixels from the crop's centre is source
 * point centre + step * (across * u * (mirrored ? -1 : 1) + down * v). A left part is mirrored, so that one model
 * serves both sides.
 */
export interface Placement {
  readonly centre: Point
  readonly across: Point
  readonly down: Point
  readonly step: number
  readonly mirrored: boolean
}

export function placePart(face: Face, part: Part, side: Side | 'both'): Placement {
  const unit = faceWidth(face)
  const [right, left] = [getPoint(face, POINT.RIGHT_EYE_OUTER), getPoint(face, POINT.LEFT_EYE_OUTER)]
  const length = Math.hypot(left.x - right.x, left.y - right.y) || 1
  const across = { x: (left.x - right.x) / length, y: (left.y - right.y) / length }
  const down = { x: -across.y, y: across.x }
  const { width, span } = PART_CROPS[part]
  const moved = ({ x, y }: Point, outward: number, downward: number): Point => {
    const along = side === 'right' ? -outward : outward
    return {
      x: x + unit * (across.x * along + down.x * downward),
      y: y + unit * (across.y * along + down.y * downward),
    }
  }
  const centre = ((): Point => {
    switch (part) {
      case 'ear':
        return moved(getPoint(face, side === 'right' ? POINT.RIGHT_CHEEK : POINT.LEFT_CHEEK), 0.08, 0.06)
      case 'brow':
        return moved(getCentre(getPoints(face, side === 'right' ? LINE.RIGHT_BROW : LINE.LEFT_BROW)), 0, -0.04)
      case 'eyes':
        return moved(eyeMidpoint(face), 0, 0.03)
      case 'mouth':
        return getCentre(getPoints(face, LINE.LIPS_OUTER))
      case 'crown':
        return moved(getPoint(face, POINT.FOREHEAD_TOP), 0, -0.12)
    }
  })()
  return { centre, across, down, step: (span * unit) / width, mirrored: side === 'left' }
}

/**
 * One crop of the head patch: RGB, with the person mask in place of alpha. Outside the photo all four are 0. Where the
 * patch has more pixels than the crop, each crop pixel is the mean over its area; where it has fewer, it is
 * interpolated.
 */
export function cutPart(scene: Scene, part: Part, side: Side | 'both'): Pixels {
  const head = scene.head!
  return cutPlacement(scene, placePart(scene.face!, part, side), PART_CROPS[part], head)
}

/** Every crop of the scene's face. Needs `face` and `head`. */
export function cutParts(scene: Scene): PartCrops {
  const both = (part: Part): PartCrops['ears'] => ({
    right: cutPart(scene, part, 'right'),
    left: cutPart(scene, part, 'left'),
  })
  return {
    ears: both('ear'),
    brows: both('brow'),
    eyes: cutPart(scene, 'eyes', 'both'),
    mouth: cutPart(scene, 'mouth', 'both'),
    crown: cutPart(scene, 'crown', 'both'),
  }
}

/** What to hand over with the crops instead of copying it. */
export function getBuffers({ ears, brows, eyes, mouth, crown }: PartCrops): ArrayBuffer[] {
  return [ears.right, ears.left, brows.right, brows.left, eyes, mouth, crown].map(
    ({ data }) => data.buffer as ArrayBuffer,
  )
}

/** Also used by the training's preparation, which cuts whole heads the same way. */
export function cutPlacement(
  { person, width: sourceWidth, height: sourceHeight }: Pick<Scene, 'person' | 'width' | 'height'>,
  { centre, across, down, step, mirrored }: Placement,
  size: { readonly width: number; readonly height: number },
  head: NonNullable<Scene['head']>,
): Pixels {
  const { width, height } = size
  const { pixels, x: left, y: top, scale } = head
  const { width: stride, height: lines, data: from } = pixels
  const data = new Uint8ClampedArray(4 * width * height)
  // Taps per side so that no source pixel falls between two of them.
  const taps = Math.max(1, Math.ceil(step * scale - 0.25))
  const sign = mirrored ? -1 : 1
  // Plain numbers, no points: these loops run some 400,000 times for a face.
  for (let row = 0, to = 0; row < height; row++) {
    for (let column = 0; column < width; column++, to += 4) {
      let r = 0,
        g = 0,
        b = 0,
        inside = 0
      for (let j = 0; j < taps; j++) {
        const below = step * (row + (j + 0.5) / taps - height / 2)
        for (let i = 0; i < taps; i++) {
          const along = step * sign * (column + (i + 0.5) / taps - width / 2)
          const x = centre.x + across.x * along + down.x * below,
            y = centre.y + across.y * along + down.y * below
          if (x < 0 || y < 0 || x >= sourceWidth || y >= sourceHeight) continue
          const px = (x - left) * scale - 0.5,
            py = (y - top) * scale - 0.5
          if (px < -1 || py < -1 || px > stride || py > lines) continue
          const x0 = clamp(Math.floor(px), stride),
            y0 = clamp(Math.floor(py), lines)
          const x1 = Math.min(x0 + 1, stride - 1),
            y1 = Math.min(y0 + 1, lines - 1)
          const fx = Math.max(0, Math.min(1, px - x0)),
            fy = Math.max(0, Math.min(1, py - y0))
          const a1 = 4 * (y0 * stride + x0),
            a2 = 4 * (y0 * stride + x1),
            a3 = 4 * (y1 * stride + x0),
            a4 = 4 * (y1 * stride + x1)
          const w1 = (1 - fx) * (1 - fy),
            w2 = fx * (1 - fy),
            w3 = (1 - fx) * fy,
            w4 = fx * fy
          r += w1 * from[a1]! + w2 * from[a2]! + w3 * from[a3]! + w4 * from[a4]!
          g += w1 * from[a1 + 1]! + w2 * from[a2 + 1]! + w3 * from[a3 + 1]! + w4 * from[a4 + 1]!
          b += w1 * from[a1 + 2]! + w2 * from[a2 + 2]! + w3 * from[a3 + 2]! + w4 * from[a4 + 2]!
          inside++
        }
      }
      if (!inside) continue
      data[to] = r / inside
      data[to + 1] = g / inside
      data[to + 2] = b / inside
      const u = step * sign * (column + 0.5 - width / 2),
        v = step * (row + 0.5 - height / 2)
      data[to + 3] = person
        ? sampleMask(
            person,
            (centre.x + across.x * u + down.x * v) / sourceWidth,
            (centre.y + across.y * u + down.y * v) / sourceHeight,
          )
        : 255
    }
  }
  return { width, height, data }
}

const clamp = (value: number, size: number): number => Math.max(0, Math.min(size - 1, value))

/** Mask confidence at a share of the photo, interpolated. */
function sampleMask({ width, height, data }: NonNullable<Scene['person']>, x: number, y: number): number {
  const px = x * width - 0.5,
    py = y * height - 0.5
  const x0 = clamp(Math.floor(px), width),
    y0 = clamp(Math.floor(py), height)
  const x1 = Math.min(x0 + 1, width - 1),
    y1 = Math.min(y0 + 1, height - 1)
  const fx = Math.max(0, Math.min(1, px - x0)),
    fy = Math.max(0, Math.min(1, py - y0))
  return (
    (1 - fy) * ((1 - fx) * data[y0 * width + x0]! + fx * data[y0 * width + x1]!) +
    fy * ((1 - fx) * data[y1 * width + x0]! + fx * data[y1 * width + x1]!)
  )
}
