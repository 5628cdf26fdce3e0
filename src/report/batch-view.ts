import type { BatchRow } from '../contract/batch'
import type { Check } from '../contract/report'
import { findFaults } from './faults'

/** Thousands of rows sorted, filtered and counted. Pure; verdicts are the reports' own. */

/** How a row stands. A finished file is judged as it is: what saving would mend counts too. */
export type RowStatus = 'failed' | 'fail' | 'unknown' | 'pass' | 'waiting'
export type RowKind = 'all' | RowStatus | 'accepted'
export type SortKey = 'added' | 'name' | 'verdict' | 'value'

export interface RowFilter {
  readonly kind: RowKind
  /** Check id: only files that miss this rule; null: all. */
  readonly rule: string | null
  /** Only names or folders that hold each of its words. */
  readonly text: string
  readonly sort: SortKey
  readonly descending: boolean
  /** Check id whose value is shown, and sorted by. */
  readonly valueRule: string
}

export interface Survey {
  /** Ids of what is shown, in order. */
  readonly order: readonly number[]
  /** How many rows choosing each kind would show, and how many miss each rule: the other filters hold. */
  readonly kinds: Readonly<Record<RowKind, number>>
  readonly rules: ReadonlyMap<string, number>
}

export function surveyRows(rows: readonly BatchRow[], choice: RowFilter): Survey {
  const kinds: Record<RowKind, number> = { all: 0, failed: 0, fail: 0, unknown: 0, pass: 0, waiting: 0, accepted: 0 }
  const rules = new Map<string, number>()
  const found: BatchRow[] = []
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
    if (isOfKind && missesRule) found.push(row)
  }
  return { order: sortRows(found, choice).map(({ id }) => id), kinds, rules }
}

export function getRowStatus({ state, report }: BatchRow): RowStatus {
  return state === 'failed' ? 'failed' : report && state === 'checked' ? report.verdict : 'waiting'
}

const hasMissed = ({ report }: BatchRow, rule: string): boolean =>
  report !== null && findFaults(report).missed.has(rule)

/** macOS writes é as two characters; whoever types it writes one. */
const normaliseText = (text: string): string => text.normalize('NFC').toLowerCase()
const splitWords = (text: string): string[] =>
  normaliseText(text)
    .split(/\s+/)
    .filter(word => word !== '')
const getSearchText = (row: BatchRow): string => normaliseText(`${row.folder}/${row.name}`)

/** Chinese by pinyin, numbers by size: 2.jpg before 10.jpg. */
// eslint-disable-next-line no-restricted-globals -- a fixed locale orders the same everywhere.
const NAME_COLLATOR = new Intl.Collator('zh-CN', { numeric: true })
const compareIds = (a: BatchRow, b: BatchRow): number => a.id - b.id

function sortRows(rows: readonly BatchRow[], { sort, descending, valueRule }: RowFilter): readonly BatchRow[] {
  const sign = descending ? -1 : 1
  // Rows come in the order of adding.
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

/** The more to mend, the worse; what nobody has looked at yet is least bad. */
function rateSeverity(row: BatchRow): number {
  const standing = SEVERITY_BY_STATUS[getRowStatus(row)] * 1e6
  if (!row.report) return standing
  const { photo, file, unknown } = findFaults(row.report)
  return standing + photo.length * 1e4 + file.length * 100 + unknown.length
}

/** What has no value comes last, whichever way is up. */
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
