import type { Report } from '../../contract/report'
import { drawCrop } from '../result/draw-crop'
import { decoded } from '../result/use-image'

/** px; three columns on a phone of triple density. */
const WIDTH = 330

/**
 * An object URL of the planned crop, small; of the whole photo where no crop can be cut. The large decoded picture is
 * let go at once.
 */
export async function thumbnailOf(url: string, report: Report): Promise<string> {
  const image = await decoded(url)
  const canvas = document.createElement('canvas')
  const { width, height } = report.source
  drawCrop(canvas, image, report, report.crop ?? { x: 0, y: 0, width, height }, WIDTH)
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.85))
  if (!blob) throw new Error('The browser made no thumbnail.')
  return URL.createObjectURL(blob)
}
