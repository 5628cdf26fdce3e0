import type { Report } from '../../contract/report'
import type { Layer } from '../../state/store'
import type { Picture } from '../../report-file/content'
import { getPageText } from '../text'
import { drawCrop } from './draw-crop'
import { drawGuides } from './guides'
import { selectLayerChecks, drawOverlay } from './overlay'
import { OverlayPainter } from './overlay-painter'
import { decodeImage } from './use-image'

/** Longer side of the photo in a report, px: enough for half an A4 page at 300 dpi, and small to send. */
const MAX_SIDE_PX = 1000
const CROP_WIDTH_PX = 480
/** Display width of the photo on the page, px: determines the size of the marks. */
const SHOWN_WIDTH_PX = 400
const ALL_LAYERS: ReadonlySet<Layer> = new Set(['outlines', 'frame', 'lighting', 'background'])

/** The photo with all marks and the crop with its guides, as data: URLs; empty if the browser can't show the photo. */
export async function drawReportPictures(url: string, report: Report): Promise<Picture[]> {
  const image = await decodeImage(url).catch(() => null)
  if (!image) return []
  const text = getPageText()
  const { source, crop } = report
  const canvas = document.createElement('canvas')
  const width = Math.round(source.width * Math.min(1, MAX_SIDE_PX / Math.max(source.width, source.height)))
  const context = drawCrop(canvas, image, {
    sourceWidth: source.width,
    part: { x: 0, y: 0, width: source.width, height: source.height },
    width,
  })
  const scale = width / source.width
  context.setTransform(scale, 0, 0, scale, 0, 0)
  // Lighting and background maps only for checks that are not passed: on paper they can't be switched off.
  const outlineChecks = selectLayerChecks('outlines', report)
  const visibleChecks = report.checks.filter(check => check.verdict !== 'pass' || outlineChecks.includes(check))
  const pen = new OverlayPainter(context, (scale * SHOWN_WIDTH_PX) / width)
  drawOverlay(pen, { ...report, checks: visibleChecks }, ALL_LAYERS, undefined)
  const pictures = [{ src: canvas.toDataURL('image/jpeg', 0.85), caption: text.report.picture }]
  if (crop) {
    const cropContext = drawCrop(canvas, image, { sourceWidth: source.width, part: crop, width: CROP_WIDTH_PX })
    const cropScale = CROP_WIDTH_PX / crop.width
    cropContext.setTransform(cropScale, 0, 0, cropScale, -crop.x * cropScale, -crop.y * cropScale)
    drawGuides(new OverlayPainter(cropContext, (cropScale * SHOWN_WIDTH_PX) / CROP_WIDTH_PX), report, crop, {
      headTop: text.headTopShort,
      eyes: text.eyesShort,
      width: text.widthShort,
    })
    pictures.push({
      src: canvas.toDataURL('image/jpeg', 0.88),
      caption: text.report.crop(crop.outputWidth, crop.outputHeight),
    })
  }
  return pictures
}
