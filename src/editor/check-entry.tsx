import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Limit } from '../contract/limit'
import { locale } from '../state/store'
import { formatValue } from '../text'
import { ChevronIcon, VerdictIcon } from '../ui/common/icons'
import { rangeOf } from '../ui/result/range'
import { words } from '../ui/text'
import { describeCheck, type ProfileProblem } from '../zhaojian'
import { Problems } from './fields'
import { LimitFields } from './limit-fields'
import { modeOf, type Mode } from './model'
import { onceDrawn, show, sought } from './seeking'
import { edit, file, GENERAL, problems, profile, setMode } from './store'
import { editorWords } from './text'

const MODES: readonly Mode[] = ['rule', 'own', 'off']

/**
 * One check: what holds in a line; opened, whether it is as the rule says, the school's own or left out, and its
 * fields.
 */
export function CheckEntry({ id }: { id: string }): JSX.Element {
  const text = editorWords()
  const [open, setOpen] = useState(false)
  const details = useRef<HTMLDetailsElement>(null)
  const mode = modeOf(file.value, id)
  const title = describeCheck(id, locale.value)?.title ?? id
  const isWrong = problems.value.some(problem => isOf(problem, id))
  const asked = sought.value?.check === id ? sought.value : null
  useEffect(() => {
    if (!asked) return
    setOpen(true)
    // Also where the reader has folded it by hand.
    details.current!.closest<HTMLDetailsElement>('details.fold')!.open = true
    onceDrawn(() =>
      show(
        (asked.field === null ? null : document.getElementById(asked.field)) ??
          details.current?.querySelector('summary'),
      ),
    )
    sought.value = null
  }, [asked])
  return (
    <li>
      <details
        ref={details}
        class={`check check-entry mode-${mode}`}
        data-check={id}
        open={open}
        onToggle={event => setOpen(event.currentTarget.open)}
      >
        <summary>
          {isWrong && <VerdictIcon verdict="fail" />}
          <span class="check-title">{title}</span>
          <span class="check-value numbers">{mode !== 'off' && limitLine(id)}</span>
          {mode !== 'rule' && <span class={`badge badge-${mode}`}>{text.mode[mode]}</span>}
          <ChevronIcon />
        </summary>
        {open && <Insides id={id} title={title} mode={mode} />}
      </details>
    </li>
  )
}

const isOf = ({ keys }: ProfileProblem, id: string): boolean => keys[0] === 'checks' && keys[1] === id

function Insides({ id, title, mode }: { id: string; title: string; mode: Mode }): JSX.Element {
  const text = editorWords()
  const general = GENERAL[id]
  if (!general)
    return (
      <div class="check-body">
        <Problems path={['checks', id]} />
        <div>
          <button type="button" class="button" onClick={() => edit(['checks', id], undefined)}>
            {text.removeKey}
          </button>
        </div>
      </div>
    )
  return (
    <div class="check-body">
      <div class="modes" role="radiogroup" aria-label={text.modeOf(title)}>
        {MODES.map(one => (
          <label key={one} class="mode">
            <input
              type="radio"
              name={`mode-${id}`}
              value={one}
              checked={mode === one}
              onChange={() => setMode(id, one)}
            />
            <span>{text.mode[one]}</span>
          </label>
        ))}
      </div>
      <p class="quiet general">
        <strong>{text.ruleSays}</strong> <span class="numbers">{wordsOf(id, general)}</span> · {words()[general.level]}
        {general.clause && (
          <>
            {' '}
            · <span lang="zh-CN">{general.clause}</span>
          </>
        )}{' '}
        <code>{id}</code>
      </p>
      {mode === 'own' && <LimitFields id={id} general={general} />}
      <Problems path={['checks', id]} />
    </div>
  )
}

/** What holds now, by the file and the rules together; while something is wrong, what was right last can't be told. */
function limitLine(id: string): string {
  const limit = profile.value?.checks[id] ?? (modeOf(file.value, id) === 'rule' ? GENERAL[id] : undefined)
  return limit ? `${wordsOf(id, limit)} · ${words()[limit.level]}` : ''
}

/** A limit's numbers or names, in words. */
export function wordsOf(id: string, limit: Limit): string {
  const about = describeCheck(id, locale.value)
  const range = rangeOf({ limits: limit, unit: about?.unit ?? '' })
  const allowed = limit.oneOf?.map(value =>
    typeof value === 'string' ? (about?.values[value] ?? value) : formatValue(value, about?.unit ?? '', locale.value),
  )
  return [range, allowed?.join(locale.value === 'en' ? ', ' : '、')].filter(Boolean).join(' · ')
}
