import type { Part, PartCrops, Side } from '../contract/parts'
import type { Pixels } from '../contract/pixels'
import type { Face, Scene } from '../contract/scene'
import type { Point } from '../contract/space'
import { getCentre } from './polygon'
import { eyeMidpoint, faceWidth, LINE, getPoint, getPoints, POINT } from './landmarks'

/** Crop sizes in pixels, and the width that each crop spans, in face widths (cheek to cheek). */
export const PART_CROPS: Readonly<
  Record<Part, { readonly width: number; readonly height: number; readonly span: number }>
> = {
  ear: { width: 80, height: 96, span: 0.62 },
  // About one pixel per pixel of a 480 px wide photo: a strand of hair must not vanish (docs/decisions/0020).
  brow: { width: 112, height: 80, span: 0.56 },
  eyes: { width: 192, height: 96, span: 1.08 },
  mouth: { width: 72, height: 48, span: 0.62 },
  crown: { width: 80, height: 64, span: 1.8 },
  face: { width: 64, height: 64, span: 1.6 },
}

/**
 * Position of a crop, aligned with the line of the eyes: crop point (u, v) in pixels from the crop's centre is source
 * point centre + step * (across * u * (mirrored ? -1 : 1) + down * v). Left parts are mirrored, so that one model
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
  const moveBy = ({ x, y }: Point, outward: number, downward: number): Point => {
    const along = side === 'right' ? -outward : outward
    return {
      x: x + unit * (across.x * along + down.x * downward),
      y: y + unit * (across.y * along + down.y * downward),
    }
  }
  const centre = ((): Point => {
    switch (part) {
      case 'ear':
        return moveBy(getPoint(face, side === 'right' ? POINT.RIGHT_CHEEK : POINT.LEFT_CHEEK), 0.08, 0.06)
      case 'brow':
        return moveBy(getCentre(getPoints(face, side === 'right' ? LINE.RIGHT_BROW : LINE.LEFT_BROW)), 0, -0.04)
      case 'eyes':
        return moveBy(eyeMidpoint(face), 0, 0.03)
      case 'mouth':
        return getCentre(getPoints(face, LINE.LIPS_OUTER))
      case 'crown':
        return moveBy(getPoint(face, POINT.FOREHEAD_TOP), 0, -0.12)
      case 'face':
        return moveBy(eyeMidpoint(face), 0, 0.25)
    }
  })()
  return { centre, across, down, step: (span * unit) / width, mirrored: side === 'left' }
}

/**
 * One crop of the head patch: RGB, with the person mask as alpha. Outside the photo all four are 0. Where the patch has
 * more pixels than the crop, each crop pixel is the mean over its area; where it has fewer, it is interpolated.
 */
export function cutPart(scene: Scene, part: Part, side: Side | 'both'): Pixels {
  const head = scene.head!
  return cutPlacement(scene, placePart(scene.face!, part, side), PART_CROPS[part], head)
}

/** Every crop of the scene's face. Needs `face` and `head`. */
export function cutParts(scene: Scene): PartCrops {
  const cutBothSides = (part: Part): PartCrops['ears'] => ({
    right: cutPart(scene, part, 'right'),
    left: cutPart(scene, part, 'left'),
  })
  return {
    ears: cutBothSides('ear'),
    brows: cutBothSides('brow'),
    eyes: cutPart(scene, 'eyes', 'both'),
    mouth: cutPart(scene, 'mouth', 'both'),
    crown: cutPart(scene, 'crown', 'both'),
    face: cutPart(scene, 'face', 'both'),
  }
}

/** The buffers to transfer with the crops instead of copying. */
export function getBuffers({ ears, brows, eyes, mouth, crown, face }: PartCrops): ArrayBuffer[] {
  return [ears.right, ears.left, brows.right, brows.left, eyes, mouth, crown, face].map(
    ({ data }) => data.buffer as ArrayBuffer,
  )
}

/** Takes plain numbers instead of points, because the loops call it about 400,000 times per face. */
interface CropSampler {
  /** Adds the head patch's RGB at an offset from the crop's centre (source pixels); false outside the patch. */
  addColour(sums: Float64Array, along: number, below: number): boolean
  /** The person mask at that offset, 0..255; 255 without a mask. */
  readMask(along: number, below: number): number
}

function createSampler(
  { person, width, height }: Pick<Scene, 'person' | 'width' | 'height'>,
  { centre, across, down: downward }: Placement,
  { pixels, x: left, y: top, scale }: NonNullable<Scene['head']>,
): CropSampler {
  const { width: stride, height: lines, data } = pixels
  return {
    addColour(sums, along, below) {
      const x = centre.x + across.x * along + downward.x * below
      const y = centre.y + across.y * along + downward.y * below
      if (x < 0 || y < 0 || x >= width || y >= height) return false
      const px = (x - left) * scale - 0.5
      const py = (y - top) * scale - 0.5
      if (px < -1 || py < -1 || px > stride || py > lines) return false
      const x0 = clamp(Math.floor(px), stride)
      const y0 = clamp(Math.floor(py), lines)
      const fx = Math.max(0, Math.min(1, px - x0))
      const fy = Math.max(0, Math.min(1, py - y0))
      const right = 4 * (Math.min(x0 + 1, stride - 1) - x0)
      const down = 4 * stride * (Math.min(y0 + 1, lines - 1) - y0)
      const w1 = (1 - fx) * (1 - fy)
      const w2 = fx * (1 - fy)
      const w3 = (1 - fx) * fy
      const w4 = fx * fy
      for (let channel = 0, at = 4 * (y0 * stride + x0); channel < 3; channel++, at++)
        sums[channel]! +=
          w1 * data[at]! + w2 * data[at + right]! + w3 * data[at + down]! + w4 * data[at + down + right]!
      return true
    },
    readMask(along, below) {
      if (!person) return 255
      const x = centre.x + across.x * along + downward.x * below
      const y = centre.y + across.y * along + downward.y * below
      return sampleMask(person, x / width, y / height)
    },
  }
}

/** Also used to prepare training data, where whole heads are cut the same way. */
export function cutPlacement(
  scene: Pick<Scene, 'person' | 'width' | 'height'>,
  placement: Placement,
  { width, height }: { readonly width: number; readonly height: number },
  head: NonNullable<Scene['head']>,
): Pixels {
  const { step } = placement
  const sampler = createSampler(scene, placement, head)
  const data = new Uint8ClampedArray(4 * width * height)
  // Enough taps per side that no source pixel is skipped.
  const taps = Math.max(1, Math.ceil(step * head.scale - 0.25))
  const sign = placement.mirrored ? -1 : 1
  const sums = new Float64Array(3)
  for (let row = 0, to = 0; row < height; row++) {
    for (let column = 0; column < width; column++, to += 4) {
      sums.fill(0)
      let inside = 0
      for (let j = 0; j < taps; j++) {
        const below = step * (row + (j + 0.5) / taps - height / 2)
        for (let i = 0; i < taps; i++)
          if (sampler.addColour(sums, step * sign * (column + (i + 0.5) / taps - width / 2), below)) inside++
      }
      if (!inside) continue
      for (let channel = 0; channel < 3; channel++) data[to + channel] = sums[channel]! / inside
      data[to + 3] = sampler.readMask(step * sign * (column + 0.5 - width / 2), step * (row + 0.5 - height / 2))
    }
  }
  return { width, height, data }
}

const clamp = (value: number, size: number): number => Math.max(0, Math.min(size - 1, value))

/** Mask confidence at (x, y) as shares of the photo, interpolated. */
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
