import type { FailureCode } from '../contract/failure'
import type { Reason, Unit } from '../contract/reading'
import type { Verdict } from '../contract/report'

/** Words that belong to no rule. Every locale has the same keys; the compiler lists what is missing. */
export interface CommonText {
  readonly failures: Readonly<Record<FailureCode, string>>
  /** Why something can't be told, and what would help. */
  readonly reasons: Readonly<
    Record<
      Reason,
      {
        readonly finding: string
        readonly advice: string
        /** Where no file can be saved, if the advice is to save one. */ readonly unsaved?: string
        /** In front of the camera; else the advice. */ readonly live?: string
      }
    >
  >
  /** The one word for each verdict, wherever it is told. */
  readonly verdicts: Readonly<Record<Verdict, string>>
  readonly closeToLimit: string
  readonly closeToLimitAdvice: string
  readonly nothingToDo: string
  readonly outOfLimits: string
  /** Between what is spoken of and what is said of it. */
  readonly colon: string
  readonly yes: string
  readonly no: string
  /** `{n}` is the number, already rounded. */
  readonly units: Readonly<Record<Unit, string>>
}
