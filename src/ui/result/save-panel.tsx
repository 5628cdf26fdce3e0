import type { JSX } from 'preact'
import { sendClose } from '../../embed/frame/host-messages'
import { addPhotos, reset, saveOpenPhoto } from '../../state/actions'
import { MAX_PHOTOS, produced, report, saveFailure, isSaving, photos } from '../../state/store'
import { hasHost, offersFiles } from '../../state/embedding'
import { summarise } from '../../report/summary'
import { getFailureAdvice } from '../common/failure-panel'
import { SaveIcon, VerdictIcon } from '../common/icons'
import { ProgressBar } from '../common/progress-bar'
import { ChooseFile } from '../start/file-buttons'
import { getPageText } from '../text'
import { ProducedPhotoCard } from './produced-photo-card'
import { NextSteps } from './next-steps'
import { OriginNote } from './origin-note'

/** Makes the file, says what the made file itself is like, and what comes next. */
export function SavePanel(): JSX.Element | null {
  const text = getPageText()
  const found = report.value
  if (!found) return null
  const made = produced.value
  const { toMend } = summarise(found)
  return (
    <section class="save">
      {made && <ProducedPhotoCard made={made} />}
      {!found.crop && (
        <p class="caution">
          <VerdictIcon verdict="warn" />
          {text.fileNoteNoCrop}
        </p>
      )}
      {!made && found.crop && toMend.length > 0 && (
        <p class="caution">
          <VerdictIcon verdict="warn" />
          {text.saveWarn}
        </p>
      )}
      <OriginNote />
      {isSaving.value && <ProgressBar loading={null} stage={text.saving} />}
      {saveFailure.value && (
        <div class="failure" role="alert">
          <VerdictIcon verdict="fail" />
          <div class="failure-words">
            <h3>{text.failureTitles[saveFailure.value.code]}</h3>
            <p>{getFailureAdvice(saveFailure.value)}</p>
          </div>
        </div>
      )}
      <div class="buttons">
        <button
          type="button"
          class="button primary"
          data-action="save"
          disabled={isSaving.value || !found.crop}
          onClick={() => void saveOpenPhoto()}
        >
          <SaveIcon />
          {made ? text.saveAgain : toMend.length ? text.saveAnyway : text.save}
        </button>
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
      {!made && found.crop && <p class="quiet">{text.savePromise}</p>}
      <NextSteps open={made !== null} />
    </section>
  )
}
