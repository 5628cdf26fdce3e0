import type { JSX } from 'preact'
import { zipState, type ZipState } from '../../state/batch/zip-export'
import { getPageText } from '../text'
import { getDeliveryPanelText } from '../text/deliver'
import { MoreCount } from './zip-plan-view'

/** Progress and outcome of saving the ZIP. */

const MAX_FAILED_SHOWN = 20

export function ZipProgress(): JSX.Element | null {
  const text = getDeliveryPanelText()
  const state = zipState.value
  if (state.is !== 'making') return null
  return (
    <div class="progress">
      <div class="progress-words numbers">{text.progress(state.done, state.all)}</div>
      <progress aria-label={text.progressLabel} value={state.done} max={state.all} />
    </div>
  )
}

/** `isEmpty`: the ZIP would hold no photo. */
export function ZipOutcome({ isEmpty }: { isEmpty: boolean }): JSX.Element {
  const state = zipState.value
  return (
    <>
      <p role="status" class="quiet" data-zip={state.is}>
        {describeOutcome(state) ?? (isEmpty ? getDeliveryPanelText().nothing : '')}
      </p>
      {state.is === 'done' && state.missed.length > 0 && <MissedFiles missed={state.missed} />}
    </>
  )
}

/** Returns null before the ZIP has ended. */
function describeOutcome(state: ZipState): string | null {
  const text = getDeliveryPanelText()
  switch (state.is) {
    case 'done':
      return text.done(state.written)
    case 'cancelled':
      return text.cancelled
    case 'broken':
      return text.broken
    default:
      return null
  }
}

function MissedFiles({ missed }: Pick<Extract<ZipState, { is: 'done' }>, 'missed'>): JSX.Element {
  const text = getDeliveryPanelText()
  return (
    <div class="zip-trouble">
      <h4>{text.missed(missed.length)}</h4>
      <ul>
        {missed.slice(0, MAX_FAILED_SHOWN).map(({ row, code }) => (
          <li key={row.id}>
            {row.name}
            {text.colon}
            {getPageText().failureTitles[code]}
          </li>
        ))}
      </ul>
      <MoreCount count={missed.length - MAX_FAILED_SHOWN} />
    </div>
  )
}
