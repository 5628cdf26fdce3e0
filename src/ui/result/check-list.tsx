import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Report, Verdict } from '../../contract/report'
import { summarise, type Counts } from '../../state/summary'
import { VerdictIcon } from '../common/icons'
import { words } from '../text'
import { CheckRow } from './check-row'

const ORDER: readonly Verdict[] = ['fail', 'unknown', 'warn', 'pass']

/** Every rule, in groups, the worst first. */
export function CheckList({ report }: { report: Report }): JSX.Element {
  const text = words()
  const [onlyOpen, setOnlyOpen] = useState(false)
  const { groups } = summarise(report)
  return (
    <section class="checks" aria-labelledby="checks-title">
      <div class="checks-head">
        <h2 id="checks-title">{text.allChecks}</h2>
        <button type="button" class="chip" aria-pressed={onlyOpen} onClick={() => setOnlyOpen(!onlyOpen)}>{text.onlyOpen}</button>
      </div>
      {groups.map(({ id, checks, counts }) => {
        const shown = onlyOpen ? checks.filter(({ verdict }) => verdict !== 'pass') : checks
        return (
          <section key={id} class="group" aria-labelledby={`group-${id}`}>
            <h3 id={`group-${id}`}>{text.group[id]}<CountMarks counts={counts} /></h3>
            {id === 'file' && <p class="quiet">{report.crop ? text.fileNote : text.fileNoteNoCrop}</p>}
            {id === 'position' && report.crop && <p class="quiet">{text.positionNote}</p>}
            {shown.length ? <ul>{shown.map(check => <CheckRow key={check.id} check={check} />)}</ul> : <p class="quiet">{text.nothingOpen}</p>}
          </section>
        )
      })}
    </section>
  )
}

/** How many of each verdict, in signs and numbers; the words are for those who hear the page. */
export function CountMarks({ counts, named = false }: { counts: Counts; named?: boolean }): JSX.Element {
  const text = words()
  return (
    <span class={named ? 'counts named' : 'counts'}>
      {ORDER.filter(verdict => counts[verdict] > 0).map(verdict => (
        <span key={verdict} class={`count count-${verdict}`}><VerdictIcon verdict={verdict} /><span class={named ? '' : 'unseen'}>{text.verdict[verdict]}</span>{counts[verdict]}</span>
      ))}
    </span>
  )
}
