import type { Rect } from '../../contract/space'

export interface CropDrawing {
  /** Width of the photo in its own pixels. */
  readonly sourceWidth: number
  /** In the photo's own pixels. */
  readonly part: Rect
  /** Width that the canvas gets, in pixels. */
  readonly width: number
}

/** Draws a part of the photo over the whole canvas. */
export function drawCrop(
  canvas: HTMLCanvasElement,
  image: HTMLImageElement,
  { sourceWidth, part, width }: CropDrawing,
): CanvasRenderingContext2D {
  canvas.width = width
  canvas.height = Math.round((width * part.height) / part.width)
  const context = canvas.getContext('2d')!
  context.imageSmoothingQuality = 'high'
  // The browser may have reduced the decoded picture.
  const fit = image.naturalWidth / sourceWidth
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
