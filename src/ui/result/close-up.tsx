import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Check } from '../../contract/report'
import { photo, report } from '../../state/store'
import { getPageText } from '../text'
import { drawRegions } from './overlay'
import { getBounds, OverlayPainter } from './overlay-painter'
import { useImage } from './use-image'

const WIDTH_PX = 320
const HEIGHT_PX = 200

/** Enlarged view of the photo around the check's regions, so that the user need not scroll up to the photo. */
export function CloseUp({ check }: { check: Check }): JSX.Element {
  const text = getPageText()
  const canvas = useRef<HTMLCanvasElement>(null)
  const image = useImage(photo.value?.url)
  useEffect(() => {
    const element = canvas.current
    const currentReport = report.value
    if (!image || !element || !currentReport) return
    const bounds = getBounds(check.regions)
    const margin = 0.6 * Math.max(bounds.width, bounds.height) + currentReport.source.width * 0.02
    const scale = Math.min(WIDTH_PX / (bounds.width + 2 * margin), HEIGHT_PX / (bounds.height + 2 * margin))
    const dense = Math.min(devicePixelRatio, 3)
    element.width = WIDTH_PX * dense
    element.height = HEIGHT_PX * dense
    const context = element.getContext('2d')!
    const left = bounds.x + bounds.width / 2 - WIDTH_PX / scale / 2
    const top = bounds.y + bounds.height / 2 - HEIGHT_PX / scale / 2
    context.setTransform(scale * dense, 0, 0, scale * dense, -left * scale * dense, -top * scale * dense)
    context.imageSmoothingQuality = 'high'
    context.drawImage(image, 0, 0, currentReport.source.width, currentReport.source.height)
    drawRegions(new OverlayPainter(context, scale), check)
  }, [image, check])
  return (
    <figure class="close-up">
      <canvas ref={canvas} role="img" aria-label={text.closeUp} />
      <figcaption class="quiet">{text.closeUp}</figcaption>
    </figure>
  )
}
