import type { JSX } from 'preact'
import type { Report } from '../../contract/report'
import { phase, progress } from '../../state/store'
import { getRuleGroup, isFileOnly, summarise, type Summary } from '../../report/summary'
import { explainCheck } from '../common/explain-check'
import { VerdictIcon } from '../common/icons'
import { ProgressBar } from '../common/progress-bar'
import { getPageText } from '../text'
import { VerdictCountList } from './check-list'
import { FirstChecks } from './first-checks'
import { buildHeadline, getOverallVerdict } from './headline'

/** The verdict in one line, what to do first, and the counts. */
export function VerdictCard({ report }: { report: Report }): JSX.Element {
  const text = getPageText()
  const summary = summarise(report)
  const { counts, toMend, mendedBySaving, unknown, pending } = summary
  const sign = getOverallVerdict(report)
  const stage = !isFileOnly(report) ? 'parts' : phase.value === 'loading' ? 'models' : 'checking'
  return (
    <section class={`verdict verdict-${sign}`}>
      <h1 tabIndex={-1}>
        <VerdictIcon verdict={sign} />
        {buildHeadline(report)}
      </h1>
      {toMend.length > 0 && <FirstChecks report={report} title={text.firstFix} checks={toMend} />}
      {toMend.length === 0 && unknown.length > 0 && (
        <FirstChecks report={report} title={text.firstLook} checks={unknown} />
      )}
      {pending.length > 0 && <ProgressBar loading={progress.value} stage={text.stage[stage]!} />}
      <VerdictCountList counts={counts} saved={mendedBySaving.length} />
      <UncheckedNote report={report} summary={summary} />
      <p class="quiet note">{text.verdictNote}</p>
    </section>
  )
}

/** Names what a glance settles. */
function UncheckedNote({ report, summary }: { report: Report; summary: Summary }): JSX.Element | null {
  const titles = summary.unchecked
    .filter(check => !summary.unknown.includes(check) && getRuleGroup(check) !== 'file')
    .map(check => explainCheck(check, report).title)
  if (!titles.length) return null
  return <p class="quiet">{getPageText().result.uncheckedNote(titles)}</p>
}
