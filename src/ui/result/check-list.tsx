import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Check, Report, Verdict } from '../../contract/report'
import { isMendedBySaving, isPending, summarise, type VerdictCounts, type Summary } from '../../report/summary'
import { SaveIcon, VerdictIcon } from '../common/icons'
import { getPageText } from '../text'
import { CheckRow } from './check-row'
import { Fold } from './fold'

const VERDICT_ORDER: readonly Verdict[] = ['fail', 'unknown', 'warn', 'pass']

/** Every rule, in groups, the worst first. What needs nobody is folded into a line. */
export function CheckList({ report }: { report: Report }): JSX.Element {
  const text = getPageText()
  const [allOpen, setAllOpen] = useState(false)
  return (
    <section class="checks" aria-labelledby="checks-title">
      <div class="checks-head">
        <h2 id="checks-title">{text.allChecks}</h2>
        <button type="button" class="chip" onClick={() => setAllOpen(!allOpen)}>
          {allOpen ? text.collapseAll : text.expandAll}
        </button>
      </div>
      {summarise(report).groups.map(group => (
        <CheckGroup key={group.id} group={group} report={report} allOpen={allOpen} />
      ))}
    </section>
  )
}

function CheckGroup({
  group: { id, checks },
  report,
  allOpen,
}: {
  group: Summary['groups'][number]
  report: Report
  allOpen: boolean
}): JSX.Element {
  const text = getPageText()
  const pending = checks.filter(isPending)
  const saved = checks.filter(check => !isPending(check) && isMendedBySaving(check, report))
  const fine = checks.filter(({ verdict }) => verdict === 'pass')
  const needed = checks.filter(check => check.verdict !== 'pass' && !pending.includes(check) && !saved.includes(check))
  const folds: readonly FoldedChecks[] = (
    [
      { checks: saved, sign: <SaveIcon />, line: text.result.mendedBySaving(saved.length) },
      { checks: pending, sign: <VerdictIcon verdict="unknown" />, line: text.result.stillLooking(pending.length) },
      {
        checks: fine,
        sign: <VerdictIcon verdict="pass" />,
        line: fine.length === checks.length ? text.result.allPass(fine.length) : text.result.passes(fine.length),
      },
    ] satisfies FoldedChecks[]
  ).filter(one => one.checks.length > 0)
  const heading = <h3 id={`group-${id}`}>{text.group[id]}</h3>
  const note =
    id === 'file' ? (
      <p class="quiet group-note">{report.crop ? text.fileNote : text.fileNoteNoCrop}</p>
    ) : id === 'position' && report.crop ? (
      <p class="quiet group-note">{text.positionNote}</p>
    ) : null
  // A group in which nothing needs the student is one line in all.
  if (!needed.length) {
    return (
      <section class="group" aria-labelledby={`group-${id}`}>
        <Fold
          open={allOpen}
          summary={
            <>
              {heading}
              <span class="fold-words">
                {folds.map(({ sign, line }) => (
                  <span key={line} class="fold-line">
                    {sign}
                    {line}
                  </span>
                ))}
              </span>
            </>
          }
        >
          {note}
          <ul>
            {[...saved, ...pending, ...fine].map(check => (
              <CheckRow key={check.id} check={check} />
            ))}
          </ul>
        </Fold>
      </section>
    )
  }
  return (
    <section class="group" aria-labelledby={`group-${id}`}>
      <div class="group-head">
        {heading}
        {note}
      </div>
      <ul>
        {needed.map(check => (
          <CheckRow key={check.id} check={check} />
        ))}
      </ul>
      {folds.map(({ checks: own, sign, line }) => (
        <Fold
          key={line}
          open={allOpen}
          summary={
            <span class="fold-words">
              <span class="fold-line">
                {sign}
                {line}
              </span>
            </span>
          }
        >
          <ul>
            {own.map(check => (
              <CheckRow key={check.id} check={check} />
            ))}
          </ul>
        </Fold>
      ))}
    </section>
  )
}

interface FoldedChecks {
  readonly checks: readonly Check[]
  readonly sign: JSX.Element
  readonly line: string
}

/** How many of each verdict, and how many more saving mends. */
export function VerdictCountList({ counts, saved }: { counts: VerdictCounts; saved: number }): JSX.Element {
  const text = getPageText()
  return (
    <span class="counts named">
      {VERDICT_ORDER.filter(verdict => counts[verdict] > 0).map(verdict => (
        <span key={verdict} class={`count count-${verdict}`}>
          <VerdictIcon verdict={verdict} />
          <span>{text.verdict[verdict]}</span>
          {counts[verdict]}
        </span>
      ))}
      {saved > 0 && (
        <span class="count">
          <SaveIcon />
          {text.result.mendedBySaving(saved)}
        </span>
      )}
    </span>
  )
}
