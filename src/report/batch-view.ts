import type { BatchRow } from '../contract/batch'
import type { Check } from '../contract/report'
import { findFaults } from './faults'

/** Sorts, filters and counts thousands of rows. Pure; verdicts are taken from the reports. */

/** Status of a row. A finished file is judged as it is: faults that producing the file would fix count too. */
export type RowStatus = 'failed' | 'fail' | 'unknown' | 'pass' | 'waiting'
export type RowKind = 'all' | RowStatus | 'accepted'
export type SortKey = 'added' | 'name' | 'verdict' | 'value'

export interface RowFilter {
  readonly kind: RowKind
  /** Check id: show only files that fail this check; null: all. */
  readonly rule: string | null
  /** Show only rows whose name or folder contains every word of this text. */
  readonly text: string
  readonly sort: SortKey
  readonly descending: boolean
  /** Check id of the value column, which `sort` may use. */
  readonly valueRule: string
}

export interface Survey {
  /** Ids of the visible rows, in order. */
  readonly order: readonly number[]
  /** Rows per kind, and failures per check, under the other active filters. */
  readonly kinds: Readonly<Record<RowKind, number>>
  readonly rules: ReadonlyMap<string, number>
}

export function surveyRows(rows: readonly BatchRow[], choice: RowFilter): Survey {
  const kinds: Record<RowKind, number> = { all: 0, failed: 0, fail: 0, unknown: 0, pass: 0, waiting: 0, accepted: 0 }
  const rules = new Map<string, number>()
  const matchingRows: BatchRow[] = []
  const words = splitWords(choice.text)
  for (const row of rows) {
    if (!words.every(word => getSearchText(row).includes(word))) continue
    const standing = getRowStatus(row)
    const isOfKind =
      choice.kind === 'all' || choice.kind === standing || (choice.kind === 'accepted' && row.acceptance !== null)
    const missesRule = choice.rule === null || hasMissed(row, choice.rule)
    if (missesRule) {
      kinds.all++
      kinds[standing]++
      if (row.acceptance) kinds.accepted++
    }
    if (isOfKind && row.report) for (const id of findFaults(row.report).missed) rules.set(id, (rules.get(id) ?? 0) + 1)
    if (isOfKind && missesRule) matchingRows.push(row)
  }
  return { order: sortRows(matchingRows, choice).map(({ id }) => id), kinds, rules }
}

export function getRowStatus({ state, report }: BatchRow): RowStatus {
  return state === 'failed' ? 'failed' : report && state === 'checked' ? report.verdict : 'waiting'
}

const hasMissed = ({ report }: BatchRow, rule: string): boolean =>
  report !== null && findFaults(report).missed.has(rule)

/** macOS file names are NFD (é as two characters); typed text is NFC. */
const normaliseText = (text: string): string => text.normalize('NFC').toLowerCase()
const splitWords = (text: string): string[] =>
  normaliseText(text)
    .split(/\s+/)
    .filter(word => word !== '')
const getSearchText = (row: BatchRow): string => normaliseText(`${row.folder}/${row.name}`)

/** Chinese by pinyin, digits as numbers: 2.jpg before 10.jpg. */
// eslint-disable-next-line no-restricted-globals -- a fixed locale orders the same everywhere.
const NAME_COLLATOR = new Intl.Collator('zh-CN', { numeric: true })
const compareIds = (a: BatchRow, b: BatchRow): number => a.id - b.id

function sortRows(rows: readonly BatchRow[], { sort, descending, valueRule }: RowFilter): readonly BatchRow[] {
  const sign = descending ? -1 : 1
  // Rows come in insertion order.
  if (sort === 'added') return descending ? rows.toReversed() : rows
  if (sort === 'name')
    return rows.toSorted(
      (a, b) =>
        sign * (NAME_COLLATOR.compare(a.name, b.name) || NAME_COLLATOR.compare(a.folder, b.folder)) || compareIds(a, b),
    )
  if (sort === 'verdict') {
    const keys = new Map(rows.map(row => [row, rateSeverity(row)]))
    return rows.toSorted((a, b) => sign * (keys.get(a)! - keys.get(b)!) || compareIds(a, b))
  }
  const keys = new Map(rows.map(row => [row, row.report && findFaults(row.report).checks.get(valueRule)?.value]))
  return rows.toSorted((a, b) => compareValues(keys.get(a), keys.get(b), sign) || compareIds(a, b))
}

const SEVERITY_BY_STATUS: Readonly<Record<RowStatus, number>> = { pass: 0, unknown: 1, fail: 2, failed: 3, waiting: -1 }

/** More faults rank higher; rows that are not checked yet rank lowest. */
function rateSeverity(row: BatchRow): number {
  const standing = SEVERITY_BY_STATUS[getRowStatus(row)] * 1e6
  if (!row.report) return standing
  const { photo, file, unknown } = findFaults(row.report)
  return standing + photo.length * 1e4 + file.length * 100 + unknown.length
}

/** Rows without a value come last in both directions. */
function compareValues(a: Check['value'] | undefined, b: Check['value'] | undefined, sign: number): number {
  const isThere = (value: typeof a): value is NonNullable<typeof a> => value !== null && value !== undefined
  if (!isThere(a) || !isThere(b)) return Number(isThere(b)) - Number(isThere(a))
  return (
    sign *
    (typeof a === 'string' || typeof b === 'string'
      ? NAME_COLLATOR.compare(String(a), String(b))
      : Number(a) - Number(b))
  )
}
