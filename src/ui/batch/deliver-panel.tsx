import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { BatchRow } from '../../contract/batch'
import { markExported } from '../../state/batch/mark-exported'
import { zipState } from '../../state/batch/zip-export'
import { downloadBlob } from '../../state/download'
import '../../styles/deliver.css'
import { ChevronIcon, PrintIcon, ReportIcon } from '../common/icons'
import { getDeliveryPanelText } from '../text/deliver'
import { EXTENSIONS, FILE_BUILDERS, buildFileStem, type FileKind } from './deliver-files'
import { ZipSection } from './zip-section'

type Scope = 'all' | 'shown'
type DeliveryState = { readonly is: 'idle' | 'making' | 'failed' } | { readonly is: 'saved'; readonly name: string }

/**
 * Exports the results as CSV, JSON and a printable sheet, and the cropped photos. `shown`: the visible rows, in order.
 */
export function DeliverPanel({ rows, shown }: { rows: readonly BatchRow[]; shown: readonly BatchRow[] }): JSX.Element {
  const text = getDeliveryPanelText()
  const [scope, setScope] = useState<Scope>('all')
  const isZipping = zipState.value.is === 'making'
  const [isZipOpen, setZipOpen] = useState(isZipping)
  const isFiltered = shown.length !== rows.length
  const selectedRows = isFiltered && scope === 'shown' ? shown : rows
  const { state, make } = useDelivery(selectedRows)
  const unchecked = selectedRows.filter(row => row.state === 'waiting' || row.state === 'checking').length
  return (
    <section class="deliver" aria-labelledby="deliver-title">
      <div class="deliver-top">
        <h2 id="deliver-title">{text.title}</h2>
        <div class="deliver-files">
          <FileButtons isDisabled={state.is === 'making' || !selectedRows.length} onMake={make} />
          <button
            type="button"
            class="button small"
            data-action="deliver-zip"
            disabled={isZipping}
            aria-expanded={isZipOpen}
            aria-controls="zip-section"
            onClick={() => setZipOpen(!isZipOpen)}
          >
            {text.zip}
            <ChevronIcon />
          </button>
        </div>
      </div>
      {isFiltered && <ScopeChoice scope={scope} onChange={setScope} all={rows.length} shown={shown.length} />}
      {unchecked > 0 && <p class="quiet">{text.unchecked(unchecked)}</p>}
      <p role="status" class="quiet">
        {describeState(state)}
      </p>
      {isZipOpen && <ZipSection rows={selectedRows} />}
    </section>
  )
}

interface Delivery {
  readonly state: DeliveryState
  readonly make: (kind: FileKind) => Promise<void>
}

function useDelivery(rows: readonly BatchRow[]): Delivery {
  const [state, setState] = useState<DeliveryState>({ is: 'idle' })
  const make = async (kind: FileKind): Promise<void> => {
    setState({ is: 'making' })
    try {
      const name = `${buildFileStem(new Date())}${EXTENSIONS[kind]}`
      downloadBlob(await FILE_BUILDERS[kind](rows), name)
      markExported(rows)
      setState({ is: 'saved', name })
    } catch (error) {
      console.error(error)
      setState({ is: 'failed' })
    }
  }
  return { state, make }
}

function describeState(state: DeliveryState): string {
  const text = getDeliveryPanelText()
  switch (state.is) {
    case 'making':
      return text.making
    case 'failed':
      return text.failed
    case 'saved':
      return text.saved(state.name)
    case 'idle':
      return ''
  }
}

interface FileButtonsProps {
  readonly isDisabled: boolean
  readonly onMake: (kind: FileKind) => Promise<void>
}

function FileButtons({ isDisabled, onMake }: FileButtonsProps): JSX.Element {
  const text = getDeliveryPanelText()
  const button = (kind: FileKind, icon: JSX.Element): JSX.Element => (
    <button
      type="button"
      class="button small"
      data-action={`deliver-${kind}`}
      disabled={isDisabled}
      onClick={() => void onMake(kind)}
    >
      {icon}
      {text[kind]}
    </button>
  )
  return (
    <>
      {button('sheet', <PrintIcon />)}
      {button('csv', <ReportIcon />)}
      {button('json', <ReportIcon />)}
    </>
  )
}

interface ScopeChoiceProps {
  readonly scope: Scope
  readonly onChange: (scope: Scope) => void
  /** Number of rows in each scope. */
  readonly all: number
  readonly shown: number
}

function ScopeChoice({ scope, onChange, all, shown }: ScopeChoiceProps): JSX.Element {
  const text = getDeliveryPanelText()
  const option = (value: Scope, label: string): JSX.Element => (
    <button
      type="button"
      class="chip"
      aria-pressed={scope === value}
      data-scope={value}
      onClick={() => onChange(value)}
    >
      {label}
    </button>
  )
  return (
    <div class="deliver-scope" role="group" aria-label={text.scope}>
      {option('all', text.all(all))}
      {option('shown', text.shown(shown))}
    </div>
  )
}
