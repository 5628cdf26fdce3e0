import type { Polygon } from './space'

/** Why something can't be told. Each has words in src/text; add one there too (the compiler insists). */
export type Reason =
  | 'no-face'
  | 'no-person'
  | 'no-background'
  | 'no-crop'
  | 'no-file'
  | 'not-run'
  | 'pending'
  | 'not-loaded'
  | 'stopped'
  | 'turned'
  | 'too-small'
  | 'blurred'
  | 'cut-off'
  | 'too-dark'
  | 'too-bright'
  | 'covered'
  | 'glasses'
  | 'ambiguous'
  | 'not-stated'
  | 'failed'

/** CIE L*a*b* (D65) of an sRGB colour. */
export interface Lab {
  readonly L: number
  readonly a: number
  readonly b: number
}

export type Unit =
  '' | 'px' | 'deg' | 'ratio' | 'deltaE' | 'L*' | 'levels' | 'count' | 'bytes' | 'dpi' | 'quality' | 'detail'

/**
 * What a rule measured of one quantity. A colour becomes a distance only in judging, where the allowed references are
 * known.
 */
export type Reading =
  | { readonly value: number | string | boolean; readonly score?: number; readonly regions?: readonly Polygon[] }
  | { readonly colour: Lab; readonly regions?: readonly Polygon[] }
  | { readonly unknown: Reason; readonly score?: number; readonly regions?: readonly Polygon[] }
