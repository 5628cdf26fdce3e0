import type { Report } from '../../contract/report'
import type { Rect } from '../../contract/space'

/** Draws a part of the photo, in source pixels, over the whole canvas, made `width` pixels wide. */
export function drawCrop(
  canvas: HTMLCanvasElement,
  image: HTMLImageElement,
  { source }: Report,
  part: Rect,
  width: number,
): CanvasRenderingContext2D {
  canvas.width = width
  canvas.height = Math.round((width * part.height) / part.width)
  const context = canvas.getContext('2d')!
  context.imageSmoothingQuality = 'high'
  // The decoded picture may have been reduced by the browser; the part is in the photo's own pixels.
  const fit = image.naturalWidth / source.width
  context.drawImage(
    image,
    part.x * fit,
    part.y * fit,
    part.width * fit,
    part.height * fit,
    0,
    0,
    canvas.width,
    canvas.height,
  )
  return context
}
