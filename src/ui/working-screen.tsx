import type { JSX } from 'preact'
import { cancel } from '../state/actions'
import { phase, photo, progress } from '../state/store'
import { ProgressBar } from './common/progress-bar'
import { words } from './text'

export function WorkingScreen(): JSX.Element {
  const text = words()
  const loading = phase.value === 'loading'
  return (
    <div class="working">
      <h1 tabIndex={-1}>{text.working}</h1>
      {photo.value && <img class="working-photo" src={photo.value.url} alt={text.photoAlt} />}
      <ProgressBar loading={loading ? progress.value : null} stage={text.stage[loading ? 'models' : 'checking']!} />
      {loading && <p class="quiet">{text.onlyOnce}</p>}
      <button type="button" class="button" onClick={cancel}>{text.cancel}</button>
    </div>
  )
}
