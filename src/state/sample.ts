import { drawPortrait } from '../drawn'

/** Large enough for every profile's file. */
const SAMPLE_WIDTH_PX = 1500
const SAMPLE_HEIGHT_PX = 2000

/** A drawn portrait as a sample photo, for users who have none at hand; it shows no real person. */
export async function drawSample(): Promise<File> {
  return encodeSampleJpeg(
    await renderSvg(
      drawPortrait({ width: SAMPLE_WIDTH_PX, height: SAMPLE_HEIGHT_PX }),
      SAMPLE_WIDTH_PX,
      SAMPLE_HEIGHT_PX,
    ),
  )
}

/** Renders SVG text at `width` x `height` px. */
export async function renderSvg(svg: string, width: number, height: number): Promise<HTMLCanvasElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image(width, height)
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    canvas.getContext('2d')!.drawImage(image, 0, 0, width, height)
    return canvas
  } finally {
    URL.revokeObjectURL(url)
  }
}

export async function encodeSampleJpeg(canvas: HTMLCanvasElement): Promise<File> {
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.95))
  if (!blob) throw new Error('The browser made no JPEG of the sample.')
  return new File([blob], 'sample.jpg', { type: 'image/jpeg' })
}
