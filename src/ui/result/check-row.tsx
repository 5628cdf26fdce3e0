import type { JSX, TargetedEvent } from 'preact'
import { useState } from 'preact/hooks'
import type { Check } from '../../contract/report'
import { selectCheck } from '../../state/actions'
import { locale, profile, selectedCheckId } from '../../state/store'
import { isPending } from '../../report/summary'
import { formatValue } from '../../text'
import { explain } from '../../zhaojian'
import { ChevronIcon, VerdictIcon } from '../common/icons'
import { getPageText } from '../text'
import { CloseUp } from './close-up'
import { formatRange } from './format-range'

/** One check: its verdict as icon and word, and its value; opened, the finding, the advice and the clause. */
export function CheckRow({ check }: { check: Check }): JSX.Element {
  const text = getPageText()
  const [open, setOpen] = useState(false)
  const { title, finding, advice } = explain(check, locale.value)
  const isSelected = selectedCheckId.value === check.id
  const onToggle = (event: TargetedEvent<HTMLDetailsElement>): void => {
    const isOpen = event.currentTarget.open
    setOpen(isOpen)
    if (isOpen) selectCheck(check.id)
    else if (isSelected) selectCheck(null)
  }
  return (
    <li>
      <details
        class={`check check-${check.verdict}${isSelected ? ' selected' : ''}`}
        id={`check-${check.id}`}
        open={open}
        onToggle={onToggle}
      >
        <summary>
          <VerdictIcon verdict={check.verdict} />
          <span class="check-title">{title}</span>
          <span class="check-value numbers">
            {typeof check.value === 'number' && formatValue(check.value, check.unit, locale.value)}
          </span>
          <span class={`word word-${check.verdict}`}>
            {isPending(check) ? text.pending : text.verdict[check.verdict]}
          </span>
          <ChevronIcon />
        </summary>
        {open && <Details check={check} finding={finding} advice={advice} />}
      </details>
    </li>
  )
}

function Details({ check, finding, advice }: { check: Check; finding: string; advice: string }): JSX.Element {
  const text = getPageText()
  return (
    <div class="check-body">
      <p class="finding">{finding}</p>
      {check.verdict !== 'pass' && (
        <p class="advice">
          <strong>{text.advice}</strong>
          {advice}
        </p>
      )}
      {check.regions.length > 0 && <CloseUp check={check} />}
      <Facts check={check} />
    </div>
  )
}

function Facts({ check }: { check: Check }): JSX.Element {
  const text = getPageText()
  const limit = profile.value.checks[check.id]
  const range = formatRange(check)
  return (
    <dl class="facts">
      {typeof check.value === 'number' && (
        <div>
          <dt>{text.measured}</dt>
          <dd class="numbers">{formatValue(check.value, check.unit, locale.value)}</dd>
        </div>
      )}
      {range !== null && (
        <div>
          <dt>{text.limit}</dt>
          <dd class="numbers">
            {range}
            <span class="level">{check.limits.level === 'required' ? text.required : text.advised}</span>
          </dd>
        </div>
      )}
      {check.clause && (
        <div class="wide">
          <dt>{text.clause}</dt>
          <dd lang="zh-CN">{check.clause}</dd>
        </div>
      )}
      {limit && (
        <div class="wide">
          <dt>{text.clauseSource}</dt>
          <dd>
            {limit.source}
            <span class="trust">{text.trust[limit.trust]}</span>
          </dd>
        </div>
      )}
    </dl>
  )
}
