import type { JSX } from 'preact'
import type { Limit } from '../contract/limit'
import { locale } from '../state/store'
import { formatValue } from '../text'
import { getPageText } from '../ui/text'
import { describeCheck } from '../zhaojian'
import { ColourFields } from './colour-fields'
import { getFieldId, NumberField, FieldProblems, SelectField, TextField } from './fields'
import { toList, readAt, toggleInList, type Json, type Path } from './model'
import { trustOptions } from './school-section'
import { setValue, file, origin, getValue } from './store'
import { getEditorText } from './text'

type LimitEnd = 'min' | 'max' | 'near'

/** The school's own limit of one check. What is left empty shows faintly what then holds. */
export function LimitFields({ id, general }: { id: string; general: Limit }): JSX.Element {
  const text = getEditorText()
  const page = getPageText()
  const path: Path = ['checks', id]
  const { unit = '', values = {} } = describeCheck(id, locale.value) ?? {}
  const has = (key: string): boolean => getValue([...path, key]) !== undefined
  const isNamed = general.oneOf !== undefined || has('oneOf')
  // A range replaces the rule's as a whole.
  const setsRange = has('min') || has('max') || has('oneOf')
  const number = (key: LimitEnd): JSX.Element => {
    const value = getValue([...path, key]),
      byRule = key !== 'near' && setsRange ? undefined : general[key]
    const hint =
      typeof value === 'number'
        ? text.isValue(formatValue(value, unit, locale.value))
        : key === 'near'
          ? text.hint.near
          : undefined
    return (
      <NumberField
        path={[...path, key]}
        label={text.field[key]!}
        hint={hint}
        placeholder={byRule === undefined ? (key === 'near' ? text.noNumber : text.noLimit) : String(byRule)}
      />
    )
  }
  return (
    <div class="limit">
      {(!isNamed || has('min') || has('max')) && (
        <div class="three">
          {number('min')}
          {number('max')}
          {number('near')}
        </div>
      )}
      {isNamed && <AllowedField path={[...path, 'oneOf']} general={general.oneOf ?? []} values={values} />}
      {(general.references || has('references')) && (
        <ColourFields path={[...path, 'references']} general={general.references ?? []} />
      )}
      <div class="two">
        <SelectField
          path={[...path, 'level']}
          label={text.field['level']!}
          options={{ required: page.required, advised: page.advised }}
          none={text.asRuleIs(page[general.level])}
        />
        <SelectField
          path={[...path, 'trust']}
          label={text.field['trust']!}
          options={trustOptions()}
          none={text.asRule}
        />
      </div>
      <TextField
        path={[...path, 'clause']}
        label={text.field['clause']!}
        hint={text.hint.clause}
        placeholder={general.clause}
        rows={2}
        optional
      />
      <TextField
        path={[...path, 'source']}
        label={text.field['source']!}
        hint={text.hint.limitSource}
        placeholder={general.source}
        rows={2}
        optional
      />
    </div>
  )
}

/** Which of a rule's names are allowed. */
function AllowedField({
  path,
  general,
  values,
}: {
  path: Path
  general: readonly Json[]
  values: Readonly<Record<string, string>>
}): JSX.Element {
  const text = getEditorText()
  const own = readAt(file.value, path)
  const allowed = own === undefined ? general : toList(own)
  const former = toList(readAt(origin.value.file, path))
  const known = [...new Set([...former, ...Object.keys(values), ...general, ...allowed])]
  const told = (value: Json): string =>
    typeof value === 'string' ? (values[value] ?? value) : formatValue(value as boolean | number, '', locale.value)
  return (
    <fieldset class="words" id={getFieldId(path)} tabIndex={-1}>
      <legend>{text.field['oneOf']}</legend>
      <div class="allowed">
        {known.map(value => (
          <label key={String(value)} class="mode">
            <input
              type="checkbox"
              checked={allowed.includes(value)}
              onChange={() => setValue(path, toggleInList(allowed, value, known))}
            />
            <span>{told(value)}</span>
          </label>
        ))}
      </div>
      <FieldProblems path={path} />
    </fieldset>
  )
}
