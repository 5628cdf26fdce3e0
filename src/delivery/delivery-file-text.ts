import type { BatchRow } from '../contract/batch'
import type { FailureCode } from '../contract/failure'
import type { Verdict } from '../contract/report'
import type { LeftOutReason } from './delivery-types'

/** Texts of the files for a studio, in one locale. */
export interface DeliveryFileText {
  readonly heads: {
    readonly number: string
    readonly folder: string
    readonly name: string
    readonly state: string
    readonly verdict: string
    readonly verdictId: string
    readonly toMend: string
    readonly mendedBySaving: string
    readonly unknown: string
    readonly accepted: string
    readonly note: string
    readonly time: string
    readonly width: string
    readonly height: string
    readonly bytes: string
    readonly profile: string
    readonly inZip: string
    readonly leftOut: string
    readonly photo: string
    readonly file: string
    readonly faults: string
  }
  readonly states: Readonly<Record<BatchRow['state'], string>>
  readonly verdicts: Readonly<Record<Verdict, string>>
  readonly yes: string
  readonly no: string
  /** Separator between titles in one cell. */
  readonly joiner: string
  /** Separator between a title and its finding. */
  readonly colon: string
  /** Heads of a check's value column and verdict column. */
  readonly formatValueHead: (title: string, id: string, unit: string) => string
  readonly formatVerdictHead: (title: string, id: string) => string
  readonly failures: Readonly<Record<FailureCode, string>>
  readonly leftOutBecause: Readonly<Record<LeftOutReason, string>>
  /** Faults that the produced file no longer has. */
  readonly mended: (titles: string) => string
  readonly acceptedByEye: (note: string) => string
}
