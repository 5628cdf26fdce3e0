import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { TOKENS, type TemplateFault, type Token } from '../../delivery/name-plan'
import { profile } from '../../state/store'
import { getDeliveryPanelText } from '../text/deliver'

/** Field for the names' pattern, with the words that may stand in it. */
export function NamePattern({
  template,
  fault,
  onChange,
}: {
  template: string
  fault: TemplateFault | null
  onChange: (template: string) => void
}): JSX.Element {
  const text = getDeliveryPanelText()
  const field = useRef<HTMLInputElement>(null)
  const bySchool = profile.value.fileName
  const insert = (token: Token): void => {
    const { selectionStart, selectionEnd } = field.current!
    const [start, end] = [selectionStart ?? template.length, selectionEnd ?? template.length]
    const put = `{${token}}`
    onChange(template.slice(0, start) + put + template.slice(end))
    // The caret stays behind what was put in once the field holds it.
    setTimeout(() => {
      field.current?.focus()
      field.current?.setSelectionRange(start + put.length, start + put.length)
    })
  }
  return (
    <div class="zip-pattern">
      <label class="field">
        {text.pattern}
        <input
          ref={field}
          type="text"
          value={template}
          spellcheck={false}
          autocomplete="off"
          maxLength={120}
          data-field="pattern"
          aria-invalid={fault !== null}
          aria-describedby="zip-pattern-note"
          onInput={event => onChange(event.currentTarget.value)}
        />
      </label>
      <p id="zip-pattern-note" class={fault ? 'zip-fault' : 'quiet'}>
        {fault ? text.patternFault[fault] : text.patternNote}
      </p>
      <div class="zip-tokens">
        {TOKENS.map(token => (
          <button
            key={token}
            type="button"
            class="chip"
            aria-label={text.insert(text.token[token])}
            onClick={() => insert(token)}
          >
            {text.token[token]}
          </button>
        ))}
        {bySchool !== undefined && bySchool !== template && (
          <button type="button" class="chip" onClick={() => onChange(bySchool)}>
            {text.bySchool(bySchool)}
          </button>
        )}
      </div>
    </div>
  )
}
