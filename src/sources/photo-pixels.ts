import { PhotoError } from '../contract/failure'
import type { Patch, Pixels } from '../contract/pixels'
import type { Rect } from '../contract/space'
import { AreaReducer } from '../lib/area-reduce'

/** Rows read from a decoded photo at a time: a band of the widest photo stays under 17 MB. */
const BAND = 256

/** Hands the rectangle's RGBA rows (sRGB, laid on white) over from the top, band by band. */
export function readBands(bitmap: ImageBitmap, { x, y, width, height }: Rect, take: (rows: Uint8ClampedArray) => void): void {
  const canvas = new OffscreenCanvas(width, Math.min(BAND, height))
  const context = canvas.getContext('2d', { willReadFrequently: true, colorSpace: 'srgb' })
  if (!context) throw new PhotoError('out-of-memory')
  context.fillStyle = '#fff'
  for (let top = 0; top < height; top += BAND) {
    const rows = Math.min(BAND, height - top)
    context.fillRect(0, 0, width, rows)
    context.drawImage(bitmap, x, y + top, width, rows, 0, 0, width, rows)
    take(context.getImageData(0, 0, width, rows).data)
  }
}

/** The rectangle as it is. */
export function readPixels(bitmap: ImageBitmap, rect: Rect): Pixels {
  const data = new Uint8ClampedArray(4 * rect.width * rect.height)
  let at = 0
  readBands(bitmap, rect, rows => { data.set(rows, at); at += rows.length })
  return { width: rect.width, height: rect.height, data }
}

/** The rectangle (whole source pixels) reduced by `scale`, or as it is where `scale` is 1 or more. */
export function readPatch(bitmap: ImageBitmap, rect: Rect, scale: number): Patch {
  if (scale >= 1) return { pixels: readPixels(bitmap, rect), x: rect.x, y: rect.y, scale: 1 }
  const reducer = new AreaReducer(rect.width, rect.height, Math.max(1, Math.round(rect.width * scale)), Math.max(1, Math.round(rect.height * scale)))
  readBands(bitmap, rect, rows => reducer.feed(rows))
  // Rounding to whole pixels changes the scale a little; sideways and downwards by less than a pixel of the patch.
  return { pixels: reducer.pixels(), x: rect.x, y: rect.y, scale: reducer.width / rect.width }
}
