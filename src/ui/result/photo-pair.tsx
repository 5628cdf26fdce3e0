import type { JSX } from 'preact'
import type { Report } from '../../contract/report'
import { isFileOnly } from '../../report/summary'
import { toggleLayer } from '../../state/actions'
import { layers, report, type Layer } from '../../state/store'
import { getPageText } from '../text'
import { CropView } from './crop-view'
import { selectLayerChecks } from './overlay'
import { PhotoView } from './photo-view'

const ALL_LAYERS: readonly Layer[] = ['outlines', 'frame', 'lighting', 'background']

/** The original with its overlay and the planned crop, at equal height: side by side, or in a scrolling strip. */
export function PhotoPair(): JSX.Element | null {
  const text = getPageText()
  const currentReport = report.value
  if (!currentReport) return null
  const { source, crop } = currentReport
  const original = source.width / source.height
  const cropped = crop ? crop.width / crop.height : 0
  return (
    <section class="photo-view" aria-label={text.photoWith}>
      <div class={crop ? 'pair' : 'pair alone'} style={{ '--original': original, '--both': original + cropped }}>
        {/* A scrolling strip must be reachable by keyboard. */}
        <div class="pair-strip" role="group" aria-label={text.result.pairLabel} tabIndex={0}>
          <PhotoView found={currentReport} />
          {crop && <CropView found={currentReport} crop={crop} />}
        </div>
      </div>
      <LayerChoice />
      {!isFileOnly(currentReport) &&
        ALL_LAYERS.filter(layer => layers.value.has(layer)).map(layer => (
          <EmptyLayerNote key={layer} layer={layer} found={currentReport} />
        ))}
    </section>
  )
}

function LayerChoice(): JSX.Element {
  const text = getPageText()
  return (
    <div class="chips" role="group" aria-label={text.layersLabel}>
      {ALL_LAYERS.map(layer => (
        <button
          key={layer}
          type="button"
          class={`chip chip-${layer}`}
          aria-pressed={layers.value.has(layer)}
          onClick={() => toggleLayer(layer)}
        >
          {text.layer[layer]}
        </button>
      ))}
    </div>
  )
}

/** Note that an active layer has nothing to show. */
function EmptyLayerNote({ layer, found }: { layer: Layer; found: Report }): JSX.Element | null {
  const text = getPageText()
  const note =
    layer === 'frame'
      ? found.crop === null && text.layerNoFrame
      : selectLayerChecks(layer, found).length === 0 && text.layerEmpty(text.layer[layer])
  return note ? <p class="quiet layer-note">{note}</p> : null
}
