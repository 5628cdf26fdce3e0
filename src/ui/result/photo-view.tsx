import { useSignalEffect } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { toggleLayer } from '../../state/actions'
import { layers, photo, report, selectedCheck, type Layer } from '../../state/store'
import { words } from '../text'
import { checksOf, drawOverlay } from './overlay'

const LAYERS: readonly Layer[] = ['outlines', 'frame', 'lighting', 'background']

/** The photo with what was seen drawn on it, and what to show chosen below. */
export function PhotoView(): JSX.Element | null {
  const text = words()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [size, setSize] = useState(0)
  const found = report.value
  useEffect(() => {
    if (!canvas.current) return
    const observer = new ResizeObserver(([entry]) => setSize(entry!.contentRect.width))
    observer.observe(canvas.current)
    return () => observer.disconnect()
  }, [])
  const labels = { headTop: text.headTopShort, eyes: text.eyesShort, width: text.widthShort }
  useEffect(() => draw(), [size, text])
  useSignalEffect(() => draw())

  function draw(): void {
    const seen = report.value, element = canvas.current
    const shown = layers.value, selected = selectedCheck.value
    if (!seen || !element) return
    const width = element.clientWidth, dense = Math.min(devicePixelRatio, 3)
    const scale = width / seen.source.width
    element.width = Math.round(width * dense)
    element.height = Math.round(width * dense * seen.source.height / seen.source.width)
    const context = element.getContext('2d')!
    context.setTransform(scale * dense, 0, 0, scale * dense, 0, 0)
    drawOverlay(context, seen, shown, seen.checks.find(({ id }) => id === selected), scale, labels)
  }

  if (!found || !photo.value) return null
  const { width, height } = found.source
  return (
    <section class="photo-view" aria-label={text.photoWith}>
      <div class="photo-frame" style={{ aspectRatio: `${width} / ${height}`, '--ratio': width / height }}>
        <img src={photo.value.url} alt={text.photoAlt} width={width} height={height} />
        <canvas ref={canvas} aria-hidden="true" />
        {photo.value.origin === 'sample' && <span class="sample-badge">{text.sampleBadge}</span>}
      </div>
      <div class="chips" role="group" aria-label={text.layersLabel}>
        {LAYERS.map(layer => (
          <button key={layer} type="button" class={`chip chip-${layer}`} aria-pressed={layers.value.has(layer)} onClick={() => toggleLayer(layer)}>{text.layer[layer]}</button>
        ))}
      </div>
      {LAYERS.filter(layer => layers.value.has(layer)).map(layer => {
        const nothing = layer === 'frame' ? found.crop === null && text.layerNoFrame : checksOf(layer, found).length === 0 && text.layerEmpty(text.layer[layer])
        return nothing && <p key={layer} class="quiet layer-note">{nothing}</p>
      })}
    </section>
  )
}
