import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Check, Report, Verdict } from '../../contract/report'
import {
  isFileOnly,
  isMendedBySaving,
  isPending,
  summarise,
  type VerdictCounts,
  type Summary,
} from '../../report/summary'
import { SaveIcon, VerdictIcon } from '../common/icons'
import { getPageText } from '../text'
import { CheckRow } from './check-row'
import { Fold } from './fold'

const VERDICT_ORDER: readonly Verdict[] = ['fail', 'unknown', 'warn', 'pass']

/** All checks by group, the worst first. Checks that need no attention are collapsed into one line. */
export function CheckList({ report }: { report: Report }): JSX.Element {
  const text = getPageText()
  const [allOpen, setAllOpen] = useState(false)
  return (
    <section class="checks" aria-labelledby="checks-title">
      <div class="checks-head">
        <h2 id="checks-title">{text.allChecks}</h2>
        <button type="button" class="chip" data-action="open-all" onClick={() => setAllOpen(!allOpen)}>
          {allOpen ? text.collapseAll : text.expandAll}
        </button>
      </div>
      {summarise(report).groups.map(group => (
        <CheckGroup key={group.id} group={group} report={report} allOpen={allOpen} />
      ))}
    </section>
  )
}

type Group = Summary['groups'][number]

function CheckGroup({ group, report, allOpen }: { group: Group; report: Report; allOpen: boolean }): JSX.Element {
  const { needed, folded, folds } = sortChecks(group, report)
  const shared = { report, allOpen }
  const heading = <h3 id={`group-${group.id}`}>{getPageText().group[group.id]}</h3>
  const note = <GroupNote id={group.id} report={report} />
  return (
    <section class="group" aria-labelledby={`group-${group.id}`}>
      {needed.length ? (
        <>
          <div class="group-head">
            {heading}
            {note}
          </div>
          <CheckRows checks={needed} {...shared} />
          {folds.map(fold => (
            <Fold key={fold.line} open={allOpen} summary={<FoldWords folds={[fold]} />}>
              <CheckRows checks={fold.checks} {...shared} />
            </Fold>
          ))}
        </>
      ) : (
        // A group without checks that need attention is collapsed as a whole.
        <Fold
          open={allOpen}
          summary={
            <>
              {heading}
              <FoldWords folds={folds} />
            </>
          }
        >
          {note}
          <CheckRows checks={folded} {...shared} />
        </Fold>
      )}
    </section>
  )
}

interface FoldedChecks {
  readonly checks: readonly Check[]
  readonly sign: JSX.Element
  readonly line: string
}

interface SortedChecks {
  /** Checks that need the student's attention. */
  readonly needed: readonly Check[]
  /** All others, in the order of `folds`. */
  readonly folded: readonly Check[]
  readonly folds: readonly FoldedChecks[]
}

function sortChecks({ checks }: Group, report: Report): SortedChecks {
  const text = getPageText().result
  const pending = checks.filter(isPending)
  const fixedBySaving = checks.filter(check => !isPending(check) && isMendedBySaving(check, report))
  const fine = checks.filter(({ verdict }) => verdict === 'pass')
  const folds: readonly FoldedChecks[] = [
    { checks: fixedBySaving, sign: <SaveIcon />, line: text.mendedBySaving(fixedBySaving.length) },
    { checks: pending, sign: <VerdictIcon verdict="unknown" />, line: text.stillLooking(pending.length) },
    {
      checks: fine,
      sign: <VerdictIcon verdict="pass" />,
      line: fine.length === checks.length ? text.allPass(fine.length) : text.passes(fine.length),
    },
  ]
  return {
    needed: checks.filter(
      check => check.verdict !== 'pass' && !pending.includes(check) && !fixedBySaving.includes(check),
    ),
    folded: folds.flatMap(fold => fold.checks),
    folds: folds.filter(fold => fold.checks.length > 0),
  }
}

function GroupNote({ id, report }: { id: Group['id']; report: Report }): JSX.Element | null {
  const text = getPageText()
  if (id === 'file' && isFileOnly(report)) return null
  if (id === 'file') return <p class="quiet group-note">{report.crop ? text.fileNote : text.fileNoteNoCrop}</p>
  if (id === 'position' && report.crop) return <p class="quiet group-note">{text.positionNote}</p>
  return null
}

function FoldWords({ folds }: { folds: readonly FoldedChecks[] }): JSX.Element {
  return (
    <span class="fold-words">
      {folds.map(({ sign, line }) => (
        <span key={line} class="fold-line">
          {sign}
          {line}
        </span>
      ))}
    </span>
  )
}

function CheckRows({ checks, ...shared }: { checks: readonly Check[]; report: Report; allOpen: boolean }): JSX.Element {
  return (
    <ul>
      {checks.map(check => (
        <CheckRow key={check.id} check={check} {...shared} />
      ))}
    </ul>
  )
}

/** The count of each verdict, and of the checks that saving fixes. */
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
