import type { JSX } from 'preact'
import { retakePhoto } from '../../state/actions'
import { photo, report } from '../../state/store'
import { CameraIcon } from '../common/icons'
import { words } from '../text'
import { ProfileChoice } from '../start/profile-choice'
import { CheckList } from './check-list'
import { PhotoView } from './photo-view'
import { SavePanel } from './save-panel'
import { VerdictCard } from './verdict-card'

export function ResultScreen(): JSX.Element | null {
  const found = report.value
  if (!found) return null
  return (
    <div class="result">
      <div class="result-photo"><PhotoView /></div>
      <div class="result-words">
        {photo.value?.origin === 'camera' && <JustTaken />}
        <VerdictCard report={found} />
        <SavePanel />
        <ProfileChoice brief />
        <CheckList report={found} />
      </div>
    </div>
  )
}

/** The photo is the camera's: keep it, or take it again. */
function JustTaken(): JSX.Element {
  const text = words().camera
  return (
    <section class="just-taken">
      <p>{text.keepNote}</p>
      <button type="button" class="button" data-action="retake" onClick={() => void retakePhoto()}><CameraIcon />{text.retake}</button>
    </section>
  )
}
