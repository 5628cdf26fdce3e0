import type { BatchRow } from '../contract/batch'
import type { Check, Verdict } from '../contract/report'

/** What a person is told of a report: the same lists as on the screen of one photo. */
export interface Findings {
  /** The verdict on the photo once its file is made here. */
  readonly sign: Verdict
  /** Required misses that only another photo mends. */
  readonly toMend: readonly Check[]
  /** What the file as given misses and the made one does not. */
  readonly mendedBySaving: readonly Check[]
  /** Required, but can't be told. */
  readonly untold: readonly Check[]
}

/** null where there is no report. */
export type FindingsOf = (row: BatchRow) => Findings | null

/** A check's words in the locale that a file is made in. */
export type Explain = (check: Check) => { readonly title: string; readonly finding: string }

/** Why a row has no file in a ZIP. */
export type LeftOut = 'not-checked' | 'failed' | 'no-crop' | 'not-passing' | 'clash' | 'no-id-number' | 'wrong-id-number' | 'several-id-numbers'
