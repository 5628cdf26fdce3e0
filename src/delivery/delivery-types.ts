import type { Check, Report } from '../contract/report'

/** What is to be said of a report: required rules that are missed or can't be told. */
export interface Faults {
  /** Only another photo mends them. */
  readonly photo: readonly Check[]
  /** Of the file as given; the one made here does not have them. */
  readonly file: readonly Check[]
  readonly unknown: readonly Check[]
}

export type FindFaults = (report: Report) => Faults

/** A check's words in the locale that a file is made in. */
export type ExplainCheck = (check: Check) => { readonly title: string; readonly finding: string }

/** Why a row has no file in a ZIP. */
export type LeftOutReason =
  | 'not-checked'
  | 'failed'
  | 'no-crop'
  | 'not-passing'
  | 'clash'
  | 'no-id-number'
  | 'wrong-id-number'
  | 'several-id-numbers'
