import type { Check, Report } from '../contract/report'

/** The faults of a report: required checks that failed or are unknown. */
export interface Faults {
  /** Only another photo can fix them. */
  readonly photo: readonly Check[]
  /** Faults of the file as given; the produced file does not have them. */
  readonly file: readonly Check[]
  readonly unknown: readonly Check[]
}

export type FindFaults = (report: Report) => Faults

/** The texts of a check, in the locale of the generated file. */
export type ExplainCheck = (check: Check) => { readonly title: string; readonly finding: string }

/** Why a row has no file in a ZIP. */
export type LeftOutReason =
  | 'not-checked'
  | 'failed'
  | 'no-crop'
  | 'not-passing'
  | 'clash'
  | 'no-number'
  | 'several-numbers'
  | 'no-id-number'
  | 'wrong-id-number'
  | 'several-id-numbers'
