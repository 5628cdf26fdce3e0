import type { JSX, TargetedEvent } from 'preact'
import { useState } from 'preact/hooks'
import type { Check, Report } from '../../contract/report'
import { getRemedy } from '../../report/summary'
import { explainCheck } from '../common/explain-check'
import { getPageText } from '../text'
import { ColourSwatches } from './colour-swatches'

const MAX_FIRST_ITEMS = 4

interface Props {
  readonly report: Report
  readonly title: string
  readonly checks: readonly Check[]
}

/** What to do first, in order; what is more than a few is one tap away. */
export function FirstChecks({ report, title, checks }: Props): JSX.Element {
  const [isWhole, setWhole] = useState(false)
  const rest = checks.length - MAX_FIRST_ITEMS
  return (
    <div class="first">
      <h2>{title}</h2>
      <ol>
        {(isWhole ? checks : checks.slice(0, MAX_FIRST_ITEMS)).map(check => (
          <FirstItem key={check.id} check={check} report={report} />
        ))}
      </ol>
      {rest > 0 && !isWhole && (
        <button type="button" class="chip" data-action="more-faults" onClick={() => setWhole(true)}>
          {getPageText().result.moreFaults(rest)}
        </button>
      )}
    </div>
  )
}

function FirstItem({ check, report }: { check: Check; report: Report }): JSX.Element {
  const { title, advice } = explainCheck(check, report)
  const remedy = check.verdict === 'fail' ? getRemedy(check) : null
  return (
    <li>
      <span class="first-title">
        <a href={`#check-${check.id}`} onClick={event => openRow(event, check.id)}>
          {title}
        </a>
        {remedy && <span class={`remedy remedy-${remedy}`}>{getPageText().result.remedy[remedy]}</span>}
      </span>
      <span class="first-advice">{advice}</span>
      <ColourSwatches check={check} />
    </li>
  )
}

function openRow(event: TargetedEvent, id: string): void {
  event.preventDefault()
  const row = document.getElementById(`check-${id}`) as HTMLDetailsElement | null
  if (!row) return
  row.open = true
  row.scrollIntoView({
    block: 'center',
    behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
  })
  row.querySelector('summary')?.focus({ preventScroll: true })
}
