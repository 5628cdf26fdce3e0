import type { BatchRow } from '../../contract/batch'
import type { Sliced } from '../../contract/sliced'
import { csvLines, type CsvContent } from '../../delivery/csv'
import { jsonPieces } from '../../delivery/json'
import { sheetPieces } from '../../delivery/sheet'
import type { Explain } from '../../delivery/told'
import type { DeliveryWords } from '../../delivery/words'
import { fullReport, thumbnailOf } from '../../state/batch/actions'
import { inBreaths } from '../../state/yield-to-main'
import { gather } from '../../state/gather'
import { locale, profile } from '../../state/store'
import batchStyle from '../../styles/batch-sheet.css?inline'
import sheetStyle from '../../styles/report.css?inline'
import { explain } from '../../zhaojian'
import { words } from '../text'
import { deliverWords } from '../text/deliver'
import { findFaults } from '../../report/faults'

/** The files with the results, in the words and by the rules in use. */
export type FileKind = 'csv' | 'json' | 'sheet'

export const ENDINGS: Readonly<Record<FileKind, string>> = { csv: '.csv', json: '.json', sheet: '.html' }

/** File name without ending; the day is the user's own. */
export function fileStem(now: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0')
  return deliverWords().fileName(
    profile.value.id,
    `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
  )
}

export const FILES: Readonly<Record<FileKind, (rows: readonly BatchRow[]) => Promise<Blob>>> = {
  csv: rows => tableOf(rows),
  json: rows =>
    gather(
      jsonPieces({ rows, profile: profile.value, made: new Date().toISOString(), reportOf: fullReport }),
      'application/json',
    ),
  sheet: sheetOf,
}

/** `inZip`: see CsvContent. */
export function tableOf(rows: readonly BatchRow[], inZip?: CsvContent['inZip']): Promise<Blob> {
  return gather(
    csvLines({
      rows,
      checkIds: Object.keys(profile.value.checks),
      findFaults,
      words: deliveryWords(),
      explain: explainer(),
      ...(inZip && { inZip }),
    }),
    'text/csv',
  )
}

async function sheetOf(rows: readonly BatchRow[]): Promise<Blob> {
  const text = words()
  const deliver = deliverWords()
  const { name, version, source } = profile.value
  const when = new Intl.DateTimeFormat(locale.value, { dateStyle: 'long', timeStyle: 'short' }).format(new Date())
  const content = { findFaults, words: deliveryWords(), explain: explainer(), locale: locale.value }
  const counts = await inBreaths(countsOf(rows))
  return gather(
    sheetPieces({
      ...content,
      rows,
      title: deliver.sheetTitle,
      school: name[content.locale],
      facts: [
        {
          label: deliver.sheetCounts,
          value: `${deliver.sheetFiles(rows.length)}${deliver.colon}${counts.join(deliver.joiner)}`,
        },
        { label: text.report.madeOn, value: when },
        { label: text.report.rules, value: text.report.rulesVersion(name[content.locale], version) },
        { label: text.report.source, value: `${source.title} · ${text.trust[source.trust]}` },
      ],
      closing: [deliver.sheetMeaning, text.report.onDevice],
      style: sheetStyle + batchStyle,
      pictureOf: async ({ id }) => {
        const picture = thumbnailOf(id)
        return picture && dataUrlOf(picture)
      },
    }),
    'text/html',
  )
}

/** How many of each kind, in words; accepted ones are counted beside it. */
function* countsOf(rows: readonly BatchRow[]): Sliced<string[]> {
  const deliver = deliverWords()
  const { verdict } = words()
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

/** Of the locale at the time of asking, whatever is chosen meanwhile. */
function explainer(): Explain {
  const now = locale.value
  return check => explain(check, now)
}

function deliveryWords(): DeliveryWords {
  const text = words()
  return { ...deliverWords(), verdicts: text.verdict, failures: text.trouble }
}

function dataUrlOf(picture: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as string)
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(picture)
  })
}
