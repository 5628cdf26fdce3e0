import type { JSX, RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import { TOKENS, type TemplateFault, type Token } from '../../delivery/name-plan'
import { profile } from '../../state/store'
import { getDeliveryPanelText } from '../text/deliver'

/** Field for the pattern of the file names, with its placeholders. */
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
      <PatternButtons template={template} field={field} onChange={onChange} />
    </div>
  )
}

interface PatternButtonsProps {
  readonly template: string
  readonly field: RefObject<HTMLInputElement | null>
  readonly onChange: (template: string) => void
}

/** Buttons that insert a placeholder or restore the school's pattern. */
function PatternButtons({ template, field, onChange }: PatternButtonsProps): JSX.Element {
  const text = getDeliveryPanelText()
  const schoolTemplate = profile.value.fileName
  const insert = (token: Token): void => {
    const { selectionStart, selectionEnd } = field.current!
    const [start, end] = [selectionStart ?? template.length, selectionEnd ?? template.length]
    const inserted = `{${token}}`
    onChange(template.slice(0, start) + inserted + template.slice(end))
    // Set the caret behind the insertion once the field has been rendered with the new value.
    setTimeout(() => {
      field.current?.focus()
      field.current?.setSelectionRange(start + inserted.length, start + inserted.length)
    })
  }
  return (
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
      {schoolTemplate !== undefined && schoolTemplate !== template && (
        <button type="button" class="chip" onClick={() => onChange(schoolTemplate)}>
          {text.bySchool(schoolTemplate)}
        </button>
      )}
    </div>
  )
}
