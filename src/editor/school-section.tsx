import type { JSX } from 'preact'
import { locale } from '../state/store'
import { getPageText } from '../ui/text'
import { NumberField, SelectField, TextField, LocalisedTextField } from './fields'
import { buildExampleName, toFieldText } from './model'
import { setValue, getValue } from './store'
import { getEditorText } from './text'

/** Who asks, since when, and where it is written. */
export function SchoolSection(): JSX.Element {
  const text = getEditorText()
  const { field, hint } = text
  return (
    <section class="card" aria-labelledby="school-title">
      <h2 id="school-title">{text.school}</h2>
      <LocalisedTextField path={['name']} label={field['name']!} />
      <div class="two">
        <TextField path={['id']} label={field['id']!} hint={hint.id} />
        <TextField path={['version']} label={field['version']!} hint={hint.version} />
      </div>
      <TextField path={['source', 'title']} label={`${field['source']} · ${field['title']}`} hint={hint.sourceTitle} />
      <TextField
        path={['source', 'url']}
        label={`${field['source']} · ${field['url']}`}
        hint={hint.url}
        isAddress
        optional
      />
      <SelectField
        path={['source', 'trust']}
        label={`${field['source']} · ${field['trust']}`}
        options={trustOptions()}
      />
      <LocalisedTextField path={['source', 'note']} label={field['note']!} hint={hint.note} rows={2} optional />
    </section>
  )
}

/** `A`: where a number comes from, as the page tells students. */
export function trustOptions(): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(getPageText().trust).map(([key, told]) => [key, `${key} · ${told}`]))
}

/** Shape, density and name of the file that is made. */
export function FileSection(): JSX.Element {
  const text = getEditorText()
  const { field, hint } = text
  const template = toFieldText(getValue(['fileName']))
  return (
    <section class="card" aria-labelledby="file-title">
      <h2 id="file-title">{text.file}</h2>
      <div class="three">
        <NumberField path={['ratio', 0]} label={`${field['ratio']} · ${text.ratioWidth}`} hint={hint.ratio} required />
        <NumberField path={['ratio', 1]} label={`${field['ratio']} · ${text.ratioHeight}`} required />
        <NumberField path={['density']} label={field['density']!} hint={hint.density} required />
      </div>
      <div class="naming">
        <TextField path={['fileName']} label={field['fileName']!} hint={hint.fileName} optional />
        <div
          class="chips-left"
          role="group"
          aria-label={`${text.insert}${locale.value === 'en' ? ': ' : '：'}${field['fileName']}`}
        >
          {Object.entries(text.token).map(([token, told]) => (
            <button
              key={token}
              type="button"
              class="chip"
              onClick={() => setValue(['fileName'], `${template}{${token}}`)}
            >
              + {told}
            </button>
          ))}
        </div>
        <p class="preview" aria-live="polite">
          {template ? text.preview(buildExampleName(template, toFieldText(getValue(['id'])))) : text.previewKept}
        </p>
      </div>
    </section>
  )
}
