import type { JSX } from 'preact'
import type { Check, Report } from '../../contract/report'
import { findDifferences } from '../../report/comparison'
import { isMendedBySaving } from '../../report/summary'
import { locale, type PhotoEntry } from '../../state/store'
import { explain } from '../../zhaojian'
import { SaveIcon, VerdictIcon } from '../common/icons'
import { getPageText } from '../text'

interface NumberedPhoto {
  readonly shot: PhotoEntry
  /** Number of the photo, from 1. */
  readonly number: number
}

/** Only the rules on which the photos differ. */
export function DifferenceTable({ shots }: { shots: readonly PhotoEntry[] }): JSX.Element | null {
  const { compare } = getPageText()
  const columns = shots.map((shot, at) => ({ shot, number: at + 1 })).filter(({ shot }) => shot.checked && shot.report)
  if (columns.length < 2) return null
  const rows = findDifferences(columns.map(({ shot }) => shot.report))
  return (
    <section class="differences">
      <h2 id="differences">{compare.differences}</h2>
      {rows.length === 0 ? (
        <p class="quiet">{compare.noDifferences}</p>
      ) : (
        <table aria-labelledby="differences">
          <TableHead columns={columns} />
          <tbody>
            {rows.map(({ id, checks }) => (
              <tr key={id}>
                <th scope="row">{getTitle(checks.find(check => check !== null)!)}</th>
                {checks.map((check, at) => (
                  <td key={columns[at]!.shot.id}>
                    {check && <Cell check={check} report={columns[at]!.shot.report!} />}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

const getTitle = (check: Check): string => explain(check, locale.value).title

function TableHead({ columns }: { columns: readonly NumberedPhoto[] }): JSX.Element {
  const { compare } = getPageText()
  return (
    <thead>
      <tr>
        <th scope="col">{compare.rule}</th>
        {columns.map(({ shot, number }) => (
          <th key={shot.id} scope="col">
            <span class="unseen">{compare.number(number)}</span>
            <span class="shot-digit" aria-hidden="true">
              {number}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  )
}

function Cell({ check, report }: { check: Check; report: Report }): JSX.Element {
  const text = getPageText()
  const isMended = isMendedBySaving(check, report)
  return (
    <span class="cell">
      {isMended ? <SaveIcon /> : <VerdictIcon verdict={check.verdict} />}
      <span class="unseen">{isMended ? text.result.savedFix : text.verdict[check.verdict]}</span>
    </span>
  )
}
