import type { JSX } from 'preact'
import { choice, sortBy } from '../../state/batch/shown'
import type { SortKey } from '../../report/batch-view'
import { batchWords } from '../text/batch'
import { titleOf } from './titles'

export function TableHead(): JSX.Element {
  const { column } = batchWords()
  return (
    <div class="batch-heads" role="rowgroup">
      <div class="batch-row-head" role="row" aria-rowindex={1}>
        <Head sort="added" title={column.number} at="number" />
        <Head title={column.photo} at="photo" />
        <Head sort="name" title={column.name} at="name" />
        <Head sort="verdict" title={column.verdict} at="verdict" />
        <Head title={column.faults} at="faults" />
        <Head sort="value" title={titleOf(choice.value.valueRule)} at="value" />
        <Head title={column.size} at="size" />
      </div>
    </div>
  )
}

function Head({ sort, title, at }: { sort?: SortKey; title: string; at: string }): JSX.Element {
  const { sort: now, descending } = choice.value
  if (!sort)
    return (
      <div role="columnheader" class={`at-${at}`}>
        {title}
      </div>
    )
  const way = sort !== now ? 'none' : descending ? 'descending' : 'ascending'
  return (
    <div role="columnheader" class={`at-${at}`} aria-sort={way}>
      <button type="button" class="head-sort" data-sort={sort} onClick={() => sortBy(sort)}>
        {title}
        <span class="head-way" aria-hidden="true">
          {way === 'none' ? '↕' : way === 'ascending' ? '↑' : '↓'}
        </span>
      </button>
    </div>
  )
}
