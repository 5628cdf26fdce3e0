import { markup, Markup } from './markup'
import type { Locale } from '../contract/locale'

/** The HTML around every file that is generated here for keeping and printing. */

// Defence in depth: all content is escaped, and the policy also forbids scripts and requests. The file's only <style>
// is its own.
const CONTENT_SECURITY_POLICY =
  "script-src 'none'; connect-src 'none'; object-src 'none'; frame-src 'none'; font-src 'none'; " +
  "media-src 'none'; img-src data:; form-action 'none'; base-uri 'none'"

/** From the doctype to the start of the body; close it with PAGE_END. */
export function buildPageStart({
  locale,
  title,
  style,
}: {
  readonly locale: Locale
  readonly title: string
  readonly style: string
}): string {
  return `<!doctype html>\n${
    markup`<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Markup(style.replaceAll('</', '<\\/'))}</style>
</head>
<body>
`.text
  }`
}

export const PAGE_END = '\n</body>\n</html>\n'
