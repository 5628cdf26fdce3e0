import type { JSX, RefObject } from 'preact'
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

/** One check: its limit in a line; opened, the choice of the rule's limit, an own one or none, and its fields. */
export function CheckEntry({ id }: { id: string }): JSX.Element {
  const text = getEditorText()
  const [open, setOpen] = useState(false)
  const details = useRef<HTMLDetailsElement>(null)
  const mode = getCheckMode(file.value, id)
  const title = describeCheck(id, locale.value)?.title ?? id
  const isWrong = problems.value.some(problem => isProblemOf(problem, id))
  useRequestedCheck(id, details, () => setOpen(true))
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

/** Opens, scrolls to and focuses the check or its field when a link asks for it. */
function useRequestedCheck(id: string, details: RefObject<HTMLDetailsElement | null>, open: () => void): void {
  const requested = requestedCheck.value?.check === id ? requestedCheck.value : null
  useEffect(() => {
    if (!requested) return
    open()
    // Its group may have been folded by hand.
    details.current!.closest<HTMLDetailsElement>('details.fold')!.open = true
    afterNextPaint(() =>
      scrollAndFocus(
        (requested.field === null ? null : document.getElementById(requested.field)) ??
          details.current?.querySelector('summary'),
      ),
    )
    requestedCheck.value = null
  }, [requested])
}

const isProblemOf = ({ keys }: ProfileProblem, id: string): boolean => keys[0] === 'checks' && keys[1] === id

interface CheckEntryFieldsProps {
  readonly id: string
  readonly title: string
  readonly mode: CheckMode
}

function CheckEntryFields({ id, title, mode }: CheckEntryFieldsProps): JSX.Element {
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
      <ModeChoice id={id} title={title} mode={mode} />
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

function ModeChoice({ id, title, mode: chosen }: CheckEntryFieldsProps): JSX.Element {
  const text = getEditorText()
  return (
    <div class="modes" role="radiogroup" aria-label={text.modeOf(title)}>
      {CHECK_MODES.map(mode => (
        <label key={mode} class="mode">
          <input
            type="radio"
            name={`mode-${id}`}
            value={mode}
            checked={chosen === mode}
            onChange={() => setCheckMode(id, mode)}
          />
          <span>{text.mode[mode]}</span>
        </label>
      ))}
    </div>
  )
}

/** The limit in force, by the file and the rules together; of an invalid profile only a rule's limit is known. */
function formatLimitLine(id: string): string {
  const limit = profile.value?.checks[id] ?? (getCheckMode(file.value, id) === 'rule' ? RULE_LIMITS[id] : undefined)
  return limit ? `${describeLimit(id, limit)} · ${getPageText()[limit.level]}` : ''
}

/** Puts the numbers or names of a limit into words. */
export function describeLimit(id: string, limit: Limit): string {
  const about = describeCheck(id, locale.value)
  const range = formatRange({ limits: limit, unit: about?.unit ?? '' })
  const allowed = limit.oneOf?.map(value =>
    typeof value === 'string' ? (about?.values[value] ?? value) : formatValue(value, about?.unit ?? '', locale.value),
  )
  return [range, allowed?.join(locale.value === 'en' ? ', ' : '、')].filter(Boolean).join(' · ')
}
