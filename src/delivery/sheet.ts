import type { BatchRow } from '../contract/batch'
import type { Verdict } from '../contract/report'
import type { Fact } from '../report-file/content'
import { markup, type Markup } from '../report-file/markup'
import { PAGE_END, buildPageStart } from '../report-file/page'
import { buildFacts, buildImage, buildSign } from '../report-file/shared-markup'
import type { ExplainCheck, FindFaults } from './delivery-types'
import type { DeliveryFileText } from './delivery-file-text'
import type { Locale } from '../contract/locale'

export interface SheetContent {
  readonly rows: readonly BatchRow[]
  readonly findFaults: FindFaults
  readonly words: DeliveryFileText
  readonly explain: ExplainCheck
  readonly locale: Locale
  readonly title: string
  readonly school: string
  /** Counts, profile and date. */
  readonly facts: readonly Fact[]
  /** Closing explanations. */
  readonly closing: readonly string[]
  /** Style sheet for the classes below. */
  readonly style: string
  /** A row's thumbnail as a data: URL; null if there is none. */
  readonly loadPicture: (row: BatchRow) => Promise<string | null>
}

/**
 * A batch as one self-contained HTML file to print on A4. Yields one piece per row, because all pictures exceed the
 * maximum string length. Errors: a picture that is no data: URL.
 */
export async function* generateSheetPieces(content: SheetContent): AsyncGenerator<string> {
  const {
    locale,
    title,
    school,
    facts,
    closing,
    style,
    words: { heads },
  } = content
  const columns = [heads.number, heads.photo, heads.file, heads.verdict, heads.faults]
  yield buildPageStart({ locale, title: `${title} · ${school}`, style })
  yield markup`<article class="sheet batch-sheet" lang="${locale}">
<header class="sheet-head"><h1>${title}</h1><p>${school}</p></header>
${buildFacts(facts)}
${closing.map(line => markup`<p class="sheet-note">${line}</p>`)}
<table>
<thead><tr>${columns.map(head => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
`.text
  for (const row of content.rows) yield buildSheetRow(row, await content.loadPicture(row), content).text
  yield `</tbody></table></article>${PAGE_END}`
}

function buildSheetRow(row: BatchRow, picture: string | null, content: SheetContent): Markup {
  const { words } = content
  const sign: Verdict = row.report?.verdict ?? (row.state === 'failed' ? 'warn' : 'unknown')
  const verdict = row.report ? words.verdicts[row.report.verdict] : words.states[row.state]
  const cells = [
    markup`<td>${String(row.id)}</td>`,
    markup`<td>${picture === null ? null : buildImage(picture, '')}</td>`,
    markup`<th scope="row">${row.name}${buildFolder(row.folder)}</th>`,
    markup`<td>${buildSign(sign)}${verdict}</td>`,
    markup`<td>${buildFindings(row, content)}</td>`,
  ]
  return markup`<tr class="is-${sign}">${cells}</tr>
`
}

const buildFolder = (folder: string): Markup | null =>
  folder === '' ? null : markup`<br><span class="sheet-folder">${folder}</span>`

/** The failure or the faults of a photo, what saving fixes, and its acceptance. */
function buildFindings(row: BatchRow, { findFaults, words, explain }: SheetContent): (Markup | null)[] {
  const { photo, unknown, file } = row.report ? findFaults(row.report) : { photo: [], unknown: [], file: [] }
  const faults = [...photo, ...unknown].map(check => buildFault(explain(check), words))
  const fixedTitles = file.map(check => explain(check).title).join(words.joiner)
  return [
    row.failure && markup`${words.failures[row.failure]}`,
    faults.length ? markup`<ul>${faults}</ul>` : null,
    fixedTitles === '' ? null : markup`<p class="sheet-mended">${words.mended(fixedTitles)}</p>`,
    row.acceptance && markup`<p class="sheet-accepted">${words.acceptedByEye(row.acceptance.note)}</p>`,
  ]
}

const buildFault = ({ title, finding }: ReturnType<ExplainCheck>, { colon }: DeliveryFileText): Markup =>
  markup`<li><strong>${title}</strong>${colon}${finding}</li>`
