import type { JSX } from 'preact'
import { Field, idOf, Problems } from './fields'
import { fieldText, listOf, type Path } from './model'
import { edit, valueAt } from './store'
import { editorWords } from './text'

const IS_COLOUR = /^#[0-9a-f]{6}$/i

/** The wall's allowed colours, each as it looks and as it is written. */
export function ColourFields({ path, general }: { path: Path; general: readonly string[] }): JSX.Element {
  const text = editorWords()
  const own = valueAt(path)
  const colours = own === undefined ? general : listOf(own)
  // The rule's own colours become the file's with the first change.
  const change = (next: readonly string[]): void => edit(path, next)
  const all = colours.map(fieldText)
  return (
    <fieldset class="words" id={idOf(path)} tabIndex={-1}>
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
              value={IS_COLOUR.test(colour) ? colour.toLowerCase() : '#ffffff'}
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
      <Problems path={path} />
      <button type="button" class="chip" onClick={() => change([...all, '#FFFFFF'])}>
        + {text.addColour}
      </button>
    </fieldset>
  )
}
