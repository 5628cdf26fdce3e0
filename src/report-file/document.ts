import type { Verdict } from '../contract/report'
import type { Fact, Picture, ReportContent, RuleRow } from './content'
import { markup, Markup } from './markup'

const SIGN: Readonly<Record<Verdict, string>> = { pass: '✓', warn: '!', fail: '✕', unknown: '?' }

// Belt and braces: everything in it is escaped text, and the file may load or run nothing even so. Its one <style> is its own.
const POLICY = "script-src 'none'; connect-src 'none'; object-src 'none'; frame-src 'none'; font-src 'none'; media-src 'none'; img-src data:; form-action 'none'; base-uri 'none'"

/**
 * A report as one HTML file that needs nothing else: to keep, to send, to print on A4. `style` is a style sheet for `sheetOf`.
 * Errors: a picture that is no data: URL.
 */
export function documentOf(content: ReportContent, style: string): string {
  const { locale, title, school } = content
  return `<!doctype html>\n${markup`<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title} · ${school}</title>
<style>${new Markup(style.replaceAll('</', '<\\/'))}</style>
</head>
<body>
${sheetOf(content)}
</body>
</html>
`.text}`
}

/** The report itself, for a file of its own or to be printed from a page. */
export function sheetOf({ title, school, facts, verdict, pictures, first, saving, table, files, closing, locale }: ReportContent): Markup {
  const { heads } = table
  return markup`<article class="sheet" lang="${locale}">
<header class="sheet-head"><h1>${title}</h1><p>${school}</p></header>
<p class="sheet-verdict is-${verdict.sign}">${signOf(verdict.sign)}<strong>${verdict.line}</strong></p>
<div class="sheet-pictures">${pictures.map(pictureOf)}</div>
${factsOf(facts)}
${first && markup`<section class="sheet-first"><h2>${first.title}</h2><ol>${first.items.map(item => markup`<li><strong>${item.title}</strong> ${item.advice}</li>`)}</ol></section>`}
${saving === null ? null : markup`<p class="sheet-note">${saving}</p>`}
<section><h2>${table.title}</h2>
<table>
<thead><tr><th scope="col">${heads.verdict}</th><th scope="col">${heads.rule}</th><th scope="col">${heads.measured}</th><th scope="col">${heads.limit}</th><th scope="col">${heads.clause}</th></tr></thead>
${table.groups.map(group => markup`<tbody><tr class="sheet-group"><th colspan="5" scope="colgroup">${group.title}</th></tr>${group.rows.map(row => rowOf(row, heads))}</tbody>
`)}</table></section>
${files.map(file => markup`<section class="sheet-file"><h2>${file.title}</h2>${factsOf(file.facts)}</section>`)}
<footer>${closing.map(line => markup`<p>${line}</p>`)}</footer>
</article>`
}

const signOf = (verdict: Verdict): Markup => markup`<span class="sheet-sign is-${verdict}" aria-hidden="true">${SIGN[verdict]}</span>`

const factsOf = (facts: readonly Fact[]): Markup => markup`<dl>${facts.map(({ label, value }) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`

function pictureOf({ src, caption }: Picture): Markup {
  if (!src.startsWith('data:image/')) throw new TypeError('A report holds its pictures itself.')
  return markup`<figure><img src="${src}" alt="${caption}"><figcaption>${caption}</figcaption></figure>`
}

// On a narrow screen a row is stacked: each cell then says by itself what it is.
const rowOf = ({ verdict, word, title, measured, limit, clause }: RuleRow, heads: ReportContent['table']['heads']): Markup =>
  markup`<tr class="is-${verdict}"><td>${signOf(verdict)}${word}</td><th scope="row">${title}</th><td data-head="${heads.measured}">${measured}</td><td data-head="${heads.limit}">${limit}</td><td data-head="${heads.clause}" lang="zh-CN">${clause}</td></tr>`
