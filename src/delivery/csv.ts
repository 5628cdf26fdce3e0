import { csvFormatRow } from 'd3-dsv'
import type { BatchRow } from '../contract/batch'
import type { Check } from '../contract/report'
import { formatNumberCell, formatTextCell } from './cells'
import type { ExplainCheck, FindFaults } from './delivery-types'
import type { DeliveryFileText } from './delivery-file-text'

export interface CsvContent {
  readonly rows: readonly BatchRow[]
  /** In the order of the profile. */
  readonly checkIds: readonly string[]
  readonly findFaults: FindFaults
  readonly words: DeliveryFileText
  readonly explain: ExplainCheck
  /** The row's path in the ZIP, or the reason why it is not in it. If missing, the two columns are left out. */
  readonly describeZipEntry?: (row: BatchRow) => { readonly path: string } | { readonly why: string }
}

/** The table of a batch, line by line: UTF-8 with BOM and CRLF, as Excel requires. */
export function* generateCsvLines(content: CsvContent): Generator<string> {
  yield `\ufeff${formatLine(buildHeads(content))}`
  for (const row of content.rows) yield formatLine(buildCells(row, content))
}

const formatLine = (cells: string[]): string => `${csvFormatRow(cells)}\r\n`

function buildHeads({ rows, checkIds, words, explain, describeZipEntry }: CsvContent): string[] {
  const { heads, formatValueHead, formatVerdictHead } = words
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
    heads.unknown,
    heads.accepted,
    heads.note,
    heads.time,
    heads.width,
    heads.height,
    heads.bytes,
    heads.profile,
    ...(describeZipEntry ? [heads.inZip, heads.leftOut] : []),
    ...checkIds.flatMap(id => {
      const title = getCheckTitle(id, explain)
      return [formatValueHead(title, id, units.get(id) ?? ''), formatVerdictHead(title, id)]
    }),
  ]
}

function buildCells(row: BatchRow, { checkIds, findFaults, words, explain, describeZipEntry }: CsvContent): string[] {
  const { report, acceptance, failure } = row
  const faults = row.report && findFaults(row.report)
  const titles = (checks: readonly Check[] = []): string =>
    formatTextCell(checks.map(check => explain(check).title).join(words.joiner))
  const zipEntry = describeZipEntry?.(row)
  const byId = new Map(report?.checks.map(check => [check.id, check]))
  return [
    formatNumberCell(row.id),
    formatTextCell(row.folder),
    formatTextCell(row.name),
    formatTextCell(
      failure ? `${words.states[row.state]}${words.colon}${words.failures[failure]}` : words.states[row.state],
    ),
    report ? words.verdicts[report.verdict] : '',
    report?.verdict ?? '',
    titles(faults?.photo),
    titles(faults?.file),
    titles(faults?.unknown),
    acceptance ? words.yes : words.no,
    formatTextCell(acceptance?.note ?? ''),
    acceptance?.at ?? '',
    ...(report ? [formatNumberCell(report.source.width), formatNumberCell(report.source.height)] : ['', '']),
    formatNumberCell(row.bytes),
    report ? `${report.profile.id}/${report.profile.version}` : '',
    ...(zipEntry
      ? 'path' in zipEntry
        ? [formatTextCell(zipEntry.path), '']
        : ['', formatTextCell(zipEntry.why)]
      : []),
    ...checkIds.flatMap(id => {
      const check = byId.get(id)
      return check ? [formatValueCell(check.value), check.verdict] : ['', '']
    }),
  ]
}

const formatValueCell = (value: Check['value']): string =>
  typeof value === 'number' ? formatNumberCell(value) : value === null ? '' : formatTextCell(String(value))

const getCheckTitle = (id: string, explain: ExplainCheck): string =>
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
