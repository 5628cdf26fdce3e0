import type { JSX } from 'preact'
import type { BatchRow } from '../../contract/batch'
import type { LeftOut } from '../../delivery/told'
import type { ZipPlan } from '../../delivery/zip-plan'
import { deliverWords } from '../text/deliver'

/** Names shown of each kind; the rest is counted. */
const SHOWN = 3

/** What the names will be, which files have none, and what else stays out. */
export function ZipPlanView({
  plan,
  isNumbering,
  onNumber,
}: {
  plan: ZipPlan
  isNumbering: boolean
  onNumber: (on: boolean) => void
}): JSX.Element {
  const text = deliverWords()
  const clashing = plan.clashes.reduce((sum, { rows }) => sum + rows.length, 0)
  const others = othersLeftOut(plan)
  return (
    <div class="zip-plan">
      {plan.entries.length > 0 && (
        <div>
          <h4>{text.preview}</h4>
          <ul>
            {plan.entries.slice(0, SHOWN).map(({ row, path }) => (
              <li key={row.id} class="zip-name">
                <span>{row.name}</span>
                <span aria-hidden="true">→</span>
                <span class="unseen">{text.becomes}</span>
                <strong>{path}</strong>
              </li>
            ))}
          </ul>
          <More count={plan.entries.length - SHOWN} />
        </div>
      )}
      {plan.unnamed.length > 0 && (
        <div class="zip-trouble" data-trouble="unnamed">
          <h4>{text.unnamed(plan.unnamed.length)}</h4>
          <ul>
            {plan.unnamed.slice(0, SHOWN).map(({ row, why }) => (
              <li key={row.id}>
                {placeOf(row)}
                {text.colon}
                {text.why[why]}
              </li>
            ))}
          </ul>
          <More count={plan.unnamed.length - SHOWN} />
        </div>
      )}
      {(clashing > 0 || isNumbering) && (
        <div class={clashing ? 'zip-trouble' : ''} data-trouble="clashes">
          {clashing > 0 && <h4>{text.clashes(clashing)}</h4>}
          <ul>
            {plan.clashes.slice(0, SHOWN).map(({ path, rows }) => (
              <li key={path}>
                <strong>{path}</strong>
                {text.colon}
                {rows.slice(0, SHOWN).map(placeOf).join(text.joiner)}
                {rows.length > SHOWN && '…'}
              </li>
            ))}
          </ul>
          <More count={plan.clashes.length - SHOWN} />
          <label class="tick">
            <input
              type="checkbox"
              checked={isNumbering}
              data-field="number"
              onChange={event => onNumber(event.currentTarget.checked)}
            />
            {text.numberThem}
          </label>
        </div>
      )}
      {others.length > 0 && (
        <p class="quiet">
          {text.leftOut(others.map(([why, count]) => text.leftOutCount(count, text.leftOutBecause[why])))}
        </p>
      )}
    </div>
  )
}

const BY_NAME: ReadonlySet<LeftOut> = new Set(['clash', 'no-id-number', 'wrong-id-number', 'several-id-numbers'])

const placeOf = ({ folder, name }: BatchRow): string => (folder === '' ? name : `${folder}/${name}`)

export function More({ count }: { count: number }): JSX.Element | null {
  return count > 0 ? <p class="quiet">{deliverWords().more(count)}</p> : null
}

/** Those whose name is not the reason, counted. */
function othersLeftOut({ leftOut }: ZipPlan): [LeftOut, number][] {
  const counts = new Map<LeftOut, number>()
  for (const why of leftOut.values()) if (!BY_NAME.has(why)) counts.set(why, (counts.get(why) ?? 0) + 1)
  return [...counts]
}
