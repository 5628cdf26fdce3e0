import { signal } from '@preact/signals'
import type { JSX, RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Acceptance, BatchRow } from '../../contract/batch'
import { acceptRow } from '../../state/batch/actions'
import { locale } from '../../state/store'
import { EyeIcon } from '../common/icons'
import { getBatchText } from '../text/batch'

/** The last reason entered; consecutive photos often share one. */
const lastNote = signal('')

/** A person accepts the photo despite its checks, with a reason; the acceptance can be withdrawn. */
export function AcceptPanel({ row, note }: { row: BatchRow; note: RefObject<HTMLInputElement | null> }): JSX.Element {
  // State of this component, so that the reason survives withdrawing an acceptance.
  const [draft, setDraft] = useState(lastNote.value)
  const wasAccepted = useRef(row.acceptance !== null)
  useEffect(() => {
    wasAccepted.current = row.acceptance !== null
  })
  if (row.acceptance) return <AcceptedNote id={row.id} acceptance={row.acceptance} isNew={!wasAccepted.current} />
  return <AcceptForm id={row.id} note={note} draft={draft} onWrite={setDraft} />
}

interface AcceptedNoteProps {
  readonly id: number
  readonly acceptance: Acceptance
  /** Accepted just now: the form that had the focus is gone. */
  readonly isNew: boolean
}

function AcceptedNote({ id, acceptance, isNew }: AcceptedNoteProps): JSX.Element {
  const text = getBatchText()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isNew) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <section class="accept is-accepted">
      <EyeIcon />
      <div>
        <h2 ref={heading} tabIndex={-1}>
          {text.acceptTitle}
        </h2>
        <p>{acceptance.note}</p>
        <p class="quiet">{text.acceptedOn(formatDate(acceptance.at))}</p>
      </div>
      <button type="button" class="button small" data-action="take-back" onClick={() => acceptRow(id, null)}>
        {text.takeBack}
      </button>
    </section>
  )
}

interface AcceptFormProps {
  readonly id: number
  readonly note: RefObject<HTMLInputElement | null>
  readonly draft: string
  readonly onWrite: (draft: string) => void
}

function AcceptForm({ id, note, draft, onWrite }: AcceptFormProps): JSX.Element {
  const text = getBatchText()
  const save = (event: Event): void => {
    event.preventDefault()
    const reason = draft.trim()
    if (!reason) return
    lastNote.value = reason
    acceptRow(id, reason)
  }
  return (
    <section class="accept">
      <EyeIcon />
      <form onSubmit={save}>
        <h2>{text.acceptTitle}</h2>
        <p class="quiet">{text.acceptLead}</p>
        <div class="accept-line">
          <label class="small-field">
            <span>{text.note}</span>
            <input
              ref={note}
              type="text"
              required
              maxLength={200}
              autocomplete="off"
              value={draft}
              onInput={event => onWrite(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="button small" data-action="accept">
            {text.acceptNow}
          </button>
        </div>
        <NoteSuggestions note={note} onWrite={onWrite} />
      </form>
    </section>
  )
}

function NoteSuggestions({ note, onWrite }: Pick<AcceptFormProps, 'note' | 'onWrite'>): JSX.Element {
  const choose = (suggestion: string): void => {
    onWrite(suggestion)
    note.current?.focus()
  }
  return (
    <div class="chips">
      {getBatchText().notes.map(suggestion => (
        <button key={suggestion} type="button" class="chip" onClick={() => choose(suggestion)}>
          {suggestion}
        </button>
      ))}
    </div>
  )
}

const formatDate = (at: string): string =>
  new Date(at).toLocaleString(locale.value, { dateStyle: 'medium', timeStyle: 'short' })
