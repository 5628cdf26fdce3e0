/** What a question needs to know of a judged check. */
export interface AskedCheck {
  readonly verdict: string
  readonly value: unknown
  readonly limits?: { readonly min?: number; readonly max?: number }
}

export interface Question {
  /** Printed name; both sides of a part have the same name and are counted together. */
  readonly name: string
  readonly check: string
  readonly column: string
  /** Labels that mean a defect; all others except 'p' mean none. */
  readonly defectLabels: readonly string[]
  /** Whether the check found the defect; null if unknown. */
  readonly readAnswer: (check: AskedCheck) => boolean | null
  /** Whether the check's score is the likelihood of this defect. */
  readonly isScored: boolean
  /** What ranks portraits by this defect where that is not the check's score. */
  readonly readScore?: (check: AskedCheck) => number | null
}
