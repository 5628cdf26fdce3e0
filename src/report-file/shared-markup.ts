import type { Verdict } from '../contract/report'
import type { Fact } from './content'
import { markup, type Markup } from './markup'

/** Markup shared by the report of one photo and the sheet of a batch. */

const SIGN_BY_VERDICT: Readonly<Record<Verdict, string>> = { pass: '✓', warn: '!', fail: '✕', unknown: '?' }

export const buildSign = (verdict: Verdict): Markup =>
  markup`<span class="sheet-sign is-${verdict}" aria-hidden="true">${SIGN_BY_VERDICT[verdict]}</span>`

export const buildFacts = (facts: readonly Fact[]): Markup =>
  markup`<dl>${facts.map(({ label, value }) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`

/** Errors: a picture that is no data: URL. */
export function buildImage(src: string, alt: string): Markup {
  if (!src.startsWith('data:image/')) throw new TypeError('A report holds its pictures itself.')
  return markup`<img src="${src}" alt="${alt}">`
}
