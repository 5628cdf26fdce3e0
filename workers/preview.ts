import type { Pixels } from '../src/contract/pixels'
import type { Rect } from '../src/contract/space'
import type { Resampler } from '../src/lib/resampler'
import { cutPatch } from '../src/sources/photo-pixels'

/**
 * A rectangle of the photo, all of it where null, as a JPEG to look at; reduced where its longer side exceeds
 * `longest` px.
 */
export function createPreview(photo: Pixels, rect: Rect | null, longest: number, resampler: Resampler): Promise<Blob> {
  const shown = rect ?? { x: 0, y: 0, width: photo.width, height: photo.height }
  return encodePicture(cutPatch(photo, shown, longest / Math.max(shown.width, shown.height), resampler).pixels, {
    type: 'image/jpeg',
    quality: 0.9,
  })
}

/** Pixels as a file of the browser's own making: to look at or to pass on, not to deliver. */
export function encodePicture({ width, height, data }: Pixels, options: ImageEncodeOptions): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext('2d')!.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0)
  return canvas.convertToBlob(options)
}
