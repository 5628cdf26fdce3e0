import type { JSX, TargetedEvent } from 'preact'
import type { Check, Report } from '../../contract/report'
import { locale, progress } from '../../state/store'
import { summarise } from '../../report/summary'
import { explain } from '../../zhaojian'
import { VerdictIcon } from '../common/icons'
import { ProgressBar } from '../common/progress-bar'
import { getPageText } from '../text'
import { VerdictCountList } from './check-list'
import { buildHeadline, getOverallVerdict } from './headline'

const MAX_FIRST_ITEMS = 4

/** The verdict in one line, the counts, and what to fix first. */
export function VerdictCard({ report }: { report: Report }): JSX.Element {
  const text = getPageText()
  const { counts, toMend, mendedBySaving, unknown, pending } = summarise(report)
  const sign = getOverallVerdict(report)
  const first = toMend.length ? toMend : unknown
  return (
    <section class={`verdict verdict-${sign}`}>
      <h1 tabIndex={-1}>
        <VerdictIcon verdict={sign} />
        {buildHeadline(report)}
      </h1>
      <VerdictCountList counts={counts} saved={mendedBySaving.length} />
      {pending.length > 0 && <ProgressBar loading={progress.value} stage={text.stage['parts']!} />}
      {first.length > 0 && (
        <div class="first">
          <h2>{toMend.length ? text.firstFix : text.firstLook}</h2>
          <ol>
            {first.slice(0, MAX_FIRST_ITEMS).map(check => (
              <FirstItem key={check.id} check={check} />
            ))}
          </ol>
        </div>
      )}
      <p class="quiet note">{text.verdictNote}</p>
    </section>
  )
}

function FirstItem({ check }: { check: Check }): JSX.Element {
  const { title, advice } = explain(check, locale.value)
  const open = (event: TargetedEvent): void => {
    event.preventDefault()
    const row = document.getElementById(`check-${check.id}`) as HTMLDetailsElement | null
    if (!row) return
    row.open = true
    row.scrollIntoView({
      block: 'center',
      behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
    })
    row.querySelector('summary')?.focus({ preventScroll: true })
  }
  return (
    <li>
      <a href={`#check-${check.id}`} onClick={open}>
        {title}
      </a>
      <span>{advice}</span>
    </li>
  )
}
