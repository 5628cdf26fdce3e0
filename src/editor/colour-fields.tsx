import type { JSX } from 'preact'
import { Field, getFieldId, FieldProblems } from './fields'
import { toFieldText, toList, type Path } from './model'
import { setValue, getValue } from './store'
import { getEditorText } from './text'

const COLOUR_PATTERN = /^#[0-9a-f]{6}$/i

/** The wall's allowed colours, each as it looks and as it is written. */
export function ColourFields({ path, general }: { path: Path; general: readonly string[] }): JSX.Element {
  const text = getEditorText()
  const own = getValue(path)
  const colours = own === undefined ? general : toList(own)
  // The rule's own colours become the file's with the first change.
  const change = (next: readonly string[]): void => setValue(path, next)
  const all = colours.map(toFieldText)
  return (
    <fieldset class="words" id={getFieldId(path)} tabIndex={-1}>
      <legend>
        {text.field['references']}
        {own === undefined && <span class="quiet"> {text.asRule}</span>}
      </legend>
      <ul class="colours">
        {all.map((colour, index) => (
          <li key={index}>
            <input
              type="color"
              class="swatch"
              aria-label={text.pickColour(index + 1)}
              value={COLOUR_PATTERN.test(colour) ? colour.toLowerCase() : '#ffffff'}
              onInput={event => change(all.with(index, event.currentTarget.value.toUpperCase()))}
            />
            <Field path={[...path, index]} label={text.colour(index + 1)}>
              {attributes => (
                <input
                  {...attributes}
                  type="text"
                  value={colour}
                  spellcheck={false}
                  autocomplete="off"
                  onInput={event => change(all.with(index, event.currentTarget.value))}
                />
              )}
            </Field>
            <button
              type="button"
              class="chip"
              aria-label={text.removeColour(colour)}
              onClick={() => change(all.toSpliced(index, 1))}
            >
              {text.remove}
            </button>
          </li>
        ))}
      </ul>
      <FieldProblems path={path} />
      <button type="button" class="chip" onClick={() => change([...all, '#FFFFFF'])}>
        + {text.addColour}
      </button>
    </fieldset>
  )
}
