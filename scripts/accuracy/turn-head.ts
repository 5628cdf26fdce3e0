import sharp from 'sharp'
import type { Scene } from '../../src/contract/scene'
import { faceWidth, midpoint, getPoint, POINT } from '../../src/lib/landmarks'
import { placePart } from '../../src/lib/part-crops'
import { toUpright } from './upright'

/** Radius of the cylinder that models the head, and the fade-out of the rotation below the chin, in face widths. */
const CYLINDER_RADIUS_RATIO = 0.62,
  FADE_RATIO = 0.35

/** The portrait with its head rotated in yaw by a few degrees, as if printed on a cylinder. PNG bytes. */
export async function turnHead(bytes: Buffer, { face }: Scene, degrees: number): Promise<Buffer> {
  const {
    data,
    info: { width, height, channels },
  } = await toUpright(bytes).raw().toBuffer({ resolveWithObject: true })
  const raw = { width, height, channels }
  if (!face) return sharp(data, { raw }).png().toBuffer()
  const unit = faceWidth(face)
  const centre = midpoint(getPoint(face, POINT.RIGHT_CHEEK), getPoint(face, POINT.LEFT_CHEEK))
  const { across, down } = placePart(face, 'eyes', 'both')
  const chin = getPoint(face, POINT.CHIN)
  const chinBelow = (chin.x - centre.x) * down.x + (chin.y - centre.y) * down.y
  const angle = (degrees * Math.PI) / 180
  const out = Buffer.alloc(data.length)
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to += channels) {
      const [dx, dy] = [x - centre.x, y - centre.y]
      const u = (dx * across.x + dy * across.y) / (CYLINDER_RADIUS_RATIO * unit)
      const below = dx * down.x + dy * down.y
      const share = Math.max(0, Math.min(1, 1 - (below - chinBelow) / (FADE_RATIO * unit)))
      const shift = Math.abs(u) < 1 ? (Math.sin(Math.asin(u) - share * angle) - u) * CYLINDER_RADIUS_RATIO * unit : 0
      const [sx, sy] = [
        Math.max(0, Math.min(width - 1.001, x + shift * across.x)),
        Math.max(0, Math.min(height - 1.001, y + shift * across.y)),
      ]
      const [x0, y0] = [Math.floor(sx), Math.floor(sy)]
      const [fx, fy] = [sx - x0, sy - y0]
      for (let channel = 0; channel < channels; channel++) {
        const at = (column: number, row: number): number => data[channels * (row * width + column) + channel]!
        out[to + channel] =
          (1 - fy) * ((1 - fx) * at(x0, y0) + fx * at(x0 + 1, y0)) +
          fy * ((1 - fx) * at(x0, y0 + 1) + fx * at(x0 + 1, y0 + 1))
      }
    }
  }
  return sharp(out, { raw }).png().toBuffer()
}
