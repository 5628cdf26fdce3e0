import type { JSX } from 'preact'
import { toggleLayer } from '../../state/actions'
import { layers, report, type Layer } from '../../state/store'
import { getPageText } from '../text'
import { CropView } from './crop-view'
import { selectLayerChecks } from './overlay'
import { PhotoView } from './photo-view'

const ALL_LAYERS: readonly Layer[] = ['outlines', 'frame', 'lighting', 'background']

/**
 * The original with its marks and the planned crop, equally tall: side by side where there is room, else a strip to
 * swipe.
 */
export function PhotoPair(): JSX.Element | null {
  const text = getPageText()
  const found = report.value
  if (!found) return null
  const { source, crop } = found
  const original = source.width / source.height,
    cropped = crop ? crop.width / crop.height : 0
  return (
    <section class="photo-view" aria-label={text.photoWith}>
      <div class={crop ? 'pair' : 'pair alone'} style={{ '--original': original, '--both': original + cropped }}>
        {/* A strip that scrolls must be reachable by keyboard. */}
        <div class="pair-strip" role="group" aria-label={text.result.pairLabel} tabIndex={0}>
          <PhotoView found={found} />
          {crop && <CropView found={found} crop={crop} />}
        </div>
      </div>
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
      {ALL_LAYERS.filter(layer => layers.value.has(layer)).map(layer => {
        const nothing =
          layer === 'frame'
            ? crop === null && text.layerNoFrame
            : selectLayerChecks(layer, found).length === 0 && text.layerEmpty(text.layer[layer])
        return (
          nothing && (
            <p key={layer} class="quiet layer-note">
              {nothing}
            </p>
          )
        )
      })}
    </section>
  )
}
