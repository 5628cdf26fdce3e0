import type { BatchRow } from '../contract/batch'
import type { Sliced } from '../contract/sliced'
import { planNames, type NamePlan, type NamingOptions } from './name-plan'
import type { Faults, FindFaults, LeftOutReason } from './delivery-types'

/** passing: rows whose produced file passes or that a person accepted; with-crop: all rows with a crop. */
export type ZipSelection = 'passing' | 'with-crop'

export interface ZipEntry {
  readonly row: BatchRow
  readonly path: string
}

export interface ZipPlan extends NamePlan {
  /** All rows passed in. */
  readonly rows: readonly BatchRow[]
  /** Number of rows per selection, before naming. */
  readonly counts: Readonly<Record<ZipSelection, number>>
  readonly entries: readonly ZipEntry[]
  /** Why a row is left out, by its id. */
  readonly leftOut: ReadonlyMap<number, LeftOutReason>
}

/** Decides which rows of a batch go into a ZIP and under which names; for the others, why not. */
export function* planZip(
  rows: readonly BatchRow[],
  selection: ZipSelection,
  naming: NamingOptions,
  findFaults: FindFaults,
): Sliced<ZipPlan> {
  const leftOut = new Map<number, LeftOutReason>()
  const rowsBySelection: Record<ZipSelection, BatchRow[]> = { passing: [], 'with-crop': [] }
  for (const row of rows) {
    yield
    const why = findObstacle(row)
    const passes =
      why === null && (row.acceptance !== null || (row.report !== null && hasNothingToMend(findFaults(row.report))))
    if (why === null) rowsBySelection['with-crop'].push(row)
    if (passes) rowsBySelection.passing.push(row)
    if (why !== null) leftOut.set(row.id, why)
    else if (selection === 'passing' && !passes) leftOut.set(row.id, 'not-passing')
  }
  const names = yield* planNames(rowsBySelection[selection], naming)
  for (const { row, why } of names.unnamed) leftOut.set(row.id, why)
  for (const { rows: alike } of names.clashes) for (const { id } of alike) leftOut.set(id, 'clash')
  return {
    ...names,
    rows,
    leftOut,
    counts: { passing: rowsBySelection.passing.length, 'with-crop': rowsBySelection['with-crop'].length },
    entries: rowsBySelection[selection].flatMap(row => {
      const path = names.paths.get(row.id)
      return path === undefined ? [] : [{ row, path }]
    }),
  }
}

/** Whether producing the file fixes all faults. */
const hasNothingToMend = ({ photo, unknown }: Faults): boolean => !photo.length && !unknown.length

/** Why no file can be produced for a row; null if one can. */
function findObstacle({ state, report }: BatchRow): LeftOutReason | null {
  if (state === 'failed') return 'failed'
  return !report ? 'not-checked' : report.crop ? null : 'no-crop'
}
