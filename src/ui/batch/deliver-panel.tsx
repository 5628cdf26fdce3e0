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

/**
 * What the studio takes away: results as a table, as data, on paper, and the cropped photos. `shown`: the rows that
 * the list shows, in its order.
 */
export function DeliverPanel({ rows, shown }: { rows: readonly BatchRow[]; shown: readonly BatchRow[] }): JSX.Element {
  const text = getDeliveryPanelText()
  const [scope, setScope] = useState<'all' | 'shown'>('all')
  const [state, setState] = useState<
    { readonly is: 'idle' | 'making' | 'failed' } | { readonly is: 'saved'; readonly name: string }
  >({ is: 'idle' })
  const isZipping = zipState.value.is === 'making'
  const [isZipOpen, setZipOpen] = useState(isZipping)
  const isFiltered = shown.length !== rows.length
  const chosen = isFiltered && scope === 'shown' ? shown : rows
  const unchecked = chosen.filter(row => row.state === 'waiting' || row.state === 'checking').length

  const make = async (kind: FileKind): Promise<void> => {
    setState({ is: 'making' })
    try {
      const name = `${buildFileStem(new Date())}${EXTENSIONS[kind]}`
      downloadBlob(await FILE_BUILDERS[kind](chosen), name)
      markExported(chosen)
      setState({ is: 'saved', name })
    } catch (error) {
      console.error(error)
      setState({ is: 'failed' })
    }
  }
  const button = (kind: FileKind, icon: JSX.Element): JSX.Element => (
    <button
      type="button"
      class="button small"
      data-action={`deliver-${kind}`}
      disabled={state.is === 'making' || !chosen.length}
      onClick={() => void make(kind)}
    >
      {icon}
      {text[kind]}
    </button>
  )
  return (
    <section class="deliver" aria-labelledby="deliver-title">
      <div class="deliver-top">
        <h2 id="deliver-title">{text.title}</h2>
        <div class="deliver-files">
          {button('sheet', <PrintIcon />)}
          {button('csv', <ReportIcon />)}
          {button('json', <ReportIcon />)}
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
      {isFiltered && (
        <div class="deliver-scope" role="group" aria-label={text.scope}>
          <button
            type="button"
            class="chip"
            aria-pressed={scope === 'all'}
            data-scope="all"
            onClick={() => setScope('all')}
          >
            {text.all(rows.length)}
          </button>
          <button
            type="button"
            class="chip"
            aria-pressed={scope === 'shown'}
            data-scope="shown"
            onClick={() => setScope('shown')}
          >
            {text.shown(shown.length)}
          </button>
        </div>
      )}
      {unchecked > 0 && <p class="quiet">{text.unchecked(unchecked)}</p>}
      <p role="status" class="quiet">
        {state.is === 'making'
          ? text.making
          : state.is === 'failed'
            ? text.failed
            : state.is === 'saved'
              ? text.saved(state.name)
              : ''}
      </p>
      {isZipOpen && <ZipSection rows={chosen} />}
    </section>
  )
}
