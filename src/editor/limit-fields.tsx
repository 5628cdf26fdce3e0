import type { JSX } from 'preact'
import type { Limit } from '../contract/limit'
import { locale } from '../state/store'
import { formatValue } from '../text'
import { words } from '../ui/text'
import { describeCheck } from '../zhaojian'
import { ColourFields } from './colour-fields'
import { idOf, NumberField, Problems, SelectField, TextField } from './fields'
import { listOf, read, toggled, type Json, type Path } from './model'
import { trustOptions } from './school-section'
import { edit, file, origin, valueAt } from './store'
import { editorWords } from './text'

type End = 'min' | 'max' | 'near'

/** The school's own limit of one check. What is left empty shows faintly what then holds. */
export function LimitFields({ id, general }: { id: string; general: Limit }): JSX.Element {
  const text = editorWords()
  const page = words()
  const path: Path = ['checks', id]
  const { unit = '', values = {} } = describeCheck(id, locale.value) ?? {}
  const has = (key: string): boolean => valueAt([...path, key]) !== undefined
  const isNamed = general.oneOf !== undefined || has('oneOf')
  // A range replaces the rule's as a whole.
  const setsRange = has('min') || has('max') || has('oneOf')
  const number = (key: End): JSX.Element => {
    const value = valueAt([...path, key]),
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
  const text = editorWords()
  const own = read(file.value, path)
  const allowed = own === undefined ? general : listOf(own)
  const former = listOf(read(origin.value.file, path))
  const known = [...new Set([...former, ...Object.keys(values), ...general, ...allowed])]
  const told = (value: Json): string =>
    typeof value === 'string' ? (values[value] ?? value) : formatValue(value as boolean | number, '', locale.value)
  return (
    <fieldset class="words" id={idOf(path)} tabIndex={-1}>
      <legend>{text.field['oneOf']}</legend>
      <div class="allowed">
        {known.map(value => (
          <label key={String(value)} class="mode">
            <input
              type="checkbox"
              checked={allowed.includes(value)}
              onChange={() => edit(path, toggled(allowed, value, known))}
            />
            <span>{told(value)}</span>
          </label>
        ))}
      </div>
      <Problems path={path} />
    </fieldset>
  )
}
