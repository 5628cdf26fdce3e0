import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Report } from '../../contract/report'
import { layers, photo } from '../../state/store'
import { getPageText } from '../text'
import { drawCrop } from './draw-crop'
import { drawGuides } from './guides'
import { OverlayPainter } from './overlay-painter'
import { useImage } from './use-image'
import { getPixelDensity, useElementWidth } from './use-width'

/** Picture width in CSS px below which labels would cover the face. */
const MIN_LABELLED_WIDTH_PX = 220
const NO_LABELS = { headTop: '', eyes: '', width: '' }

/** The planned crop with the school's framing drawn over it. */
export function CropView({ found, crop }: { found: Report; crop: NonNullable<Report['crop']> }): JSX.Element {
  const text = getPageText()
  const canvas = useRef<HTMLCanvasElement>(null)
  const size = useElementWidth(canvas)
  const image = useImage(photo.value?.url)
  const guided = layers.value.has('frame')
  useEffect(() => {
    const element = canvas.current
    if (!image || !element || !size) return
    const dense = getPixelDensity()
    const context = drawCrop(element, image, {
      sourceWidth: found.source.width,
      part: crop,
      width: Math.round(size * dense),
    })
    if (!guided) return
    const scale = size / crop.width
    context.setTransform(scale * dense, 0, 0, scale * dense, -crop.x * scale * dense, -crop.y * scale * dense)
    drawGuides(
      new OverlayPainter(context, scale),
      found,
      crop,
      size < MIN_LABELLED_WIDTH_PX
        ? NO_LABELS
        : { headTop: text.headTopShort, eyes: text.eyesShort, width: text.widthShort },
    )
  }, [image, found, crop, size, guided, text])
  return (
    <figure class="pane" style={{ '--own': crop.width / crop.height }}>
      <div class="photo-frame">
        <canvas ref={canvas} role="img" aria-label={guided ? text.result.cropGuides : text.cropTitle} />
      </div>
      <figcaption>
        {text.result.cropped} <span class="numbers">{text.cropSize(crop.outputWidth, crop.outputHeight)}</span>
      </figcaption>
    </figure>
  )
}
