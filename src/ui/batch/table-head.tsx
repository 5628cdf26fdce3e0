import type { JSX } from 'preact'
import { rowFilter, sortBy } from '../../state/batch/table-view'
import type { SortKey } from '../../report/batch-view'
import { getBatchText } from '../text/batch'
import { getCheckTitle } from './titles'

export function TableHead(): JSX.Element {
  const { column } = getBatchText()
  return (
    <div class="batch-heads" role="rowgroup">
      <div class="batch-row-head" role="row" aria-rowindex={1}>
        <ColumnHead sort="added" title={column.number} at="number" />
        <ColumnHead title={column.photo} at="photo" />
        <ColumnHead sort="name" title={column.name} at="name" />
        <ColumnHead sort="verdict" title={column.verdict} at="verdict" />
        <ColumnHead title={column.faults} at="faults" />
        <ColumnHead sort="value" title={getCheckTitle(rowFilter.value.valueRule)} at="value" />
        <ColumnHead title={column.size} at="size" />
      </div>
    </div>
  )
}

function ColumnHead({ sort, title, at }: { sort?: SortKey; title: string; at: string }): JSX.Element {
  const { sort: now, descending } = rowFilter.value
  if (!sort)
    return (
      <div role="columnheader" class={`at-${at}`}>
        {title}
      </div>
    )
  const ariaSort = sort !== now ? 'none' : descending ? 'descending' : 'ascending'
  return (
    <div role="columnheader" class={`at-${at}`} aria-sort={ariaSort}>
      <button type="button" class="head-sort" data-sort={sort} onClick={() => sortBy(sort)}>
        {title}
        <span class="head-way" aria-hidden="true">
          {ariaSort === 'none' ? '↕' : ariaSort === 'ascending' ? '↑' : '↓'}
        </span>
      </button>
    </div>
  )
}
