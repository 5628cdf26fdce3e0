import type { ComponentChildren, JSX } from 'preact'
import { TextField, LocalisedTextField } from './fields'
import { toList, type Json } from './model'
import { setValue, getValue } from './store'
import { getEditorText } from './text'

/** The steps after the file is made, in order. */
export function StepsSection(): JSX.Element {
  const text = getEditorText()
  return (
    <ListSection
      name="steps"
      hint={text.stepsHint}
      entry={{ title: { 'zh-CN': '', en: '' }, detail: { 'zh-CN': '', en: '' } }}
      nameEntry={text.step}
    >
      {index => (
        <>
          <LocalisedTextField path={['steps', index, 'title']} label={text.field['title']!} />
          <LocalisedTextField path={['steps', index, 'detail']} label={text.field['detail']!} rows={3} />
          <TextField
            path={['steps', index, 'url']}
            label={text.field['url']!}
            hint={text.hint.url}
            isAddress
            optional
          />
        </>
      )}
    </ListSection>
  )
}

/** What the school refuses besides what is checked. */
export function RefusesSection(): JSX.Element {
  const text = getEditorText()
  return (
    <ListSection name="refuses" hint={text.refusesHint} entry={{ 'zh-CN': '', en: '' }} nameEntry={text.refusal}>
      {index => <LocalisedTextField path={['refuses', index]} label={text.refusal(index + 1)} isHeaded />}
    </ListSection>
  )
}

interface ListProps {
  readonly name: 'steps' | 'refuses'
  readonly hint: string
  /** What a new entry holds. */
  readonly entry: Json
  readonly nameEntry: (index: number) => string
  readonly children: (index: number) => ComponentChildren
}

/** A list of the file, whose entries can be added, moved and removed. */
function ListSection({ name, hint, entry, nameEntry, children }: ListProps): JSX.Element {
  const text = getEditorText()
  const entries = toList(getValue([name]))
  const move = (from: number, to: number): void =>
    setValue([name], entries.toSpliced(from, 1).toSpliced(to, 0, entries[from]!))
  return (
    <section class="card" aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>{text[name]}</h2>
      <p class="quiet">{hint}</p>
      <ol class="entries">
        {entries.map((_, index) => (
          <li key={index}>
            <EntryHead
              title={nameEntry(index + 1)}
              isFirst={index === 0}
              isLast={index === entries.length - 1}
              onMove={by => move(index, index + by)}
              onRemove={() => setValue([name, index], undefined)}
            />
            {children(index)}
          </li>
        ))}
      </ol>
      <button
        type="button"
        class="button"
        data-action={`add-${name}`}
        onClick={() => setValue([name], [...entries, entry])}
      >
        + {text.add}
      </button>
    </section>
  )
}

interface EntryHeadProps {
  readonly title: string
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMove: (by: 1 | -1) => void
  readonly onRemove: () => void
}

function EntryHead({ title, isFirst, isLast, onMove, onRemove }: EntryHeadProps): JSX.Element {
  const text = getEditorText()
  return (
    <div class="entry-head">
      <h3>{title}</h3>
      <button type="button" class="chip" disabled={isFirst} aria-label={text.upOf(title)} onClick={() => onMove(-1)}>
        {text.up}
      </button>
      <button type="button" class="chip" disabled={isLast} aria-label={text.downOf(title)} onClick={() => onMove(1)}>
        {text.down}
      </button>
      <button type="button" class="chip" aria-label={text.removeOf(title)} onClick={onRemove}>
        {text.remove}
      </button>
    </div>
  )
}
