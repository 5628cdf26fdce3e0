import type { JSX } from 'preact'
import { showComparison, retakePhoto } from '../../state/actions'
import { photo, report, photos } from '../../state/store'
import { BackIcon, CameraIcon } from '../common/icons'
import { ProfileChoice } from '../start/profile-choice'
import { getPageText } from '../text'
import { CheckList } from './check-list'
import { PhotoPair } from './photo-pair'
import { ReportPanel } from './report-panel'
import { SavePanel } from './save-panel'
import { VerdictCard } from './verdict-card'

export function ResultScreen(): JSX.Element | null {
  const currentReport = report.value
  if (!currentReport) return null
  return (
    <div class="result">
      {photos.value.length > 1 && (
        <button type="button" class="link back" data-action="compare" onClick={showComparison}>
          <BackIcon />
          {getPageText().result.backToAll(photos.value.length)}
        </button>
      )}
      <div class="result-photo">
        <PhotoPair />
      </div>
      <div class="result-words">
        <VerdictCard report={currentReport} />
        {photo.value?.origin === 'camera' && <JustTaken />}
        <SavePanel />
        <CheckList report={currentReport} />
        <ReportPanel found={currentReport} />
        <ProfileChoice brief />
      </div>
    </div>
  )
}

/** For a photo from the page's camera: keep it, or take it again. */
function JustTaken(): JSX.Element {
  const text = getPageText().camera
  return (
    <section class="just-taken">
      <p>{text.keepNote}</p>
      <button type="button" class="button" data-action="retake" onClick={() => void retakePhoto()}>
        <CameraIcon />
        {text.retake}
      </button>
    </section>
  )
}
