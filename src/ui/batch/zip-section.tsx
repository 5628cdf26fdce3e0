import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { BatchRow } from '../../contract/batch'
import { isRehearsalOnly } from '../../contract/profile'
import { findTemplateFault, type NamingOptions } from '../../delivery/name-plan'
import { planZip, type ZipSelection, type ZipPlan } from '../../delivery/zip-plan'
import type { FailedFiles } from '../../state/batch/write-zip'
import { cancelZip, saveZip, zipState } from '../../state/batch/zip-export'
import { profile } from '../../state/store'
import { SaveIcon, VerdictIcon } from '../common/icons'
import { getPageText } from '../text'
import { getDeliveryPanelText } from '../text/deliver'
import { buildFileStem, buildTable } from './deliver-files'
import { NamePattern } from './name-pattern'
import { useSliced } from './use-sliced'
import { ZipOutcome, ZipProgress } from './zip-outcome'
import { ZipPlanView } from './zip-plan-view'
import { findFaults } from '../../report/faults'

/** Chooses the photos and their names, and saves the ZIP; where the school takes no file, says so instead. */
export function ZipSection({ rows }: { rows: readonly BatchRow[] }): JSX.Element {
  if (!isRehearsalOnly(profile.value)) return <ZipForm rows={rows} />
  return (
    <div class="zip" id="zip-section" data-rehearsal>
      <p class="caution">
        <VerdictIcon verdict="warn" />
        <span>{getDeliveryPanelText().rehearsal}</span>
      </p>
    </div>
  )
}

function ZipForm({ rows }: { rows: readonly BatchRow[] }): JSX.Element {
  const { id, fileName } = profile.value
  const [selection, setSelection] = useState<ZipSelection>('passing')
  const [template, setTemplate] = useState(fileName ?? '{name}')
  const [keepFolders, setKeepFolders] = useState(true)
  const [isNumbering, setNumbering] = useState(false)
  useEffect(() => setTemplate(fileName ?? '{name}'), [id])

  const fault = findTemplateFault(template)
  const naming = { template, profileId: id, keepFolders, numberClashes: isNumbering }
  const { planned, isCurrent } = useZipPlan(rows, selection, naming)
  const plan = planned && !fault ? planned : null
  return (
    <div class="zip" id="zip-section">
      <fieldset class="zip-form" disabled={zipState.value.is === 'making'}>
        <ZipSelectionChoice selection={selection} counts={planned?.counts} onChange={setSelection} />
        <NamePattern template={template} fault={fault} onChange={setTemplate} />
        {rows.some(({ folder }) => folder !== '') && (
          <label class="tick">
            <input
              type="checkbox"
              checked={keepFolders}
              data-field="folders"
              onChange={event => setKeepFolders(event.currentTarget.checked)}
            />
            {getDeliveryPanelText().keepFolders}
          </label>
        )}
        {plan && <ZipPlanView plan={plan} isNumbering={isNumbering} onNumber={setNumbering} />}
      </fieldset>
      <ZipProgress />
      <div class="buttons">
        <SaveButton plan={plan} isCurrent={isCurrent} />
      </div>
      <ZipOutcome isEmpty={plan !== null && !plan.entries.length} />
    </div>
  )
}

/** The last computed plan; `isCurrent`: it matches the current choices. */
function useZipPlan(
  rows: readonly BatchRow[],
  selection: ZipSelection,
  naming: NamingOptions,
): { planned: ZipPlan | null; isCurrent: boolean } {
  const choices = JSON.stringify([selection, naming])
  const result = useSliced(
    function* () {
      return { choices, plan: yield* planZip(rows, selection, naming, findFaults) }
    },
    [rows, choices],
  )
  return { planned: result?.plan ?? null, isCurrent: result?.choices === choices }
}

interface ZipSelectionChoiceProps {
  readonly selection: ZipSelection
  readonly counts: ZipPlan['counts'] | undefined
  readonly onChange: (selection: ZipSelection) => void
}

function ZipSelectionChoice({ selection, counts, onChange }: ZipSelectionChoiceProps): JSX.Element {
  const text = getDeliveryPanelText()
  const option = (value: ZipSelection, label: string): JSX.Element => (
    <label class="tick">
      <input
        type="radio"
        name="zip-which"
        value={value}
        checked={selection === value}
        onChange={() => onChange(value)}
      />
      {label}
    </label>
  )
  return (
    <div role="radiogroup" aria-labelledby="zip-which" class="zip-which">
      <h3 id="zip-which">{text.which}</h3>
      {option('passing', text.passing(counts?.passing ?? 0))}
      {option('with-crop', text.withCrop(counts?.['with-crop'] ?? 0))}
      {selection === 'with-crop' && <p class="quiet">{text.withCropNote}</p>}
    </div>
  )
}

/** Saves the ZIP, or cancels it while it is being saved. One element, so that it keeps the focus. */
function SaveButton({ plan, isCurrent }: { plan: ZipPlan | null; isCurrent: boolean }): JSX.Element {
  const text = getDeliveryPanelText()
  return zipState.value.is === 'making' ? (
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
