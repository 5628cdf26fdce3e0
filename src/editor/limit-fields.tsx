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
type RuleRange = { readonly [End in LimitEnd]?: number | undefined }

/** The school's own limit of one check. An empty field shows the value in force as its placeholder. */
export function LimitFields({ id, general }: { id: string; general: Limit }): JSX.Element {
  const path: Path = ['checks', id]
  const { unit = '', values = {} } = describeCheck(id, locale.value) ?? {}
  const has = (key: string): boolean => getValue([...path, key]) !== undefined
  const hasRange = has('min') || has('max')
  const isNamed = general.oneOf !== undefined || has('oneOf')
  // Own limits replace the range of the rule as a whole.
  const byRule: RuleRange = hasRange || has('oneOf') ? { near: general.near } : general
  return (
    <div class="limit">
      {(!isNamed || hasRange) && (
        <div class="three">
          <LimitEndField path={path} end="min" unit={unit} byRule={byRule} />
          <LimitEndField path={path} end="max" unit={unit} byRule={byRule} />
          <LimitEndField path={path} end="near" unit={unit} byRule={byRule} />
        </div>
      )}
      {isNamed && <AllowedField path={[...path, 'oneOf']} general={general.oneOf ?? []} values={values} />}
      {(general.references || has('references')) && (
        <ColourFields path={[...path, 'references']} general={general.references ?? []} />
      )}
      <SourceFields path={path} general={general} />
    </div>
  )
}

interface LimitEndFieldProps {
  readonly path: Path
  readonly end: LimitEnd
  readonly unit: string
  readonly byRule: RuleRange
}

function LimitEndField({ path, end, unit, byRule }: LimitEndFieldProps): JSX.Element {
  const text = getEditorText()
  const value = getValue([...path, end])
  const hint =
    typeof value === 'number'
      ? text.isValue(formatValue(value, unit, locale.value))
      : end === 'near'
        ? text.hint.near
        : undefined
  const none = end === 'near' ? text.noNumber : text.noLimit
  return (
    <NumberField
      path={[...path, end]}
      label={text.field[end]!}
      hint={hint}
      placeholder={byRule[end] === undefined ? none : String(byRule[end])}
    />
  )
}

/** How strictly the limit holds, and where it is written. */
function SourceFields({ path, general }: { path: Path; general: Limit }): JSX.Element {
  const text = getEditorText()
  const page = getPageText()
  return (
    <>
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
      <ClauseFields path={path} general={general} />
    </>
  )
}

/** The school's words, their translation, and the document that they stand in. */
function ClauseFields({ path, general }: { path: Path; general: Limit }): JSX.Element {
  const text = getEditorText()
  return (
    <>
      <TextField
        path={[...path, 'clause']}
        label={text.field['clause']!}
        hint={text.hint.clause}
        placeholder={general.clause}
        rows={2}
        optional
      />
      <QuotedField path={[...path, 'quoted']} />
      <TextField
        path={[...path, 'clauseEn']}
        label={text.field['clauseEn']!}
        placeholder={general.clauseEn ?? ''}
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
    </>
  )
}

/** Only what is ticked is shown in quotation marks. */
function QuotedField({ path }: { path: Path }): JSX.Element {
  return (
    <label class="mode" id={getFieldId(path)}>
      <input
        type="checkbox"
        checked={getValue(path) === true}
        onChange={event => setValue(path, event.currentTarget.checked || undefined)}
      />
      <span>{getEditorText().field['quoted']}</span>
    </label>
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
  const describe = (value: Json): string =>
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
            <span>{describe(value)}</span>
          </label>
        ))}
      </div>
      <FieldProblems path={path} />
    </fieldset>
  )
}
