import type { BatchRow } from '../contract/batch'
import { planNames, type NamePlan, type Naming } from './names'
import type { FindingsOf, LeftOut } from './told'

/** Those that pass or that a person accepted, or every one that a crop fits into. */
export type Which = 'passing' | 'with-crop'

export interface ZipEntry { readonly row: BatchRow; readonly path: string }

export interface ZipPlan extends NamePlan {
  readonly entries: readonly ZipEntry[]
  /** Why a row is left out, by its id. */
  readonly leftOut: ReadonlyMap<number, LeftOut>
}

/** What of a batch goes into a ZIP, under which names, and what does not and why. */
export function planZip(rows: readonly BatchRow[], which: Which, naming: Naming, findingsOf: FindingsOf): ZipPlan {
  const leftOut = new Map<number, LeftOut>()
  const wanted = rows.filter(row => {
    const why = refusalOf(row, which, findingsOf)
    if (why) leftOut.set(row.id, why)
    return why === null
  })
  const plan = planNames(wanted, naming)
  for (const { row, why } of plan.unnamed) leftOut.set(row.id, why)
  for (const { rows: alike } of plan.clashes) for (const { id } of alike) leftOut.set(id, 'clash')
  return { ...plan, leftOut, entries: wanted.flatMap(row => { const path = plan.paths.get(row.id); return path === undefined ? [] : [{ row, path }] }) }
}

function refusalOf(row: BatchRow, which: Which, findingsOf: FindingsOf): LeftOut | null {
  if (row.state === 'failed') return 'failed'
  if (!row.report) return 'not-checked'
  if (!row.report.crop) return 'no-crop'
  return which === 'with-crop' || row.acceptance || findingsOf(row)?.sign === 'pass' ? null : 'not-passing'
}
