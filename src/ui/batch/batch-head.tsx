import type { JSX } from 'preact'
import { cancel, closeBatch, pause, removeRows, resume, retryFailed } from '../../state/batch/actions'
import { counts, isUnsaved, rows, run } from '../../state/batch/store'
import { getFailureAdvice } from '../common/failure-panel'
import { BackIcon, CloseIcon, PauseIcon, PlayIcon, StopIcon, SwitchIcon, VerdictIcon } from '../common/icons'
import { getPageText } from '../text'
import { getBatchText } from '../text/batch'
import { AddFiles, AddFolder } from './add-buttons'
import { BatchProgress } from './batch-progress'
import { askToConfirm } from './confirm-dialog'
import { ImportNote } from './import-note'
import { SchoolChoice } from './school-choice'

/** The back button and the screen's title. */
export function BatchTitle(): JSX.Element {
  const text = getBatchText()
  const { total } = counts.value
  const leave = (): void => {
    if (isUnsaved.value)
      askToConfirm({ title: text.ask.leave, note: text.ask.unsaved, yes: text.ask.leaveYes, act: closeBatch })
    else closeBatch()
  }
  return (
    <div class="batch-title">
      <button type="button" class="link back" data-action="close-batch" onClick={leave}>
        <BackIcon />
        {text.back}
      </button>
      <h1 tabIndex={-1}>
        {text.title}
        {total > 0 && <span class="batch-total numbers">{text.count(total)}</span>}
      </h1>
      {total > 0 && <SchoolChoice />}
    </div>
  )
}

export function BatchHead(): JSX.Element {
  const text = getBatchText()
  const { failed } = counts.value
  const clear = (): void => {
    const act = (): void => {
      cancel()
      removeRows(new Set(rows.value.map(({ id }) => id)))
    }
    askToConfirm({
      title: text.ask.clear,
      note: isUnsaved.value ? `${text.ask.unsaved}${text.ask.clearNote}` : text.ask.clearNote,
      yes: text.ask.clearYes,
      act,
    })
  }
  return (
    <section class="batch-head" aria-label={text.progress}>
      <BatchProgress />
      <div class="buttons">
        <RunButtons />
        <AddFiles label={text.addFiles} />
        <AddFolder label={text.addFolder} />
        {failed > 0 && (
          <button type="button" class="button small" data-action="retry-failed" onClick={() => retryFailed()}>
            <SwitchIcon />
            {text.retryFailed(failed)}
          </button>
        )}
        <button type="button" class="button small" data-action="clear" onClick={clear}>
          <CloseIcon />
          {text.clear}
        </button>
      </div>
      <ImportNote />
      <RunFailure />
    </section>
  )
}

function RunButtons(): JSX.Element {
  const text = getBatchText()
  const { phase } = run.value
  const { waiting } = counts.value
  const isOn = phase === 'running' || phase === 'loading'
  return (
    <>
      {isOn && (
        <button type="button" class="button small" data-action="pause" onClick={pause}>
          <PauseIcon />
          {text.pause}
        </button>
      )}
      {!isOn && phase !== 'pausing' && waiting > 0 && (
        <button type="button" class="button small primary" data-action="resume" onClick={resume}>
          <PlayIcon />
          {text.resume}
        </button>
      )}
      {(isOn || phase === 'pausing') && (
        <button type="button" class="button small" data-action="cancel" onClick={cancel}>
          <StopIcon />
          {text.cancel}
        </button>
      )}
    </>
  )
}

/** Why checking is impossible, and what to do. */
function RunFailure(): JSX.Element | null {
  const { failure } = run.value
  if (!failure) return null
  return (
    <div class="failure" role="alert">
      <VerdictIcon verdict="fail" />
      <div class="failure-words">
        <h2>{getPageText().failureTitles[failure.code]}</h2>
        <p>{getFailureAdvice(failure)}</p>
        {failure.detail && (
          <p class="quiet">
            <code>{failure.detail}</code>
          </p>
        )}
        <div class="buttons">
          <button type="button" class="button" onClick={resume}>
            {getPageText().retry}
          </button>
        </div>
      </div>
    </div>
  )
}
