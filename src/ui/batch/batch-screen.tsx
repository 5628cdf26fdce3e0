import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { followRows, rowsById, survey } from '../../state/batch/table-view'
import { counts, isUnsaved, openRowId, rows } from '../../state/batch/store'
import '../../styles/result.css'
import '../../styles/pair.css'
import '../../styles/batch.css'
import { BatchHead, BatchTitle } from './batch-head'
import { SpokenProgress } from './batch-progress'
import { BatchTable } from './batch-table'
import { ConfirmDialog } from './confirm-dialog'
import { DeliverPanel } from './deliver-panel'
import { DetailView } from './detail-view'
import { EmptyBatch } from './empty-batch'
import { FilterBar } from './filter-bar'
import { useLeaveWarning } from '../common/use-leave-warning'

/**
 * Batch of up to thousands of photos: a studio sees which fail and why, opens single photos and exports the results.
 */
export function BatchScreen(): JSX.Element {
  const container = useRef<HTMLDivElement>(null)
  const offset = useRef(0)
  useLeaveWarning(isUnsaved)
  useEffect(followRows, [])
  // This code loads after the screen change, and the focused title of the waiting screen is gone by then.
  useEffect(() => {
    container.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  }, [])
  return (
    <div class="batch" ref={container}>
      {openRowId.value !== null ? (
        <DetailView />
      ) : counts.value.total === 0 ? (
        <>
          <BatchTitle />
          <EmptyBatch />
        </>
      ) : (
        <>
          <BatchTitle />
          <BatchHead />
          <DeliverPanel rows={rows.value} shown={survey.value.order.flatMap(id => rowsById.value.get(id) ?? [])} />
          <FilterBar />
          <BatchTable offset={offset} />
        </>
      )}
      <SpokenProgress />
      <ConfirmDialog />
    </div>
  )
}

export default BatchScreen
