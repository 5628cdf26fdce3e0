import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { toFieldText, parseNumber, type Path } from './model'
import { getProblemKind } from './problems'
import { setValue, toPathName, getProblems, getValue } from './store'
import { getEditorText } from './text'

/**
 * Fields of the file: each shows one value, writes it as it is typed, and says beneath itself what is wrong with it.
 */

export const getFieldId = (path: Path): string => `field-${toPathName(path)}`

interface FieldProps {
  readonly path: Path
  readonly label: string
  readonly hint?: ComponentChildren
}
interface FieldAttributes {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean
}

export function Field({
  path,
  label,
  hint,
  children,
}: FieldProps & { readonly children: (attributes: FieldAttributes) => ComponentChildren }): JSX.Element {
  const id = getFieldId(path)
  const wrong = getProblems(path)
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
      <FieldProblems path={path} />
    </div>
  )
}

/** What is wrong with the value at `path`. */
export function FieldProblems({ path }: { readonly path: Path }): JSX.Element | null {
  const text = getEditorText()
  const wrong = getProblems(path)
  return wrong.length ? (
    <p class="problem" id={`${getFieldId(path)}-problem`}>
      {wrong.map(one => text.problem[getProblemKind(one)]).join(' ')}
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
  const value = toFieldText(getValue(path))
  const typed = (text: string): void => setValue(path, optional && text === '' ? undefined : text)
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
  const value = getValue(path)
  const [typed, setTyped] = useState(() => toFieldText(value))
  const read = (text: string): number | string | undefined => parseNumber(text) ?? (required ? '' : undefined)
  return (
    <Field path={path} label={label} hint={hint}>
      {attributes => (
        <input
          {...attributes}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          placeholder={placeholder}
          value={read(typed) === value ? typed : toFieldText(value)}
          onInput={event => {
            setTyped(event.currentTarget.value)
            setValue(path, read(event.currentTarget.value))
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
  const value = toFieldText(getValue(path))
  return (
    <Field path={path} label={label} hint={hint}>
      {attributes => (
        <select
          {...attributes}
          value={value}
          onChange={event => setValue(path, event.currentTarget.value || undefined)}
        >
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
export function LocalisedTextField({
  path,
  label,
  hint,
  optional = false,
  rows = 1,
  isHeaded = false,
}: FieldProps & { readonly optional?: boolean; readonly rows?: number; readonly isHeaded?: boolean }): JSX.Element {
  const text = getEditorText()
  const field = (key: 'zh-CN' | 'en', language: string): JSX.Element => {
    const own = [...path, key]
    const other = [...path, key === 'en' ? 'zh-CN' : 'en']
    const typed = (words: string): void => {
      if (optional && words === '' && !getValue(other)) {
        setValue(path, undefined)
        return
      }
      setValue(own, words)
      // One language alone is told as missing the other.
      if (getValue(other) === undefined) setValue(other, '')
    }
    return (
      <Field path={own} label={language}>
        {attributes =>
          rows > 1 ? (
            <textarea
              {...attributes}
              lang={key}
              rows={rows}
              value={toFieldText(getValue(own))}
              onInput={event => typed(event.currentTarget.value)}
            />
          ) : (
            <input
              {...attributes}
              type="text"
              lang={key}
              autocomplete="off"
              value={toFieldText(getValue(own))}
              onInput={event => typed(event.currentTarget.value)}
            />
          )
        }
      </Field>
    )
  }
  return (
    <fieldset class="words" aria-describedby={hint ? `${getFieldId(path)}-hint` : undefined}>
      <legend class={isHeaded ? 'unseen' : undefined}>{label}</legend>
      {hint && (
        <p class="hint" id={`${getFieldId(path)}-hint`}>
          {hint}
        </p>
      )}
      <div class="two">
        {field('zh-CN', text.inChinese)}
        {field('en', text.inEnglish)}
      </div>
      <FieldProblems path={path} />
    </fieldset>
  )
}
