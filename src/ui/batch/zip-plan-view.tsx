import type { JSX } from 'preact'
import type { BatchRow } from '../../contract/batch'
import type { LeftOutReason } from '../../delivery/delivery-types'
import type { ZipPlan } from '../../delivery/zip-plan'
import { getDeliveryPanelText } from '../text/deliver'

/** Names shown of each kind; the rest is counted. */
const MAX_SHOWN = 3

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
  const text = getDeliveryPanelText()
  const clashing = plan.clashes.reduce((sum, { rows }) => sum + rows.length, 0)
  const others = countOtherReasons(plan)
  return (
    <div class="zip-plan">
      {plan.entries.length > 0 && (
        <div>
          <h4>{text.preview}</h4>
          <ul>
            {plan.entries.slice(0, MAX_SHOWN).map(({ row, path }) => (
              <li key={row.id} class="zip-name">
                <span>{row.name}</span>
                <span aria-hidden="true">→</span>
                <span class="unseen">{text.becomes}</span>
                <strong>{path}</strong>
              </li>
            ))}
          </ul>
          <MoreCount count={plan.entries.length - MAX_SHOWN} />
        </div>
      )}
      {plan.unnamed.length > 0 && (
        <div class="zip-trouble" data-trouble="unnamed">
          <h4>{text.unnamed(plan.unnamed.length)}</h4>
          <ul>
            {plan.unnamed.slice(0, MAX_SHOWN).map(({ row, why }) => (
              <li key={row.id}>
                {getFilePath(row)}
                {text.colon}
                {text.why[why]}
              </li>
            ))}
          </ul>
          <MoreCount count={plan.unnamed.length - MAX_SHOWN} />
        </div>
      )}
      {(clashing > 0 || isNumbering) && (
        <div class={clashing ? 'zip-trouble' : ''} data-trouble="clashes">
          {clashing > 0 && <h4>{text.clashes(clashing)}</h4>}
          <ul>
            {plan.clashes.slice(0, MAX_SHOWN).map(({ path, rows }) => (
              <li key={path}>
                <strong>{path}</strong>
                {text.colon}
                {rows.slice(0, MAX_SHOWN).map(getFilePath).join(text.joiner)}
                {rows.length > MAX_SHOWN && '…'}
              </li>
            ))}
          </ul>
          <MoreCount count={plan.clashes.length - MAX_SHOWN} />
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

const NAME_REASONS: ReadonlySet<LeftOutReason> = new Set([
  'clash',
  'no-id-number',
  'wrong-id-number',
  'several-id-numbers',
])

const getFilePath = ({ folder, name }: BatchRow): string => (folder === '' ? name : `${folder}/${name}`)

export function MoreCount({ count }: { count: number }): JSX.Element | null {
  return count > 0 ? <p class="quiet">{getDeliveryPanelText().more(count)}</p> : null
}

/** Those whose name is not the reason, counted. */
function countOtherReasons({ leftOut }: ZipPlan): [LeftOutReason, number][] {
  const counts = new Map<LeftOutReason, number>()
  for (const why of leftOut.values()) if (!NAME_REASONS.has(why)) counts.set(why, (counts.get(why) ?? 0) + 1)
  return [...counts]
}
