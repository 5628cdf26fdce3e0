import type { JSX } from 'preact'
import { locale, photo, profile } from '../../state/store'
import { CameraIcon, VerdictIcon } from '../common/icons'
import { getPageText } from '../text'

/** Next to saving: whether a photo from the page's camera, or the drawn sample, can be submitted. */
export function OriginNote(): JSX.Element | null {
  const { result } = getPageText()
  const refuses = profile.value.refuses.map(name => name[locale.value])
  switch (photo.value?.origin) {
    case 'camera':
      return (
        <div class="origin" data-origin="camera">
          <CameraIcon />
          <div>
            <h2>{result.cameraTitle}</h2>
            <p>{result.cameraRehearsal}</p>
            <p>{result.cameraHelper}</p>
            {refuses.length > 0 && (
              <p class="quiet">
                {result.refusedHere}
                {refuses.join(result.joiner)}
              </p>
            )}
          </div>
        </div>
      )
    case 'sample':
      return (
        <div class="origin" data-origin="sample">
          <VerdictIcon verdict="warn" />
          <div>
            <h2>{result.sampleTitle}</h2>
            <p>{result.sampleNote}</p>
          </div>
        </div>
      )
    default:
      return null
  }
}
