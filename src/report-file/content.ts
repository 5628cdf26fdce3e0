import type { Verdict } from '../contract/report'
import type { Locale } from '../contract/locale'

/** The contents of a report file, with all texts in one locale. */

export interface Fact {
  readonly label: string
  readonly value: string
}

export interface RuleRow {
  readonly verdict: Verdict
  /** The verdict in words. */
  readonly word: string
  readonly title: string
  readonly measured: string
  readonly limit: string
  /** The school's own wording, Chinese in every locale. */
  readonly clause: string
}

/** `src`: a data: URL. */
export interface Picture {
  readonly src: string
  readonly caption: string
}

export interface ReportContent {
  readonly locale: Locale
  readonly title: string
  readonly school: string
  readonly facts: readonly Fact[]
  readonly verdict: { readonly sign: Verdict; readonly line: string }
  readonly pictures: readonly Picture[]
  readonly first: {
    readonly title: string
    readonly items: readonly { readonly title: string; readonly advice: string }[]
  } | null
  /** What saving fixes; null if nothing. */
  readonly saving: string | null
  readonly table: {
    readonly title: string
    readonly heads: {
      readonly verdict: string
      readonly rule: string
      readonly measured: string
      readonly limit: string
      readonly clause: string
    }
    readonly groups: readonly { readonly title: string; readonly rows: readonly RuleRow[] }[]
  }
  /** Name, size and SHA-256 of the files that the report covers. */
  readonly files: readonly { readonly title: string; readonly facts: readonly Fact[] }[]
  readonly closing: readonly string[]
}
