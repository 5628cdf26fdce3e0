import type { Picture, ReportContent, RuleRow } from './content'
import { markup, type Markup } from './markup'
import { PAGE_END, buildPageStart } from './page'
import { buildFacts, buildImage, buildSign } from './shared-markup'

/**
 * A report as one HTML file that needs nothing else: to keep, to send, to print on A4. `style` is a style sheet for
 * `sheetOf`. Errors: a picture that is no data: URL.
 */
export function buildReportDocument(content: ReportContent, style: string): string {
  return `${buildPageStart({ locale: content.locale, title: `${content.title} · ${content.school}`, style })}${buildReportSheet(content).text}${PAGE_END}`
}

/** The report itself, for a file of its own or to be printed from a page. */
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
  const { heads } = table
  return markup`<article class="sheet" lang="${locale}">
<header class="sheet-head"><h1>${title}</h1><p>${school}</p></header>
<p class="sheet-verdict is-${verdict.sign}">${buildSign(verdict.sign)}<strong>${verdict.line}</strong></p>
<div class="sheet-pictures">${pictures.map(buildPicture)}</div>
${buildFacts(facts)}
${first && markup`<section class="sheet-first"><h2>${first.title}</h2><ol>${first.items.map(item => markup`<li><strong>${item.title}</strong> ${item.advice}</li>`)}</ol></section>`}
${saving === null ? null : markup`<p class="sheet-note">${saving}</p>`}
<section><h2>${table.title}</h2>
<table>
<thead><tr><th scope="col">${heads.verdict}</th><th scope="col">${heads.rule}</th><th scope="col">${heads.measured}</th><th scope="col">${heads.limit}</th><th scope="col">${heads.clause}</th></tr></thead>
${table.groups.map(
  group => markup`<tbody><tr class="sheet-group"><th colspan="5" scope="colgroup">${group.title}</th></tr>${group.rows.map(row => buildRuleRow(row, heads))}</tbody>
`,
)}</table></section>
${files.map(file => markup`<section class="sheet-file"><h2>${file.title}</h2>${buildFacts(file.facts)}</section>`)}
<footer>${closing.map(line => markup`<p>${line}</p>`)}</footer>
</article>`
}

const buildPicture = ({ src, caption }: Picture): Markup =>
  markup`<figure>${buildImage(src, caption)}<figcaption>${caption}</figcaption></figure>`

// On a narrow screen a row is stacked: each cell then says by itself what it is.
const buildRuleRow = (
  { verdict, word, title, measured, limit, clause }: RuleRow,
  heads: ReportContent['table']['heads'],
): Markup =>
  markup`<tr class="is-${verdict}"><td>${buildSign(verdict)}${word}</td><th scope="row">${title}</th><td data-head="${heads.measured}">${measured}</td><td data-head="${heads.limit}">${limit}</td><td data-head="${heads.clause}" lang="zh-CN">${clause}</td></tr>`
