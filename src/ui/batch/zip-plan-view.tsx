import type { JSX } from 'preact'
import type { BatchRow } from '../../contract/batch'
import type { LeftOutReason } from '../../delivery/delivery-types'
import type { ZipPlan } from '../../delivery/zip-plan'
import { getDeliveryPanelText } from '../text/deliver'

/** Names listed of each kind; the rest is only counted. */
const MAX_SHOWN = 3

interface Props {
  readonly plan: ZipPlan
  readonly isNumbering: boolean
  readonly onNumber: (on: boolean) => void
}

/** The planned names, the files without one, and what else is left out. */
export function ZipPlanView({ plan, isNumbering, onNumber }: Props): JSX.Element {
  const text = getDeliveryPanelText()
  const others = countOtherReasons(plan)
  return (
    <div class="zip-plan">
      {plan.entries.length > 0 && <PlannedNames entries={plan.entries} />}
      {plan.unnamed.length > 0 && <UnnamedFiles unnamed={plan.unnamed} />}
      {(plan.clashes.length > 0 || isNumbering) && (
        <NameClashes plan={plan} isNumbering={isNumbering} onNumber={onNumber} />
      )}
      {others.length > 0 && (
        <p class="quiet">
          {text.leftOut(others.map(([why, count]) => text.leftOutCount(count, text.leftOutBecause[why])))}
        </p>
      )}
    </div>
  )
}

function PlannedNames({ entries }: Pick<ZipPlan, 'entries'>): JSX.Element {
  const text = getDeliveryPanelText()
  return (
    <div>
      <h4>{text.preview}</h4>
      <ul>
        {entries.slice(0, MAX_SHOWN).map(({ row, path }) => (
          <li key={row.id} class="zip-name">
            <span>{row.name}</span>
            <span aria-hidden="true">→</span>
            <span class="unseen">{text.becomes}</span>
            <strong>{path}</strong>
          </li>
        ))}
      </ul>
      <MoreCount count={entries.length - MAX_SHOWN} />
    </div>
  )
}

function UnnamedFiles({ unnamed }: Pick<ZipPlan, 'unnamed'>): JSX.Element {
  const text = getDeliveryPanelText()
  return (
    <div class="zip-trouble" data-trouble="unnamed">
      <h4>{text.unnamed(unnamed.length)}</h4>
      <ul>
        {unnamed.slice(0, MAX_SHOWN).map(({ row, why }) => (
          <li key={row.id}>
            {getFilePath(row)}
            {text.colon}
            {text.why[why]}
          </li>
        ))}
      </ul>
      <MoreCount count={unnamed.length - MAX_SHOWN} />
    </div>
  )
}

/** Files that would have the same name, and whether to number them. */
function NameClashes({ plan: { clashes }, isNumbering, onNumber }: Props): JSX.Element {
  const text = getDeliveryPanelText()
  const count = clashes.reduce((sum, { rows }) => sum + rows.length, 0)
  return (
    <div class={count ? 'zip-trouble' : ''} data-trouble="clashes">
      {count > 0 && <h4>{text.clashes(count)}</h4>}
      <ul>
        {clashes.slice(0, MAX_SHOWN).map(({ path, rows }) => (
          <li key={path}>
            <strong>{path}</strong>
            {text.colon}
            {rows.slice(0, MAX_SHOWN).map(getFilePath).join(text.joiner)}
            {rows.length > MAX_SHOWN && '…'}
          </li>
        ))}
      </ul>
      <MoreCount count={clashes.length - MAX_SHOWN} />
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

/** Counts the reasons for leaving a photo out that do not concern its name. */
function countOtherReasons({ leftOut }: ZipPlan): [LeftOutReason, number][] {
  const counts = new Map<LeftOutReason, number>()
  for (const why of leftOut.values()) if (!NAME_REASONS.has(why)) counts.set(why, (counts.get(why) ?? 0) + 1)
  return [...counts]
}
