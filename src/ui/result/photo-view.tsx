import { useSignalEffect } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Report } from '../../contract/report'
import { layers, photo, report, selectedCheckId } from '../../state/store'
import { getPageText } from '../text'
import { drawOverlay } from './overlay'
import { OverlayPainter } from './overlay-painter'
import { getPixelDensity, useElementWidth } from './use-width'

/** The photo with its overlay. */
export function PhotoView({ found }: { found: Report }): JSX.Element | null {
  const text = getPageText()
  const canvas = useRef<HTMLCanvasElement>(null)
  const size = useElementWidth(canvas)
  useEffect(() => draw(), [size])
  useSignalEffect(() => draw())

  function draw(): void {
    const currentReport = report.value
    const element = canvas.current
    const visibleLayers = layers.value
    const selected = selectedCheckId.value
    if (!currentReport || !element) return
    const width = element.clientWidth
    const density = getPixelDensity()
    const scale = width / currentReport.source.width
    element.width = Math.round(width * density)
    element.height = Math.round((width * density * currentReport.source.height) / currentReport.source.width)
    const context = element.getContext('2d')!
    context.setTransform(scale * density, 0, 0, scale * density, 0, 0)
    const selectedCheck = currentReport.checks.find(({ id }) => id === selected)
    drawOverlay(new OverlayPainter(context, scale), currentReport, visibleLayers, selectedCheck)
  }

  if (!photo.value) return null
  const { width, height } = found.source
  return (
    <figure class="pane" style={{ '--own': width / height }}>
      <div class="photo-frame">
        <img src={photo.value.url} alt={text.photoAlt} width={width} height={height} />
        <canvas ref={canvas} aria-hidden="true" />
        {photo.value.origin === 'sample' && <span class="sample-badge">{text.sampleBadge}</span>}
      </div>
      <figcaption>{text.result.original}</figcaption>
    </figure>
  )
}
