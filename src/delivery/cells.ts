/** Cells of a CSV that a spreadsheet opens as what they are. */

/**
 * What Excel, LibreOffice and WPS take for a formula: a file's name may come from anyone, and `=HYPERLINK(…)` or
 * `=cmd|…` in it must not run on the studio's computer. Full-width signs count too, Chinese and Japanese Excel read
 * them as the plain ones.
 */
const FORMULA_START = /^\s*[=+\-@\t\r＝＋－＠]|^[\t\r\n]/

/**
 * Text that they would take for a number or a date and change: an identity number loses its last digits, `007` its
 * noughts, `1-2` becomes a day.
 */
const NUMBER_OR_DATE = /^\s*\d[\d\s.,:/\\+%eE年月日时分秒-]*[Xx]?\s*$/

/**
 * Text, with an apostrophe before it where it would be taken for something else: then it stays text, and nothing else
 * of it changes.
 */
export function formatTextCell(text: string): string {
  return FORMULA_START.test(text) || NUMBER_OR_DATE.test(text) ? `'${text}` : text
}

/** A number with a point, never with an exponent or a separator of thousands; at most six decimals. */
export function formatNumberCell(value: number): string {
  return Number.isFinite(value)
    ? value
        .toFixed(6)
        .replace(/\.?0+$/, '')
        .replace(/^-0$/, '0')
    : ''
}
