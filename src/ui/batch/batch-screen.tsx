import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { followRows, rowsById, survey } from '../../state/batch/table-view'
import { counts, isUnsaved, openRowId, rows } from '../../state/batch/store'
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
 * Thousands of finished photos: a studio sees which fail and why, looks at one closely, and takes the results along.
 */
export function BatchScreen(): JSX.Element {
  const screen = useRef<HTMLDivElement>(null)
  const offset = useRef(0)
  useLeaveWarning(isUnsaved)
  useEffect(followRows, [])
  // This code comes after the page has turned to it: the focus went with the waiting screen's title.
  useEffect(() => {
    screen.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  }, [])
  return (
    <div class="batch" ref={screen}>
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
