import type { Rect } from '../../contract/space'

export interface CropDrawing {
  /** Width of the photo in source pixels. */
  readonly sourceWidth: number
  /** Area to draw, in source pixels. */
  readonly part: Rect
  /** Width of the canvas in pixels. */
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
  // The browser may have decoded the picture at a reduced size.
  const scale = image.naturalWidth / sourceWidth
  context.drawImage(
    image,
    part.x * scale,
    part.y * scale,
    part.width * scale,
    part.height * scale,
    0,
    0,
    canvas.width,
    canvas.height,
  )
  return context
}
