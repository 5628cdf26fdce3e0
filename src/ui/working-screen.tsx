import type { JSX } from 'preact'
import { cancelChecking } from '../state/actions'
import { phase, photo, progress } from '../state/store'
import { ProgressBar } from './common/progress-bar'
import { getPageText } from './text'

export function WorkingScreen(): JSX.Element {
  const text = getPageText()
  const loading = phase.value === 'loading'
  const { value: coming } = progress
  const decoder = coming?.stage === 'heic' && coming.loadedBytes < coming.totalBytes
  return (
    <div class="working">
      <h1 tabIndex={-1}>{text.working}</h1>
      {/* Hidden while the browser can't show the photo; a new URL (a decoded preview) creates a new element. */}
      {photo.value && (
        <img
          key={photo.value.url}
          class="working-photo"
          src={photo.value.url}
          alt={text.photoAlt}
          onError={({ currentTarget }) => {
            currentTarget.hidden = true
          }}
        />
      )}
      <ProgressBar
        loading={loading || decoder ? coming : null}
        stage={text.stage[loading ? 'models' : decoder ? 'heic' : 'checking']!}
      />
      {(loading || decoder) && <p class="quiet">{text.onlyOnce}</p>}
      <button type="button" class="button" onClick={cancelChecking}>
        {text.cancel}
      </button>
    </div>
  )
}
