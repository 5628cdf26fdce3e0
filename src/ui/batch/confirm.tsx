import { signal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { batchWords } from '../text/batch'

interface Question {
  readonly title: string
  readonly note: string
  readonly yes: string
  act(): void
}

const asked = signal<Question | null>(null)

/** Asks before something that can't be undone. */
export function ask(question: Question): void {
  asked.value = question
}

/** Stands in the page once, for all questions: the browser gives the focus back to where it was. */
export function Confirm(): JSX.Element {
  const question = asked.value
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (question) dialog.current?.showModal()
    else dialog.current?.close()
  }, [question])
  const answer = (isYes: boolean): void => {
    asked.value = null
    dialog.current?.close()
    if (isYes) question?.act()
  }
  return (
    <dialog
      class="confirm"
      ref={dialog}
      aria-labelledby="confirm-title"
      onClose={() => {
        asked.value = null
      }}
    >
      {question && (
        <>
          <h2 id="confirm-title">{question.title}</h2>
          <p>{question.note}</p>
          <div class="buttons">
            <button type="button" class="button" onClick={() => answer(false)}>
              {batchWords().ask.no}
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
