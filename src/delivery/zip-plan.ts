import type { BatchRow } from '../contract/batch'
import type { Sliced } from '../contract/sliced'
import { planNames, type NamePlan, type NamingOptions } from './name-plan'
import type { Faults, FindFaults, LeftOutReason } from './delivery-types'

/** Those whose file passes once it is made, or that a person accepted; or every one that a crop fits into. */
export type ZipSelection = 'passing' | 'with-crop'

export interface ZipEntry {
  readonly row: BatchRow
  readonly path: string
}

export interface ZipPlan extends NamePlan {
  /** All that were given. */
  readonly rows: readonly BatchRow[]
  /** How many there would be of either kind, names aside. */
  readonly counts: Readonly<Record<ZipSelection, number>>
  readonly entries: readonly ZipEntry[]
  /** Why a row is left out, by its id. */
  readonly leftOut: ReadonlyMap<number, LeftOutReason>
}

/** What of a batch goes into a ZIP, under which names, and what does not and why. */
export function* planZip(
  rows: readonly BatchRow[],
  which: ZipSelection,
  naming: NamingOptions,
  findFaults: FindFaults,
): Sliced<ZipPlan> {
  const leftOut = new Map<number, LeftOutReason>()
  const wanted: Record<ZipSelection, BatchRow[]> = { passing: [], 'with-crop': [] }
  for (const row of rows) {
    yield
    const why = findObstacle(row)
    const passes =
      why === null && (row.acceptance !== null || (row.report !== null && hasNothingToMend(findFaults(row.report))))
    if (why === null) wanted['with-crop'].push(row)
    if (passes) wanted.passing.push(row)
    if (why !== null) leftOut.set(row.id, why)
    else if (which === 'passing' && !passes) leftOut.set(row.id, 'not-passing')
  }
  const names = yield* planNames(wanted[which], naming)
  for (const { row, why } of names.unnamed) leftOut.set(row.id, why)
  for (const { rows: alike } of names.clashes) for (const { id } of alike) leftOut.set(id, 'clash')
  return {
    ...names,
    rows,
    leftOut,
    counts: { passing: wanted.passing.length, 'with-crop': wanted['with-crop'].length },
    entries: wanted[which].flatMap(row => {
      const path = names.paths.get(row.id)
      return path === undefined ? [] : [{ row, path }]
    }),
  }
}

/** Nothing is to be mended but what making the file mends. */
const hasNothingToMend = ({ photo, unknown }: Faults): boolean => !photo.length && !unknown.length

/** Why no file can be made of it; null where one can. */
function findObstacle({ state, report }: BatchRow): LeftOutReason | null {
  if (state === 'failed') return 'failed'
  return !report ? 'not-checked' : report.crop ? null : 'no-crop'
}
