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
  /** The rule's own words or number. */
  readonly clause: string
  /** Where number and clause come from: a document, or the command whose measurement set it. */
  readonly source: string
  /** A authority's own page, B re-published, C commercial, M mirror, D derived or measured by this project. */
  readonly trust: 'A' | 'B' | 'C' | 'M' | 'D'
}
