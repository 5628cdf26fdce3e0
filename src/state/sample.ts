import { drawPortrait } from '../drawn'

/** Large enough for every profile's file. */
const WIDTH = 1500
const HEIGHT = 2000

/** A drawn portrait as a photo: for who has none at hand. No one's face. */
export async function drawnSample(): Promise<File> {
  const svg = drawPortrait({ width: WIDTH, height: HEIGHT })
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image(WIDTH, HEIGHT)
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = WIDTH
    canvas.height = HEIGHT
    canvas.getContext('2d')!.drawImage(image, 0, 0, WIDTH, HEIGHT)
    const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.95))
    if (!blob) throw new Error('The browser made no JPEG of the sample.')
    return new File([blob], 'sample.jpg', { type: 'image/jpeg' })
  } finally { URL.revokeObjectURL(url) }
}
