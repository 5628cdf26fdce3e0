import type { JSX } from 'preact'
import type { Check } from '../../contract/report'
import { findDifferences } from '../../report/comparison'
import { locale, type PhotoEntry } from '../../state/store'
import { formatValue } from '../../text'
import { explain } from '../../zhaojian'
import { VerdictIcon } from '../common/icons'
import { getPageText } from '../text'

/** Only the rules on which the photos differ; the same ones tell nothing. */
export function DifferenceTable({ shots }: { shots: readonly PhotoEntry[] }): JSX.Element | null {
  const text = getPageText()
  const told = shots.map((shot, at) => ({ shot, number: at + 1 })).filter(({ shot }) => shot.checked && shot.report)
  if (told.length < 2) return null
  const rows = findDifferences(told.map(({ shot }) => shot.report))
  return (
    <section class="differences">
      <h2 id="differences">{text.compare.differences}</h2>
      {rows.length === 0 ? (
        <p class="quiet">{text.compare.noDifferences}</p>
      ) : (
        <table aria-labelledby="differences">
          <thead>
            <tr>
              <th scope="col">{text.compare.rule}</th>
              {told.map(({ shot, number }) => (
                <th key={shot.id} scope="col">
                  <span class="unseen">{text.compare.number(number)}</span>
                  <span class="shot-digit" aria-hidden="true">
                    {number}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, checks }) => (
              <tr key={id}>
                <th scope="row">
                  {
                    explain(
                      checks.find(check => check !== null)!,
                      locale.value,
                    ).title
                  }
                </th>
                {checks.map((check, at) => (
                  <td key={told[at]!.shot.id}>{check && <Cell check={check} />}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Cell({ check }: { check: Check }): JSX.Element {
  return (
    <span class="cell">
      <VerdictIcon verdict={check.verdict} />
      <span class="unseen">{getPageText().verdict[check.verdict]}</span>
      {typeof check.value === 'number' && (
        <span class="numbers cell-value">{formatValue(check.value, check.unit, locale.value)}</span>
      )}
    </span>
  )
}
