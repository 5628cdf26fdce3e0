import type { BatchRow } from '../../contract/batch'
import type { Sliced } from '../../contract/sliced'
import { generateCsvLines, type CsvContent } from '../../delivery/csv'
import { generateJsonPieces } from '../../delivery/json'
import { generateSheetPieces } from '../../delivery/sheet'
import type { ExplainCheck } from '../../delivery/delivery-types'
import type { DeliveryFileText } from '../../delivery/delivery-file-text'
import { getFullReport, getThumbnail } from '../../state/batch/actions'
import { runSliced } from '../../state/yield-to-main'
import { collectBlob } from '../../state/collect-blob'
import { locale, profile } from '../../state/store'
import batchStyle from '../../styles/batch-sheet.css?inline'
import sheetStyle from '../../styles/report.css?inline'
import { explain } from '../../zhaojian'
import { getPageText } from '../text'
import { getDeliveryPanelText } from '../text/deliver'
import { findFaults } from '../../report/faults'

/** Result files, in the current language and under the current profile. */
export type FileKind = 'csv' | 'json' | 'sheet'

export const EXTENSIONS: Readonly<Record<FileKind, string>> = { csv: '.csv', json: '.json', sheet: '.html' }

/** File name without extension; the date is in the user's time zone. */
export function buildFileStem(now: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0')
  return getDeliveryPanelText().fileName(
    profile.value.id,
    `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
  )
}

export const FILE_BUILDERS: Readonly<Record<FileKind, (rows: readonly BatchRow[]) => Promise<Blob>>> = {
  csv: rows => buildTable(rows),
  json: rows =>
    collectBlob(
      generateJsonPieces({ rows, profile: profile.value, made: new Date().toISOString(), getReport: getFullReport }),
      'application/json',
    ),
  sheet: buildSheet,
}

/** `describeZipEntry`: see CsvContent. */
export function buildTable(
  rows: readonly BatchRow[],
  describeZipEntry?: CsvContent['describeZipEntry'],
): Promise<Blob> {
  return collectBlob(
    generateCsvLines({
      rows,
      checkIds: Object.keys(profile.value.checks),
      findFaults,
      words: getDeliveryFileText(),
      explain: createExplain(),
      ...(describeZipEntry && { describeZipEntry }),
    }),
    'text/csv',
  )
}

async function buildSheet(rows: readonly BatchRow[]): Promise<Blob> {
  const text = getPageText()
  const deliver = getDeliveryPanelText()
  const { name, version, source } = profile.value
  const madeOn = new Intl.DateTimeFormat(locale.value, { dateStyle: 'long', timeStyle: 'short' }).format(new Date())
  const content = { findFaults, words: getDeliveryFileText(), explain: createExplain(), locale: locale.value }
  const counts = await runSliced(countRows(rows))
  return collectBlob(
    generateSheetPieces({
      ...content,
      rows,
      title: deliver.sheetTitle,
      school: name[content.locale],
      facts: [
        {
          label: deliver.sheetCounts,
          value: `${deliver.sheetFiles(rows.length)}${deliver.colon}${counts.join(deliver.joiner)}`,
        },
        { label: text.report.madeOn, value: madeOn },
        { label: text.report.rules, value: text.report.rulesVersion(name[content.locale], version) },
        { label: text.report.source, value: `${source.title} · ${text.trust[source.trust]}` },
      ],
      closing: [deliver.sheetMeaning, text.report.onDevice],
      style: sheetStyle + batchStyle,
      loadPicture: async ({ id }) => {
        const picture = getThumbnail(id)
        return picture && toDataUrl(picture)
      },
    }),
    'text/html',
  )
}

/** The counts per status in words; accepted photos are counted separately. */
function* countRows(rows: readonly BatchRow[]): Sliced<string[]> {
  const deliver = getDeliveryPanelText()
  const { verdict } = getPageText()
  const kinds = [
    ['pass', verdict.pass],
    ['fail', verdict.fail],
    ['unknown', verdict.unknown],
    ['failed', deliver.states.failed],
    ['waiting', deliver.states.waiting],
    ['checking', deliver.states.checking],
    ['accepted', deliver.heads.accepted],
  ] as const
  const counts = new Map<string, number>()
  const count = (kind: string): void => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  for (const row of rows) {
    yield
    count(row.report?.verdict ?? row.state)
    if (row.acceptance) count('accepted')
  }
  return kinds.flatMap(([kind, word]) => {
    const number = counts.get(kind)
    return number ? [deliver.sheetCount(number, word)] : []
  })
}

/** Keeps the locale at the time of the call, even if the user changes it meanwhile. */
function createExplain(): ExplainCheck {
  const now = locale.value
  return check => explain(check, now)
}

function getDeliveryFileText(): DeliveryFileText {
  const text = getPageText()
  return { ...getDeliveryPanelText(), verdicts: text.verdict, failures: text.failureTitles }
}

function toDataUrl(picture: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as string)
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(picture)
  })
}
