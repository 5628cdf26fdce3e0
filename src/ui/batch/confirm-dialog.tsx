import { signal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { getBatchText } from '../text/batch'

interface Question {
  readonly title: string
  readonly note: string
  readonly yes: string
  act(): void
}

const openQuestion = signal<Question | null>(null)

/** Asks for confirmation of an action that can't be undone. */
export function askToConfirm(question: Question): void {
  openQuestion.value = question
}

/** Rendered once and shared by all questions, so that the browser restores the focus when it closes. */
export function ConfirmDialog(): JSX.Element {
  const question = openQuestion.value
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (question) dialog.current?.showModal()
    else dialog.current?.close()
  }, [question])
  const answer = (isYes: boolean): void => {
    openQuestion.value = null
    dialog.current?.close()
    if (isYes) question?.act()
  }
  return (
    <dialog
      class="confirm"
      ref={dialog}
      aria-labelledby="confirm-title"
      onClose={() => {
        openQuestion.value = null
      }}
    >
      {question && (
        <>
          <h2 id="confirm-title">{question.title}</h2>
          <p>{question.note}</p>
          <div class="buttons">
            <button type="button" class="button" onClick={() => answer(false)}>
              {getBatchText().ask.no}
            </button>
            <button type="button" class="button primary" data-action="confirm" onClick={() => answer(true)}>
              {question.yes}
            </button>
          </div>
        </>
      )}
    </dialog>
  )
}
