import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { BatchRow } from '../../contract/batch'
import { findTemplateFault } from '../../delivery/name-plan'
import { planZip, type ZipSelection, type ZipPlan } from '../../delivery/zip-plan'
import type { FailedFiles } from '../../state/batch/write-zip'
import { cancelZip, saveZip, zipState } from '../../state/batch/zip-export'
import { profile } from '../../state/store'
import { SaveIcon } from '../common/icons'
import { getPageText } from '../text'
import { getDeliveryPanelText } from '../text/deliver'
import { buildFileStem, buildTable } from './deliver-files'
import { NamePattern } from './name-pattern'
import { useSliced } from './use-sliced'
import { MoreCount, ZipPlanView } from './zip-plan-view'
import { findFaults } from '../../report/faults'

const MAX_FAILED_SHOWN = 20

/** Which photos, under which names, and then the ZIP itself. */
export function ZipSection({ rows }: { rows: readonly BatchRow[] }): JSX.Element {
  const text = getDeliveryPanelText()
  const { id, fileName } = profile.value
  const [which, setWhich] = useState<ZipSelection>('passing')
  const [template, setTemplate] = useState(fileName ?? '{name}')
  const [keepFolders, setKeepFolders] = useState(true)
  const [isNumbering, setNumbering] = useState(false)
  const state = zipState.value
  useEffect(() => setTemplate(fileName ?? '{name}'), [id])

  const fault = findTemplateFault(template)
  const naming = `${which} ${id} ${keepFolders} ${isNumbering} ${template}`
  const planned = useSliced(
    function* () {
      return {
        naming,
        plan: yield* planZip(
          rows,
          which,
          { template, profileId: id, keepFolders, numberClashes: isNumbering },
          findFaults,
        ),
      }
    },
    [rows, naming],
  )
  const plan = planned && !fault ? planned.plan : null
  const isCurrent = planned?.naming === naming
  const choice = (value: ZipSelection, label: string): JSX.Element => (
    <label class="tick">
      <input type="radio" name="zip-which" value={value} checked={which === value} onChange={() => setWhich(value)} />
      {label}
    </label>
  )
  const isMaking = state.is === 'making'
  return (
    <div class="zip" id="zip-section">
      <fieldset class="zip-form" disabled={isMaking}>
        <div role="radiogroup" aria-labelledby="zip-which" class="zip-which">
          <h3 id="zip-which">{text.which}</h3>
          {choice('passing', text.passing(planned?.plan.counts.passing ?? 0))}
          {choice('with-crop', text.withCrop(planned?.plan.counts['with-crop'] ?? 0))}
          {which === 'with-crop' && <p class="quiet">{text.withCropNote}</p>}
        </div>
        <NamePattern template={template} fault={fault} onChange={setTemplate} />
        {rows.some(({ folder }) => folder !== '') && (
          <label class="tick">
            <input
              type="checkbox"
              checked={keepFolders}
              data-field="folders"
              onChange={event => setKeepFolders(event.currentTarget.checked)}
            />
            {text.keepFolders}
          </label>
        )}
        {plan && <ZipPlanView plan={plan} isNumbering={isNumbering} onNumber={setNumbering} />}
      </fieldset>
      {isMaking && (
        <div class="progress">
          <div class="progress-words numbers">{text.progress(state.done, state.all)}</div>
          <progress aria-label={text.progressLabel} value={state.done} max={state.all} />
        </div>
      )}
      <div class="buttons">
        {isMaking ? (
          <button type="button" class="button" data-action="zip-cancel" onClick={cancelZip}>
            {text.cancel}
          </button>
        ) : (
          <button
            type="button"
            class="button primary"
            data-action="zip-save"
            disabled={!isCurrent || !plan?.entries.length}
            onClick={() => {
              if (plan) void savePlan(plan)
            }}
          >
            <SaveIcon />
            {text.save(plan?.entries.length ?? 0)}
          </button>
        )}
      </div>
      <p role="status" class="quiet" data-zip={state.is}>
        {state.is === 'done'
          ? text.done(state.written)
          : state.is === 'cancelled'
            ? text.cancelled
            : state.is === 'broken'
              ? text.broken
              : plan && !plan.entries.length
                ? text.nothing
                : ''}
      </p>
      {state.is === 'done' && state.missed.length > 0 && (
        <div class="zip-trouble">
          <h4>{text.missed(state.missed.length)}</h4>
          <ul>
            {state.missed.slice(0, MAX_FAILED_SHOWN).map(({ row, code }) => (
              <li key={row.id}>
                {row.name}
                {text.colon}
                {getPageText().failureTitles[code]}
              </li>
            ))}
          </ul>
          <MoreCount count={state.missed.length - MAX_FAILED_SHOWN} />
        </div>
      )}
    </div>
  )
}

function savePlan(plan: ZipPlan): Promise<void> {
  const now = new Date()
  return saveZip(plan, `${buildFileStem(now)}.zip`, now, missed =>
    buildTable(plan.rows, row => describeZipEntry(row, plan, missed)),
  )
}

function describeZipEntry(
  { id }: BatchRow,
  { paths, leftOut }: ZipPlan,
  missed: FailedFiles,
): { path: string } | { why: string } {
  const code = missed.get(id)
  if (code) return { why: getPageText().failureTitles[code] }
  const path = paths.get(id)
  return path === undefined ? { why: getDeliveryPanelText().leftOutBecause[leftOut.get(id)!] } : { path }
}
