import type { Pixels } from '../src/contract/pixels'
import type { Resampler } from '../src/lib/resampler'
import { patchOf } from '../src/sources/photo-pixels'

/** Enough to fill a phone's or a laptop's screen and to enlarge a detail. */
const LONGEST_SIDE = 2048

/** The whole photo as a JPEG to look at, reduced where it is larger than a screen. */
export function preview(photo: Pixels, resampler: Resampler): Promise<Blob> {
  const { width, height } = photo
  const { pixels } = patchOf(photo, { x: 0, y: 0, width, height }, LONGEST_SIDE / Math.max(width, height), resampler)
  const canvas = new OffscreenCanvas(pixels.width, pixels.height)
  canvas.getContext('2d')!.putImageData(new ImageData(new Uint8ClampedArray(pixels.data), pixels.width, pixels.height), 0, 0)
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
}
