import type { Picture, ReportContent, RuleRow } from './content'
import { markup, type Markup } from './markup'
import { PAGE_END, buildPageStart } from './page'
import { buildFacts, buildImage, buildSign } from './shared-markup'

/**
 * A report as a self-contained HTML file, printable on A4. `style` is the style sheet for `buildReportSheet`. Errors: a
 * picture that is no data: URL.
 */
export function buildReportDocument(content: ReportContent, style: string): string {
  const title = `${content.title} · ${content.school}`
  return buildPageStart({ locale: content.locale, title, style }) + buildReportSheet(content).text + PAGE_END
}

/**
 * The report's content without the HTML page around it, for `buildReportDocument` or for printing from another page.
 */
export function buildReportSheet({
  title,
  school,
  facts,
  verdict,
  pictures,
  first,
  saving,
  table,
  files,
  closing,
  locale,
}: ReportContent): Markup {
  return markup`<article class="sheet" lang="${locale}">
<header class="sheet-head"><h1>${title}</h1><p>${school}</p></header>
<p class="sheet-verdict is-${verdict.sign}">${buildSign(verdict.sign)}<strong>${verdict.line}</strong></p>
<div class="sheet-pictures">${pictures.map(buildPicture)}</div>
${buildFacts(facts)}
${first && buildFirstSteps(first)}
${saving === null ? null : markup`<p class="sheet-note">${saving}</p>`}
${buildTable(table)}
${files.map(file => markup`<section class="sheet-file"><h2>${file.title}</h2>${buildFacts(file.facts)}</section>`)}
<footer>${closing.map(line => markup`<p>${line}</p>`)}</footer>
</article>`
}

const buildPicture = ({ src, caption }: Picture): Markup =>
  markup`<figure>${buildImage(src, caption)}<figcaption>${caption}</figcaption></figure>`

function buildFirstSteps({ title, items }: NonNullable<ReportContent['first']>): Markup {
  const steps = items.map(item => markup`<li><strong>${item.title}</strong> ${item.advice}</li>`)
  return markup`<section class="sheet-first"><h2>${title}</h2><ol>${steps}</ol></section>`
}

type Table = ReportContent['table']

function buildTable({ title, heads, groups }: Table): Markup {
  const columns = [heads.verdict, heads.rule, heads.measured, heads.limit, heads.clause]
  return markup`<section><h2>${title}</h2>
<table>
<thead><tr>${columns.map(head => markup`<th scope="col">${head}</th>`)}</tr></thead>
${groups.map(group => buildGroup(group, heads))}</table></section>`
}

function buildGroup({ title, rows }: Table['groups'][number], heads: Table['heads']): Markup {
  const head = markup`<tr class="sheet-group"><th colspan="5" scope="colgroup">${title}</th></tr>`
  return markup`<tbody>${head}${rows.map(row => buildRuleRow(row, heads))}</tbody>
`
}

// On narrow screens a row's cells are stacked, so each needs its own column head.
function buildRuleRow({ verdict, word, title, measured, limit, clause }: RuleRow, heads: Table['heads']): Markup {
  const cells = [
    markup`<td>${buildSign(verdict)}${word}</td>`,
    markup`<th scope="row">${title}</th>`,
    markup`<td data-head="${heads.measured}">${measured}</td>`,
    markup`<td data-head="${heads.limit}">${limit}</td>`,
    markup`<td data-head="${heads.clause}" lang="zh-CN">${clause}</td>`,
  ]
  return markup`<tr class="is-${verdict}">${cells}</tr>`
}
