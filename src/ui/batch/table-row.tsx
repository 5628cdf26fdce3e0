import type { JSX } from 'preact'
import type { BatchRow } from '../../contract/batch'
import type { Check } from '../../contract/report'
import { locale } from '../../state/store'
import { formatValue } from '../../text'
import { explain } from '../../zhaojian'
import { VerdictIcon } from '../common/icons'
import { getPageText } from '../text'
import { getBatchText } from '../text/batch'
import { FaultList } from './fault-list'
import { RowStatusLabel } from './row-status'
import { Thumbnail } from './thumbnail'
import { findFaults } from '../../report/faults'

interface Props {
  readonly row: BatchRow
  /** Index in the visible list, from 0. */
  readonly place: number
  /** px from the first row's top. */
  readonly top: number
  readonly isSelected: boolean
  /** Whether this row is the tab stop. */
  readonly isStop: boolean
  readonly valueRule: string
}

/**
 * Rerendered only when its own properties or the locale change: @preact/signals does that for a component that reads a
 * signal itself, here the locale.
 */
export function TableRow({ row, place, top, isSelected, isStop, valueRule }: Props): JSX.Element {
  const check = row.report ? findFaults(row.report).checks.get(valueRule) : undefined
  return (
    <div
      class="batch-row"
      role="row"
      data-row={row.id}
      aria-rowindex={place + 2}
      aria-selected={isSelected}
      tabIndex={isStop ? 0 : -1}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" class="at-number numbers">
        {row.id}
      </div>
      <div role="gridcell" class="at-photo">
        <Thumbnail row={row} />
      </div>
      <div role="gridcell" class="at-name">
        <span class="row-name">{row.name}</span>
        {row.folder !== '' && <span class="row-folder">{row.folder}</span>}
      </div>
      <div role="gridcell" class="at-verdict">
        <RowStatusLabel row={row} />
      </div>
      <div role="gridcell" class="at-faults">
        <span class="faults">
          <FaultList row={row} />
        </span>
      </div>
      <div role="gridcell" class="at-value">
        {check ? <Value check={check} /> : <span class="quiet">{getBatchText().noValue}</span>}
      </div>
      <div role="gridcell" class="at-size numbers">
        {row.report && <PixelSize {...row.report.source} />}
        <span class="quiet">{formatValue(row.bytes, 'bytes', locale.value)}</span>
      </div>
    </div>
  )
}

function PixelSize({ width, height }: { width: number; height: number }): JSX.Element {
  return (
    <span>
      {width} × {height}
    </span>
  )
}

/** A number with its unit; for any other value, the finding. */
function Value({ check }: { check: Check }): JSX.Element {
  const displayValue =
    typeof check.value === 'number'
      ? formatValue(check.value, check.unit, locale.value)
      : explain(check, locale.value).finding
  return (
    <span class="value">
      <VerdictIcon verdict={check.verdict} />
      <span class="unseen">{getPageText().verdict[check.verdict]}</span>
      <span class="value-words numbers">{displayValue}</span>
    </span>
  )
}
