import type { Report } from '../../contract/report'
import { drawCrop } from '../result/draw-crop'
import { decodeImage } from '../result/use-image'

/** px; three columns on a phone at device pixel ratio 3. */
const THUMBNAIL_WIDTH_PX = 330

/** Object URL of a thumbnail of the planned crop, or of the whole photo if there is none. */
export async function createThumbnailUrl(url: string, report: Report): Promise<string> {
  const image = await decodeImage(url)
  const canvas = document.createElement('canvas')
  const { width, height } = report.source
  const part = report.crop ?? { x: 0, y: 0, width, height }
  drawCrop(canvas, image, { sourceWidth: width, part, width: THUMBNAIL_WIDTH_PX })
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.85))
  if (!blob) throw new Error('The browser made no thumbnail.')
  return URL.createObjectURL(blob)
}
