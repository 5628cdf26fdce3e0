import type { Pixels } from '../src/contract/pixels'
import type { Rect } from '../src/contract/space'
import type { Resampler } from '../src/lib/resampler'
import { cutPatch } from '../src/sources/photo-pixels'

/** A JPEG preview of a rectangle of the photo (null: all of it), downscaled if its longer side exceeds `longest` px. */
export function createPreview(photo: Pixels, rect: Rect | null, longest: number, resampler: Resampler): Promise<Blob> {
  const area = rect ?? { x: 0, y: 0, width: photo.width, height: photo.height }
  return encodePicture(cutPatch(photo, area, longest / Math.max(area.width, area.height), resampler).pixels, {
    type: 'image/jpeg',
    quality: 0.9,
  })
}

/** Encodes pixels with the browser's encoder, for previews and stills; produced files use JpegEncoder. */
export function encodePicture({ width, height, data }: Pixels, options: ImageEncodeOptions): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext('2d')!.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0)
  return canvas.convertToBlob(options)
}
