import type { JSX, TargetedEvent } from 'preact'
import { profiles } from '../state/checker'
import { locale } from '../state/store'
import { isChanged, isMigrated, isUnsaved, openFile, origin, openProblem, startFrom, undoAll } from './store'
import { getEditorText } from './text'

/** Asks before unsaved changes are lost. */
const confirmReplace = (question: string): boolean => !isUnsaved.value || confirm(question)
export function openInstead(opened: File): void {
  if (confirmReplace(getEditorText().reallyReplace)) void openFile(opened)
}

/** Chooses the profile that the form starts with: one of the bundled ones, an empty one, or a file. */
export function StartPanel(): JSX.Element {
  const text = getEditorText()
  return (
    <section class="card" aria-labelledby="start-title">
      <h2 id="start-title">{text.start}</h2>
      <div class="start-choice">
        <StartSelect />
        <OpenButton />
      </div>
      <p class="quiet">{text.openHint}</p>
      {openProblem.value && (
        <p class="problem" role="alert">
          {text.notOpened[openProblem.value]}
        </p>
      )}
      {isMigrated.value && (
        <p class="note" role="status" data-migrated>
          {text.migrated}
        </p>
      )}
      {isChanged.value && (
        <div>
          <button
            type="button"
            class="link"
            data-action="undo"
            onClick={() => {
              if (confirm(text.reallyUndo)) undoAll()
            }}
          >
            {text.undoAll}
          </button>
        </div>
      )}
    </section>
  )
}

function StartSelect(): JSX.Element {
  const text = getEditorText()
  const { from } = origin.value
  const isOurs = profiles.some(({ id }) => id === from)
  const choose = (event: TargetedEvent<HTMLSelectElement>): void => {
    const { value } = event.currentTarget
    if (confirmReplace(text.reallyReplace)) startFrom(value)
    else event.currentTarget.value = from
  }
  return (
    <label class="field">
      <span>{text.startFrom}</span>
      <select data-action="start-from" value={from} onChange={choose}>
        {!isOurs && from !== '' && (
          <option value={from} selected>
            {text.startOpened(from)}
          </option>
        )}
        {profiles.map(({ id, name }) => (
          <option key={id} value={id} selected={id === from}>
            {name[locale.value]}
          </option>
        ))}
        <option value="" selected={from === ''}>
          {text.startFresh}
        </option>
      </select>
    </label>
  )
}

function OpenButton(): JSX.Element {
  const take = (event: TargetedEvent<HTMLInputElement>): void => {
    const [taken] = event.currentTarget.files ?? []
    if (taken) openInstead(taken)
    event.currentTarget.value = ''
  }
  return (
    <label class="button file-button" data-action="open">
      {getEditorText().open}
      <input type="file" accept=".json,application/json" onChange={take} />
    </label>
  )
}
