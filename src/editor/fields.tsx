import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { fieldText, numberOf, type Path } from './model'
import { kindOf } from './problems'
import { edit, nameOf, problemsAt, valueAt } from './store'
import { editorWords } from './text'

/**
 * Fields of the file: each shows one value, writes it as it is typed, and says beneath itself what is wrong with it.
 */

export const idOf = (path: Path): string => `field-${nameOf(path)}`

interface FieldProps {
  readonly path: Path
  readonly label: string
  readonly hint?: ComponentChildren
}
interface Attributes {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean
}

export function Field({
  path,
  label,
  hint,
  children,
}: FieldProps & { readonly children: (attributes: Attributes) => ComponentChildren }): JSX.Element {
  const id = idOf(path)
  const wrong = problemsAt(path)
  const described = [hint !== undefined && hint !== '' ? `${id}-hint` : '', wrong.length ? `${id}-problem` : '']
    .filter(Boolean)
    .join(' ')
  return (
    <div class={wrong.length ? 'entry wrong' : 'entry'}>
      <label for={id}>{label}</label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': wrong.length > 0 })}
      {hint !== undefined && hint !== '' && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Problems path={path} />
    </div>
  )
}

/** What is wrong with the value at `path`. */
export function Problems({ path }: { readonly path: Path }): JSX.Element | null {
  const text = editorWords()
  const wrong = problemsAt(path)
  return wrong.length ? (
    <p class="problem" id={`${idOf(path)}-problem`}>
      {wrong.map(one => text.problem[kindOf(one)]).join(' ')}
    </p>
  ) : null
}

/** `optional`: emptied, it is taken out of the file. */
export function TextField({
  path,
  label,
  hint,
  optional = false,
  rows = 1,
  placeholder,
  lang,
  isAddress = false,
}: FieldProps & {
  readonly optional?: boolean
  readonly rows?: number
  readonly placeholder?: string
  readonly lang?: string
  readonly isAddress?: boolean
}): JSX.Element {
  const value = fieldText(valueAt(path))
  const typed = (text: string): void => edit(path, optional && text === '' ? undefined : text)
  return (
    <Field path={path} label={label} hint={hint}>
      {attributes =>
        rows > 1 ? (
          <textarea
            {...attributes}
            rows={rows}
            lang={lang}
            value={value}
            placeholder={placeholder}
            onInput={event => typed(event.currentTarget.value)}
          />
        ) : (
          <input
            {...attributes}
            type="text"
            inputMode={isAddress ? 'url' : 'text'}
            lang={lang}
            value={value}
            placeholder={placeholder}
            spellcheck={false}
            autocomplete="off"
            onInput={event => typed(event.currentTarget.value)}
          />
        )
      }
    </Field>
  )
}

/**
 * Keeps what is typed ("0.70") while it means what stands in the file. `required`: emptied, it stays and is told as
 * missing.
 */
export function NumberField({
  path,
  label,
  hint,
  required = false,
  placeholder,
}: FieldProps & { readonly required?: boolean; readonly placeholder?: string }): JSX.Element {
  const value = valueAt(path)
  const [typed, setTyped] = useState(() => fieldText(value))
  const read = (text: string): number | string | undefined => numberOf(text) ?? (required ? '' : undefined)
  return (
    <Field path={path} label={label} hint={hint}>
      {attributes => (
        <input
          {...attributes}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          placeholder={placeholder}
          value={read(typed) === value ? typed : fieldText(value)}
          onInput={event => {
            setTyped(event.currentTarget.value)
            edit(path, read(event.currentTarget.value))
          }}
        />
      )}
    </Field>
  )
}

/** `none`: the words of leaving it out, where it may be. */
export function SelectField({
  path,
  label,
  hint,
  options,
  none,
}: FieldProps & { readonly options: Readonly<Record<string, string>>; readonly none?: string }): JSX.Element {
  const value = fieldText(valueAt(path))
  return (
    <Field path={path} label={label} hint={hint}>
      {attributes => (
        <select {...attributes} value={value} onChange={event => edit(path, event.currentTarget.value || undefined)}>
          {none !== undefined && (
            <option value="" selected={value === ''}>
              {none}
            </option>
          )}
          {/* What the file says stays to be seen, even where it is none of ours. */}
          {value !== '' && !(value in options) && (
            <option value={value} selected>
              {value}
            </option>
          )}
          {Object.entries(options).map(([key, words]) => (
            <option key={key} value={key} selected={key === value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/**
 * The same in both languages. `optional`: emptied in both, it is taken out of the file. `isHeaded`: a heading says the
 * label already.
 */
export function WordsField({
  path,
  label,
  hint,
  optional = false,
  rows = 1,
  isHeaded = false,
}: FieldProps & { readonly optional?: boolean; readonly rows?: number; readonly isHeaded?: boolean }): JSX.Element {
  const text = editorWords()
  const field = (key: 'zh-CN' | 'en', language: string): JSX.Element => {
    const own = [...path, key]
    const other = [...path, key === 'en' ? 'zh-CN' : 'en']
    const typed = (words: string): void => {
      if (optional && words === '' && !valueAt(other)) {
        edit(path, undefined)
        return
      }
      edit(own, words)
      // One language alone is told as missing the other.
      if (valueAt(other) === undefined) edit(other, '')
    }
    return (
      <Field path={own} label={language}>
        {attributes =>
          rows > 1 ? (
            <textarea
              {...attributes}
              lang={key}
              rows={rows}
              value={fieldText(valueAt(own))}
              onInput={event => typed(event.currentTarget.value)}
            />
          ) : (
            <input
              {...attributes}
              type="text"
              lang={key}
              autocomplete="off"
              value={fieldText(valueAt(own))}
              onInput={event => typed(event.currentTarget.value)}
            />
          )
        }
      </Field>
    )
  }
  return (
    <fieldset class="words" aria-describedby={hint ? `${idOf(path)}-hint` : undefined}>
      <legend class={isHeaded ? 'unseen' : undefined}>{label}</legend>
      {hint && (
        <p class="hint" id={`${idOf(path)}-hint`}>
          {hint}
        </p>
      )}
      <div class="two">
        {field('zh-CN', text.inChinese)}
        {field('en', text.inEnglish)}
      </div>
      <Problems path={path} />
    </fieldset>
  )
}
