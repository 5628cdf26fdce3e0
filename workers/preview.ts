import type { Pixels } from '../src/contract/pixels'
import type { Rect } from '../src/contract/space'
import type { Resampler } from '../src/lib/resampler'
import { patchOf } from '../src/sources/photo-pixels'

/** A rectangle of the photo, all of it where null, as a JPEG to look at; reduced where its longer side exceeds `longest` px. */
export function preview(photo: Pixels, rect: Rect | null, longest: number, resampler: Resampler): Promise<Blob> {
  const whole = { x: 0, y: 0, width: photo.width, height: photo.height }
  const { pixels } = patchOf(photo, rect ?? whole, longest / Math.max((rect ?? whole).width, (rect ?? whole).height), resampler)
  const canvas = new OffscreenCanvas(pixels.width, pixels.height)
  canvas.getContext('2d')!.putImageData(new ImageData(new Uint8ClampedArray(pixels.data), pixels.width, pixels.height), 0, 0)
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
}
