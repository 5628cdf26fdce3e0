import { PhotoError } from '../contract/failure'
import type { Patch, Pixels } from '../contract/pixels'
import type { Rect } from '../contract/space'
import { buildAreaWeights } from '../lib/resample-weights'
import type { Resampler } from '../lib/resampler'

/** Rows read from a decoded photo at a time: keeps the intermediate canvas under 17 MB for any photo size. */
const BAND_ROWS = 256

/** All pixels of a decoded photo (sRGB, composited on white). Closes the bitmap. */
export function readPixels(bitmap: ImageBitmap): Pixels {
  const { width, height } = bitmap
  try {
    const data = new Uint8ClampedArray(4 * width * height)
    const canvas = new OffscreenCanvas(width, Math.min(BAND_ROWS, height))
    const context = canvas.getContext('2d', { willReadFrequently: true, colorSpace: 'srgb' })
    if (!context) throw new PhotoError('out-of-memory')
    context.fillStyle = '#fff'
    for (let top = 0; top < height; top += BAND_ROWS) {
      const rows = Math.min(BAND_ROWS, height - top)
      context.fillRect(0, 0, width, rows)
      context.drawImage(bitmap, 0, -top)
      data.set(context.getImageData(0, 0, width, rows).data, 4 * width * top)
    }
    return { width, height, data }
  } finally {
    bitmap.close()
  }
}

/** Copies a rectangle (whole pixels). */
export function cutPixels({ width, data }: Pixels, rect: Rect): Pixels {
  const cut = new Uint8ClampedArray(4 * rect.width * rect.height)
  for (let y = 0; y < rect.height; y++) {
    const offset = 4 * ((rect.y + y) * width + rect.x)
    cut.set(data.subarray(offset, offset + 4 * rect.width), 4 * y * rect.width)
  }
  return { width: rect.width, height: rect.height, data: cut }
}

/** The rectangle (whole source pixels) downscaled by `scale`, or unscaled where `scale` is 1 or more. */
export function cutPatch(photo: Pixels, rect: Rect, scale: number, resampler: Resampler): Patch {
  if (scale >= 1) return { pixels: cutPixels(photo, rect), x: rect.x, y: rect.y, scale: 1 }
  const pixels = resampler.reduce(
    photo,
    rect,
    { width: Math.max(1, Math.round(rect.width * scale)), height: Math.max(1, Math.round(rect.height * scale)) },
    buildAreaWeights,
  )
  // Rounding to whole pixels changes the scale slightly; the position error is below one patch pixel.
  return { pixels, x: rect.x, y: rect.y, scale: pixels.width / rect.width }
}
