import type { JSX, TargetedEvent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Limit } from '../../contract/limit'
import type { Check, Report } from '../../contract/report'
import { selectCheck } from '../../state/actions'
import { locale, profile, selectedCheckId } from '../../state/store'
import { isPending } from '../../report/summary'
import { formatValue } from '../../text'
import { Clause } from '../common/clause'
import { explainCheck } from '../common/explain-check'
import { ChevronIcon, VerdictIcon } from '../common/icons'
import { getPageText } from '../text'
import { CloseUp } from './close-up'
import { ColourSwatches } from './colour-swatches'
import { formatRange } from './format-range'

/** Units that a student knows; other numbers are told only once the row is open. */
const EVERYDAY_UNITS: readonly string[] = ['px', 'bytes', 'dpi']

interface Props {
  readonly check: Check
  readonly report: Report
  /** A change opens or closes the row; in between the student decides. */
  readonly allOpen: boolean
}

/** One check: its verdict as icon and word; opened, the finding, the advice, the number and the clause. */
export function CheckRow({ check, report, allOpen }: Props): JSX.Element {
  const text = getPageText()
  const [open, setOpen] = useState(allOpen)
  useEffect(() => setOpen(allOpen), [allOpen])
  const { title } = explainCheck(check, report)
  const isSelected = selectedCheckId.value === check.id
  const onToggle = (event: TargetedEvent<HTMLDetailsElement>): void => {
    const isOpen = event.currentTarget.open
    // Opened with all others: none of them is the chosen one.
    if (isOpen === open) return
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
            {typeof check.value === 'number' &&
              EVERYDAY_UNITS.includes(check.unit) &&
              formatValue(check.value, check.unit, locale.value)}
          </span>
          <span class={`word word-${check.verdict}`}>
            {isPending(check) ? text.pending : text.verdict[check.verdict]}
          </span>
          <ChevronIcon />
        </summary>
        {open && <Details check={check} report={report} withCloseUp={!allOpen || check.verdict !== 'pass'} />}
      </details>
    </li>
  )
}

function Details({
  check,
  report,
  withCloseUp,
}: Omit<Props, 'allOpen'> & {
  /** Each decodes the photo once more: too much for every row at a time. */
  withCloseUp: boolean
}): JSX.Element {
  const text = getPageText()
  const { finding, advice, measure } = explainCheck(check, report)
  return (
    <div class="check-body">
      <p class="finding">{finding}</p>
      {check.verdict !== 'pass' && (
        <p class="advice">
          <strong>{text.advice}</strong>
          {advice}
        </p>
      )}
      <ColourSwatches check={check} />
      {check.regions.length > 0 && withCloseUp && <CloseUp check={check} />}
      <Facts check={check} measure={measure} />
      <OwnReading check={check} />
    </div>
  )
}

function Facts({ check, measure }: { check: Check; measure: string | null }): JSX.Element {
  const text = getPageText()
  const limit = profile.value.checks[check.id]
  const range = formatRange(check)
  return (
    <dl class="facts">
      {typeof check.value === 'number' && (
        <div>
          <dt>{measure === null ? text.measured : text.measuredOf(measure)}</dt>
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
      {check.clause && <ClauseFact clause={check.clause} limit={limit} />}
    </dl>
  )
}

/** How the clause is read here where it gives no number: one tap deeper, because it is not the school's. */
function OwnReading({ check }: { check: Check }): JSX.Element | null {
  const reading = profile.value.checks[check.id]?.reading
  if (!reading) return null
  return (
    <details class="reading">
      <summary>{getPageText().reading}</summary>
      <p>{reading[locale.value]}</p>
    </details>
  )
}

/** What the notice says, and where it stands. */
function ClauseFact({ clause, limit }: { clause: string; limit: Limit | undefined }): JSX.Element {
  const text = getPageText()
  return (
    <>
      <div class="wide">
        <dt>{text.clause}</dt>
        <dd>
          <Clause clause={clause} clauseEn={limit?.clauseEn} quoted={limit?.quoted} />
        </dd>
      </div>
      {limit?.source && (
        <div class="wide">
          <dt>{text.clauseSource}</dt>
          <dd>
            <cite lang="zh-CN">{limit.source}</cite>
            <span class="trust">{text.trust[limit.trust]}</span>
          </dd>
        </div>
      )}
    </>
  )
}
