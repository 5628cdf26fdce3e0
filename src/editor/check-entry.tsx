import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Limit } from '../contract/limit'
import { locale } from '../state/store'
import { formatValue } from '../text'
import { ChevronIcon, VerdictIcon } from '../ui/common/icons'
import { formatRange } from '../ui/result/format-range'
import { getPageText } from '../ui/text'
import { describeCheck, type ProfileProblem } from '../zhaojian'
import { FieldProblems } from './fields'
import { LimitFields } from './limit-fields'
import { getCheckMode, type CheckMode } from './model'
import { afterNextPaint, scrollAndFocus, requestedCheck } from './navigation'
import { setValue, file, RULE_LIMITS, problems, profile, setCheckMode } from './store'
import { getEditorText } from './text'

const CHECK_MODES: readonly CheckMode[] = ['rule', 'own', 'off']

/**
 * One check: what holds in a line; opened, whether it is as the rule says, the school's own or left out, and its
 * fields.
 */
export function CheckEntry({ id }: { id: string }): JSX.Element {
  const text = getEditorText()
  const [open, setOpen] = useState(false)
  const details = useRef<HTMLDetailsElement>(null)
  const mode = getCheckMode(file.value, id)
  const title = describeCheck(id, locale.value)?.title ?? id
  const isWrong = problems.value.some(problem => isProblemOf(problem, id))
  const asked = requestedCheck.value?.check === id ? requestedCheck.value : null
  useEffect(() => {
    if (!asked) return
    setOpen(true)
    // Also where the reader has folded it by hand.
    details.current!.closest<HTMLDetailsElement>('details.fold')!.open = true
    afterNextPaint(() =>
      scrollAndFocus(
        (asked.field === null ? null : document.getElementById(asked.field)) ??
          details.current?.querySelector('summary'),
      ),
    )
    requestedCheck.value = null
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
          <span class="check-value numbers">{mode !== 'off' && formatLimitLine(id)}</span>
          {mode !== 'rule' && <span class={`badge badge-${mode}`}>{text.mode[mode]}</span>}
          <ChevronIcon />
        </summary>
        {open && <CheckEntryFields id={id} title={title} mode={mode} />}
      </details>
    </li>
  )
}

const isProblemOf = ({ keys }: ProfileProblem, id: string): boolean => keys[0] === 'checks' && keys[1] === id

function CheckEntryFields({ id, title, mode }: { id: string; title: string; mode: CheckMode }): JSX.Element {
  const text = getEditorText()
  const general = RULE_LIMITS[id]
  if (!general)
    return (
      <div class="check-body">
        <FieldProblems path={['checks', id]} />
        <div>
          <button type="button" class="button" onClick={() => setValue(['checks', id], undefined)}>
            {text.removeKey}
          </button>
        </div>
      </div>
    )
  return (
    <div class="check-body">
      <div class="modes" role="radiogroup" aria-label={text.modeOf(title)}>
        {CHECK_MODES.map(one => (
          <label key={one} class="mode">
            <input
              type="radio"
              name={`mode-${id}`}
              value={one}
              checked={mode === one}
              onChange={() => setCheckMode(id, one)}
            />
            <span>{text.mode[one]}</span>
          </label>
        ))}
      </div>
      <p class="quiet general">
        <strong>{text.ruleSays}</strong> <span class="numbers">{describeLimit(id, general)}</span> ·{' '}
        {getPageText()[general.level]}
        {general.clause && (
          <>
            {' '}
            · <span lang="zh-CN">{general.clause}</span>
          </>
        )}{' '}
        <code>{id}</code>
      </p>
      {mode === 'own' && <LimitFields id={id} general={general} />}
      <FieldProblems path={['checks', id]} />
    </div>
  )
}

/** What holds now, by the file and the rules together; while something is wrong, what was right last can't be told. */
function formatLimitLine(id: string): string {
  const limit = profile.value?.checks[id] ?? (getCheckMode(file.value, id) === 'rule' ? RULE_LIMITS[id] : undefined)
  return limit ? `${describeLimit(id, limit)} · ${getPageText()[limit.level]}` : ''
}

/** A limit's numbers or names, in words. */
export function describeLimit(id: string, limit: Limit): string {
  const about = describeCheck(id, locale.value)
  const range = formatRange({ limits: limit, unit: about?.unit ?? '' })
  const allowed = limit.oneOf?.map(value =>
    typeof value === 'string' ? (about?.values[value] ?? value) : formatValue(value, about?.unit ?? '', locale.value),
  )
  return [range, allowed?.join(locale.value === 'en' ? ', ' : '、')].filter(Boolean).join(' · ')
}
