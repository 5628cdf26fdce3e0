import type { FailureCode } from './failure'
import type { Report } from './report'

/**
 * A person looked and takes the photo as good, whatever was measured: recorded beside the verdict, never instead of it.
 */
export interface Acceptance {
  readonly note: string
  /** ISO 8601, UTC. */
  readonly at: string
}

/** One file of a batch and what came of it. */
export interface BatchRow {
  /** From 1, in the order of adding. */
  readonly id: number
  /** The file's own name, with its ending, without its folder. */
  readonly name: string
  /** Folders inside what was chosen, with slashes; '' at its top. */
  readonly folder: string
  readonly bytes: number
  readonly state: 'waiting' | 'checking' | 'checked' | 'failed'
  /**
   * Of a checked file. Its checks' `regions` are empty: thousands of outlines are kept packed
   * (src/report/packed-report.ts) and unpacked for who looks.
   */
  readonly report: Report | null
  /** Of a failed file. */
  readonly failure: FailureCode | null
  readonly acceptance: Acceptance | null
}
