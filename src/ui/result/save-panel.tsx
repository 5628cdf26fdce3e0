import type { JSX } from 'preact'
import { sayDone } from '../../embed/frame/frame'
import { addPhotos, reset, save } from '../../state/actions'
import { MOST_SHOTS, produced, report, saveFailure, saving, photos } from '../../state/store'
import { isHostThere, offersFiles } from '../../state/embedding'
import { summarise } from '../../report/summary'
import { failureAdvice } from '../common/failure-panel'
import { SaveIcon, VerdictIcon } from '../common/icons'
import { ProgressBar } from '../common/progress-bar'
import { ChooseFile } from '../start/file-buttons'
import { words } from '../text'
import { MadeFile } from './made-file'
import { NextSteps } from './next-steps'
import { OriginNote } from './origin-note'

/** Makes the file, says what the made file itself is like, and what comes next. */
export function SavePanel(): JSX.Element | null {
  const text = words()
  const found = report.value
  if (!found) return null
  const made = produced.value
  const { toMend } = summarise(found)
  return (
    <section class="save">
      {made && <MadeFile made={made} />}
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
      {saving.value && <ProgressBar loading={null} stage={text.saving} />}
      {saveFailure.value && (
        <div class="failure" role="alert">
          <VerdictIcon verdict="fail" />
          <div class="failure-words">
            <h3>{text.trouble[saveFailure.value.code]}</h3>
            <p>{failureAdvice(saveFailure.value)}</p>
          </div>
        </div>
      )}
      <div class="buttons">
        <button
          type="button"
          class="button primary"
          data-action="save"
          disabled={saving.value || !found.crop}
          onClick={() => void save()}
        >
          <SaveIcon />
          {made ? text.saveAgain : toMend.length ? text.saveAnyway : text.save}
        </button>
        {photos.value.length < MOST_SHOTS && offersFiles.value && (
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
        {isHostThere.value && (
          <button type="button" class="button" data-action="done" onClick={sayDone}>
            {text.embed.done}
          </button>
        )}
      </div>
      {!made && found.crop && <p class="quiet">{text.savePromise}</p>}
      <NextSteps open={made !== null} />
    </section>
  )
}
