import type { Verdict } from '../contract/report'
import type { Fact } from './content'
import { markup, type Markup } from './markup'

/** Pieces that a report of one photo and a sheet of many have alike. */

const SIGN: Readonly<Record<Verdict, string>> = { pass: '✓', warn: '!', fail: '✕', unknown: '?' }

export const signOf = (verdict: Verdict): Markup =>
  markup`<span class="sheet-sign is-${verdict}" aria-hidden="true">${SIGN[verdict]}</span>`

export const factsOf = (facts: readonly Fact[]): Markup =>
  markup`<dl>${facts.map(({ label, value }) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`

/** Errors: a picture that is no data: URL. */
export function imageOf(src: string, alt: string): Markup {
  if (!src.startsWith('data:image/')) throw new TypeError('A report holds its pictures itself.')
  return markup`<img src="${src}" alt="${alt}">`
}
