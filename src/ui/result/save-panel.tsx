import type { JSX } from 'preact'
import { isRehearsalOnly } from '../../contract/profile'
import type { Report } from '../../contract/report'
import { sendClose } from '../../embed/frame/host-messages'
import { addPhotos, reset, saveOpenPhoto, shareOpenPhoto } from '../../state/actions'
import { canShareFile, savingWay } from '../../state/give-file'
import {
  MAX_PHOTOS,
  isSaving,
  locale,
  photos,
  produced,
  profile,
  report,
  saveFailure,
  type ProducedPhoto,
} from '../../state/store'
import type { Failure } from '../../state/page-failure'
import { hasHost, offersFiles } from '../../state/embedding'
import { isFileOnly, summarise } from '../../report/summary'
import { getFailureAdvice } from '../common/failure-panel'
import { SaveIcon, ShareIcon, VerdictIcon } from '../common/icons'
import { ProgressBar } from '../common/progress-bar'
import { ChooseFile } from '../start/file-buttons'
import { getPageText } from '../text'
import { ProducedPhotoCard } from './produced-photo-card'
import { getSchoolText } from '../text/school'
import { NoCropPanel } from './no-crop-panel'
import { NextSteps } from './next-steps'
import { NumberFields } from './number-fields'
import { OriginNote } from './origin-note'

/** Produces the file; shows its properties and the school's next steps. */
export function SavePanel(): JSX.Element | null {
  const text = getPageText()
  const currentReport = report.value
  if (!currentReport) return null
  if (isRehearsalOnly(profile.value)) return <Rehearsal found={currentReport} />
  const made = produced.value
  const { toMend } = summarise(currentReport)
  return (
    <section class="save">
      {made && <ProducedPhotoCard made={made} />}
      {!made && !currentReport.crop && !isFileOnly(currentReport) && <NoCropPanel report={currentReport} />}
      {!made && currentReport.crop && toMend.length > 0 && (
        <p class="caution">
          <VerdictIcon verdict="warn" />
          {text.saveWarn}
        </p>
      )}
      <OriginNote />
      {isSaving.value && <ProgressBar loading={null} stage={text.saving} />}
      {saveFailure.value && <SaveFailure failure={saveFailure.value} />}
      <NumberFields />
      <SaveButtons found={currentReport} />
      {!made && currentReport.crop && <p class="quiet">{text.savePromise}</p>}
      <NextSteps open={made !== null} />
    </section>
  )
}

/** Under a school that takes the photo itself: no file, but where it is shot. */
function Rehearsal({ found }: { found: Report }): JSX.Element {
  const text = getSchoolText()
  return (
    <section class="save" data-rehearsal>
      <p class="caution">
        <VerdictIcon verdict="warn" />
        <span>
          <strong>{text.ownAppOnly}</strong> {profile.value.acceptance?.note?.[locale.value]} {text.rehearsal}
        </span>
      </p>
      <SaveButtons found={found} />
      <NextSteps open />
    </section>
  )
}

function SaveFailure({ failure }: { failure: Failure }): JSX.Element {
  return (
    <div class="failure" role="alert">
      <VerdictIcon verdict="fail" />
      <div class="failure-words">
        <h3>{getPageText().failureTitles[failure.code]}</h3>
        <p>{getFailureAdvice(failure)}</p>
      </div>
    </div>
  )
}

function SaveButtons({ found }: { found: Report }): JSX.Element {
  const text = getPageText()
  const isFine = summarise(found).toMend.length === 0
  const made = produced.value
  // A held picture is saved by holding it; without a crop there is nothing to save.
  const canSave = made ? savingWay.value !== 'hold' : found.crop !== null
  return (
    <div class="buttons">
      {canSave && !isRehearsalOnly(profile.value) && (
        <button
          type="button"
          class="button primary"
          data-action="save"
          disabled={isSaving.value}
          onClick={() => void saveOpenPhoto()}
        >
          <SaveIcon />
          {made ? text.saveAgain : isFine ? text.save : text.saveAnyway}
        </button>
      )}
      {made && <ShareButton made={made} />}
      {photos.value.length < MAX_PHOTOS && offersFiles.value && (
        <ChooseFile
          className="button"
          label={text.result.compareMore}
          onFiles={files => void addPhotos(files)}
          action="add"
        />
      )}
      <button type="button" class="button" data-action="reset" onClick={reset}>
        {text.another}
      </button>
      {hasHost.value && (
        <button type="button" class="button" data-action="done" onClick={sendClose}>
          {text.embed.done}
        </button>
      )}
    </div>
  )
}

function ShareButton({ made }: { made: ProducedPhoto }): JSX.Element | null {
  if (!canShareFile(made.jpeg, made.fileName)) return null
  return (
    <button type="button" class="button" data-action="share" onClick={() => void shareOpenPhoto()}>
      <ShareIcon />
      {getPageText().result.share}
    </button>
  )
}
