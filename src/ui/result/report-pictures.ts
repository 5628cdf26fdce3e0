import type { Report } from '../../contract/report'
import type { Layer } from '../../state/store'
import type { Picture } from '../../report-file/content'
import { words } from '../text'
import { drawCrop } from './draw-crop'
import { drawGuides } from './guides'
import { checksOf, drawOverlay } from './overlay'
import { decoded } from './use-image'

/** Longer side of the photo in a report, px: enough for half an A4 page at 300 dpi, small enough to send. */
const LONGEST = 1000
const CROP_WIDTH = 480
/** As if the report's photo stood about this wide on a page, px: the marks' size. */
const SHOWN = 400
const LAYERS: ReadonlySet<Layer> = new Set(['outlines', 'frame', 'lighting', 'background'])

/**
 * The photo with every mark and the crop with its guide lines, as data: URLs. None where the browser can't show the
 * photo.
 */
export async function reportPictures(url: string, report: Report): Promise<Picture[]> {
  const image = await decoded(url).catch(() => null)
  if (!image) return []
  const text = words()
  const { source, crop } = report
  const canvas = document.createElement('canvas')
  const width = Math.round(source.width * Math.min(1, LONGEST / Math.max(source.width, source.height)))
  const context = drawCrop(canvas, image, report, { x: 0, y: 0, width: source.width, height: source.height }, width)
  const scale = width / source.width
  context.setTransform(scale, 0, 0, scale, 0, 0)
  // Maps of light and wall only where something is wrong: on paper nobody can take them off the face again.
  const outlined = checksOf('outlines', report)
  const marked = report.checks.filter(check => check.verdict !== 'pass' || outlined.includes(check))
  drawOverlay(context, { ...report, checks: marked }, LAYERS, undefined, (scale * SHOWN) / width)
  const pictures = [{ src: canvas.toDataURL('image/jpeg', 0.85), caption: text.report.picture }]
  if (crop) {
    const guided = drawCrop(canvas, image, report, crop, CROP_WIDTH)
    const fit = CROP_WIDTH / crop.width
    guided.setTransform(fit, 0, 0, fit, -crop.x * fit, -crop.y * fit)
    drawGuides(guided, report, crop, (fit * SHOWN) / CROP_WIDTH, {
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
