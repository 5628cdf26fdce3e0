import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { toFieldText, parseNumber, type Path } from './model'
import { getProblemKind } from './problems'
import { setValue, toPathName, getProblems, getValue } from './store'
import { getEditorText } from './text'

/** Form fields: each shows one value of the file, writes it as it is typed, and lists its problems below. */

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

/** The problems of the value at `path`. */
export function FieldProblems({ path }: { readonly path: Path }): JSX.Element | null {
  const text = getEditorText()
  const wrong = getProblems(path)
  return wrong.length ? (
    <p class="problem" id={`${getFieldId(path)}-problem`}>
      {wrong.map(one => text.problem[getProblemKind(one)]).join(' ')}
    </p>
  ) : null
}

interface TextFieldProps extends FieldProps {
  /** Emptied, the value is removed from the file. */
  readonly optional?: boolean
  readonly rows?: number
  readonly placeholder?: string
  readonly lang?: string
  readonly isAddress?: boolean
}

export function TextField(props: TextFieldProps): JSX.Element {
  const { path, label, hint, optional = false, rows = 1, placeholder, lang, isAddress = false } = props
  const write = (text: string): void => setValue(path, optional && text === '' ? undefined : text)
  return (
    <Field path={path} label={label} hint={hint}>
      {attributes => (
        <TextControl
          attributes={attributes}
          rows={rows}
          lang={lang}
          value={toFieldText(getValue(path))}
          placeholder={placeholder}
          ofInput={{ inputMode: isAddress ? 'url' : 'text', spellcheck: false }}
          onWrite={write}
        />
      )}
    </Field>
  )
}

interface TextControlProps {
  readonly attributes: FieldAttributes
  readonly rows: number
  readonly lang: string | undefined
  readonly value: string
  readonly placeholder?: string | undefined
  /** Attributes that only a field of one row gets. */
  readonly ofInput?: { readonly inputMode: 'url' | 'text'; readonly spellcheck: boolean }
  readonly onWrite: (text: string) => void
}

/** A text area, or an input where it has one row. */
function TextControl({ attributes, rows, ofInput, onWrite, ...shared }: TextControlProps): JSX.Element {
  if (rows > 1) {
    return <textarea {...attributes} {...shared} rows={rows} onInput={event => onWrite(event.currentTarget.value)} />
  }
  return (
    <input
      {...attributes}
      type="text"
      {...shared}
      {...ofInput}
      autocomplete="off"
      onInput={event => onWrite(event.currentTarget.value)}
    />
  )
}

/**
 * Keeps the text as typed ("0.70") while it means the value in the file. `required`: emptied, the value stays in the
 * file and is reported as missing.
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

/** `none`: label of the option that leaves the value out. */
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
          {/* The value of the file stays visible even where it is no known option. */}
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

type Language = 'zh-CN' | 'en'

interface LocalisedTextFieldProps extends FieldProps {
  /** Emptied in both languages, the value is removed from the file. */
  readonly optional?: boolean
  readonly rows?: number
  /** A heading shows the label already. */
  readonly isHeaded?: boolean
}

/** One text in both languages. */
export function LocalisedTextField(props: LocalisedTextFieldProps): JSX.Element {
  const { path, label, hint, optional = false, rows = 1, isHeaded = false } = props
  const text = getEditorText()
  return (
    <fieldset class="words" aria-describedby={hint ? `${getFieldId(path)}-hint` : undefined}>
      <legend class={isHeaded ? 'unseen' : undefined}>{label}</legend>
      {hint && (
        <p class="hint" id={`${getFieldId(path)}-hint`}>
          {hint}
        </p>
      )}
      <div class="two">
        <LanguageField path={path} language="zh-CN" label={text.inChinese} optional={optional} rows={rows} />
        <LanguageField path={path} language="en" label={text.inEnglish} optional={optional} rows={rows} />
      </div>
      <FieldProblems path={path} />
    </fieldset>
  )
}

interface LanguageFieldProps {
  /** Of the text in both languages. */
  readonly path: Path
  readonly language: Language
  readonly label: string
  readonly optional: boolean
  readonly rows: number
}

function LanguageField({ path, language, label, optional, rows }: LanguageFieldProps): JSX.Element {
  const own = [...path, language]
  const other = [...path, language === 'en' ? 'zh-CN' : 'en']
  const write = (words: string): void => {
    if (optional && words === '' && !getValue(other)) {
      setValue(path, undefined)
      return
    }
    setValue(own, words)
    // Adds the other language, so that it is reported as missing.
    if (getValue(other) === undefined) setValue(other, '')
  }
  return (
    <Field path={own} label={label}>
      {attributes => (
        <TextControl
          attributes={attributes}
          rows={rows}
          lang={language}
          value={toFieldText(getValue(own))}
          onWrite={write}
        />
      )}
    </Field>
  )
}
