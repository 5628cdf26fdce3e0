import type { JSX } from 'preact'
import { Field, getFieldId, FieldProblems } from './fields'
import { toFieldText, toList, type Path } from './model'
import { setValue, getValue } from './store'
import { getEditorText } from './text'

const COLOUR_PATTERN = /^#[0-9a-f]{6}$/i

/** The allowed colours of the background, each with a colour picker and a text field. */
export function ColourFields({ path, general }: { path: Path; general: readonly string[] }): JSX.Element {
  const text = getEditorText()
  const own = getValue(path)
  const colours = (own === undefined ? general : toList(own)).map(toFieldText)
  // The first change copies the rule's colours into the file.
  const change = (next: readonly string[]): void => setValue(path, next)
  return (
    <fieldset class="words" id={getFieldId(path)} tabIndex={-1}>
      <legend>
        {text.field['references']}
        {own === undefined && <span class="quiet"> {text.asRule}</span>}
      </legend>
      <ul class="colours">
        {colours.map((colour, index) => (
          <ColourEntry
            key={index}
            path={[...path, index]}
            number={index + 1}
            colour={colour}
            onChange={changed => change(colours.with(index, changed))}
            onRemove={() => change(colours.toSpliced(index, 1))}
          />
        ))}
      </ul>
      <FieldProblems path={path} />
      <button type="button" class="chip" onClick={() => change([...colours, '#FFFFFF'])}>
        + {text.addColour}
      </button>
    </fieldset>
  )
}

interface ColourEntryProps {
  readonly path: Path
  readonly number: number
  readonly colour: string
  readonly onChange: (colour: string) => void
  readonly onRemove: () => void
}

function ColourEntry({ path, number, colour, onChange, onRemove }: ColourEntryProps): JSX.Element {
  const text = getEditorText()
  return (
    <li>
      <input
        type="color"
        class="swatch"
        aria-label={text.pickColour(number)}
        value={COLOUR_PATTERN.test(colour) ? colour.toLowerCase() : '#ffffff'}
        onInput={event => onChange(event.currentTarget.value.toUpperCase())}
      />
      <Field path={path} label={text.colour(number)}>
        {attributes => (
          <input
            {...attributes}
            type="text"
            value={colour}
            spellcheck={false}
            autocomplete="off"
            onInput={event => onChange(event.currentTarget.value)}
          />
        )}
      </Field>
      <button type="button" class="chip" aria-label={text.removeColour(colour)} onClick={onRemove}>
        {text.remove}
      </button>
    </li>
  )
}
