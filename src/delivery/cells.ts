/** Formats CSV cells so that spreadsheets don't reinterpret them. */

/**
 * Text that Excel, LibreOffice and WPS take for a formula: a file name is untrusted, and `=HYPERLINK(…)` or `=cmd|…` in
 * it must not run on the studio's computer. Full-width signs are included, because Chinese and Japanese Excel treat
 * them like the plain ones.
 */
const FORMULA_START = /^\s*[=+\-@\t\r＝＋－＠]|^[\t\r\n]/

/**
 * Text that spreadsheets would convert to a number or a date: an identity number loses its last digits, `007` its
 * zeros, `1-2` becomes a date.
 */
const NUMBER_OR_DATE = /^\s*\d[\d\s.,:/\\+%eE年月日时分秒-]*[Xx]?\s*$/

/** Text, prefixed with an apostrophe where a spreadsheet would convert it. */
export function formatTextCell(text: string): string {
  return FORMULA_START.test(text) || NUMBER_OR_DATE.test(text) ? `'${text}` : text
}

/** A number with a decimal point, without exponent or thousands separators; at most six decimals. */
export function formatNumberCell(value: number): string {
  return Number.isFinite(value)
    ? value
        .toFixed(6)
        .replace(/\.?0+$/, '')
        .replace(/^-0$/, '0')
    : ''
}
