import { signal } from '@preact/signals'
import type { JSX, RefObject } from 'preact'
import { useState } from 'preact/hooks'
import type { BatchRow } from '../../contract/batch'
import { acceptRow } from '../../state/batch/actions'
import { locale } from '../../state/store'
import { EyeIcon } from '../common/icons'
import { getBatchText } from '../text/batch'

/** The reason given last: of many photos in a row it is mostly the same one. */
const lastNote = signal('')

/** A person takes the photo as good: said beside what was measured, with a reason, and can be taken back. */
export function AcceptPanel({ row, note }: { row: BatchRow; note: RefObject<HTMLInputElement | null> }): JSX.Element {
  const text = getBatchText()
  const [written, setWritten] = useState(lastNote.value)
  const { acceptance } = row
  const save = (event: Event): void => {
    event.preventDefault()
    const reason = written.trim()
    if (!reason) return
    lastNote.value = reason
    acceptRow(row.id, reason)
  }
  if (acceptance) {
    return (
      <section class="accept is-accepted">
        <EyeIcon />
        <div>
          <h2>{text.acceptTitle}</h2>
          <p>{acceptance.note}</p>
          <p class="quiet">{text.acceptedOn(formatDate(acceptance.at))}</p>
        </div>
        <button type="button" class="button small" data-action="take-back" onClick={() => acceptRow(row.id, null)}>
          {text.takeBack}
        </button>
      </section>
    )
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
              value={written}
              onInput={event => setWritten(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="button small" data-action="accept">
            {text.acceptNow}
          </button>
        </div>
        <div class="chips">
          {text.notes.map(one => (
            <button
              key={one}
              type="button"
              class="chip"
              onClick={() => {
                setWritten(one)
                note.current?.focus()
              }}
            >
              {one}
            </button>
          ))}
        </div>
      </form>
    </section>
  )
}

const formatDate = (at: string): string =>
  new Date(at).toLocaleString(locale.value, { dateStyle: 'medium', timeStyle: 'short' })
