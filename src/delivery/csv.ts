import { csvFormatRow } from 'd3-dsv'
import type { BatchRow } from '../contract/batch'
import type { Check } from '../contract/report'
import { numberCell, textCell } from './cells'
import type { Explain, FindFaults } from './told'
import type { DeliveryWords } from './words'

export interface CsvContent {
  readonly rows: readonly BatchRow[]
  /** In the profile's order. */
  readonly checkIds: readonly string[]
  readonly findFaults: FindFaults
  readonly words: DeliveryWords
  readonly explain: Explain
  /**
   * What a ZIP holds of a row: its path there, or in words why it is not in it. Without it the two columns are left
   * out.
   */
  readonly inZip?: (row: BatchRow) => { readonly path: string } | { readonly why: string }
}

/** A table of a batch, line by line: UTF-8 with its mark and CRLF, as Excel wants it. */
export function* csvLines(content: CsvContent): Generator<string> {
  yield `\ufeff${lineOf(headsOf(content))}`
  for (const row of content.rows) yield lineOf(cellsOf(row, content))
}

const lineOf = (cells: string[]): string => `${csvFormatRow(cells)}\r\n`

function headsOf({ rows, checkIds, words, explain, inZip }: CsvContent): string[] {
  const { heads, valueOf, verdictOf } = words
  const units = new Map(rows.find(({ report }) => report)?.report?.checks.map(({ id, unit }) => [id, unit]))
  return [
    heads.number,
    heads.folder,
    heads.name,
    heads.state,
    heads.verdict,
    heads.verdictId,
    heads.toMend,
    heads.mendedBySaving,
    heads.untold,
    heads.accepted,
    heads.note,
    heads.time,
    heads.width,
    heads.height,
    heads.bytes,
    heads.profile,
    ...(inZip ? [heads.inZip, heads.leftOut] : []),
    ...checkIds.flatMap(id => {
      const title = titleOf(id, explain)
      return [valueOf(title, id, units.get(id) ?? ''), verdictOf(title, id)]
    }),
  ]
}

function cellsOf(row: BatchRow, { checkIds, findFaults, words, explain, inZip }: CsvContent): string[] {
  const { report, acceptance, failure } = row
  const faults = row.report && findFaults(row.report)
  const titles = (checks: readonly Check[] = []): string =>
    textCell(checks.map(check => explain(check).title).join(words.joiner))
  const zipped = inZip?.(row)
  const byId = new Map(report?.checks.map(check => [check.id, check]))
  return [
    numberCell(row.id),
    textCell(row.folder),
    textCell(row.name),
    textCell(failure ? `${words.states[row.state]}${words.colon}${words.failures[failure]}` : words.states[row.state]),
    report ? words.verdicts[report.verdict] : '',
    report?.verdict ?? '',
    titles(faults?.photo),
    titles(faults?.file),
    titles(faults?.untold),
    acceptance ? words.yes : words.no,
    textCell(acceptance?.note ?? ''),
    acceptance?.at ?? '',
    ...(report ? [numberCell(report.source.width), numberCell(report.source.height)] : ['', '']),
    numberCell(row.bytes),
    report ? `${report.profile.id}/${report.profile.version}` : '',
    ...(zipped ? ('path' in zipped ? [textCell(zipped.path), ''] : ['', textCell(zipped.why)]) : []),
    ...checkIds.flatMap(id => {
      const check = byId.get(id)
      return check ? [valueCell(check.value), check.verdict] : ['', '']
    }),
  ]
}

const valueCell = (value: Check['value']): string =>
  typeof value === 'number' ? numberCell(value) : value === null ? '' : textCell(String(value))

const titleOf = (id: string, explain: Explain): string =>
  explain({
    id,
    verdict: 'unknown',
    reason: 'not-run',
    value: null,
    unit: '',
    limits: { level: 'required' },
    score: null,
    regions: [],
    clause: '',
  }).title
