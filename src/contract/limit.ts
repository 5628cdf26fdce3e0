import type { LocalisedText } from './locale'

/**
 * What a profile asks of one quantity. `near` is the margin inside a limit where the verdict is `warn` instead of
 * `pass`, in the quantity's unit. `references` turns a colour reading into the CIEDE2000 distance from the nearest of
 * them.
 */
export interface Limit {
  readonly min?: number
  readonly max?: number
  readonly oneOf?: readonly (string | number | boolean)[]
  readonly near?: number
  /** '#rrggbb', sRGB. */
  readonly references?: readonly string[]
  readonly level: 'required' | 'advised'
  /** What the notice says; empty where no notice says anything and the limit is this project's alone. */
  readonly clause: string
  /** The clause is the notice's own words; without it, it sums them up, and is never shown as a quotation. */
  readonly quoted?: boolean
  /** The clause in English, for who does not read Chinese. */
  readonly clauseEn?: string
  /** The document that the clause stands in; empty where there is none. */
  readonly source: string
  /** Of the source: A authority's own page, B re-published, C commercial, M mirror, D this project's own limit. */
  readonly trust: 'A' | 'B' | 'C' | 'M' | 'D'
  /** How this project reads a clause that gives no number, told to whoever asks for it. */
  readonly reading?: LocalisedText
  /** The command or decision whose measurement set the number: for this project's developers, never shown. */
  readonly measurement?: string
}
