import { FAILURE_CODES } from '../../../src/contract/failure'
import { isDamage, type FuzzCase } from '../../../tools/pictures/fuzz/mutations'
import type { PhotoAnswer } from './ask'

export interface CaseAnswer extends PhotoAnswer {
  /** Share of the 8x8 blocks in which an opened picture differs from the undamaged one; 0 where not compared. */
  readonly shareDifferent: number
}

const MAX_ANSWER_MS = 10_000
const MAX_SHARE_DIFFERENT = 0.001
/** Failures that a file alone must never cause: the device, the host or our code is at fault. */
const NOT_OF_FILES = ['unexpected', 'crashed', 'too-slow', 'out-of-memory', 'assets-missing', 'unsupported-browser']

/** Counts answers and keeps what went wrong. */
export class FuzzTally {
  count = 0
  readonly faults: string[] = []
  private readonly outcomes: Record<string, Record<string, number>> = {}
  private readonly missed: Record<string, string> = {}
  private readonly damaged: Record<string, { files: number; opened: number; missed: number }> = {}
  private slowest = { ms: 0, name: '' }

  /** `save` keeps the file of a fault and returns where. */
  constructor(private readonly save: (fuzzCase: FuzzCase) => string) {}

  add(fuzzCase: FuzzCase, answer: CaseAnswer): void {
    const { outcome, message, ms } = answer
    const format = fuzzCase.original.name.split('-')[0]!
    this.count++
    if (ms > this.slowest.ms) this.slowest = { ms, name: fuzzCase.name }
    ;(this.outcomes[format] ??= {})[outcome] = (this.outcomes[format]![outcome] ?? 0) + 1
    const isReport = outcome.startsWith('report: ')
    if (!isReport && !(FAILURE_CODES as readonly string[]).includes(outcome)) this.addFault(fuzzCase, outcome, message)
    else if (NOT_OF_FILES.includes(outcome)) this.addFault(fuzzCase, outcome, message)
    if (ms > MAX_ANSWER_MS) this.addFault(fuzzCase, `${(ms / 1000).toFixed(0)} s`)
    if (isDamage(fuzzCase.mutation)) this.addDamaged(format, fuzzCase, answer, isReport)
  }

  private addDamaged(format: string, fuzzCase: FuzzCase, answer: CaseAnswer, isReport: boolean): void {
    const counts = (this.damaged[format] ??= { files: 0, opened: 0, missed: 0 })
    counts.files++
    if (!isReport) return
    counts.opened++
    if (answer.shareDifferent <= MAX_SHARE_DIFFERENT) return
    counts.missed++
    this.missed[fuzzCase.name] = `${(100 * answer.shareDifferent).toFixed(1)} %`
    this.addFault(fuzzCase, `opened, ${this.missed[fuzzCase.name]} of the blocks differ`)
  }

  addFault(fuzzCase: FuzzCase, what: string, message = ''): void {
    this.faults.push(`${fuzzCase.name}: ${what} ${message}`.trim())
    this.save(fuzzCase)
  }

  describe(keptIn: string): string {
    console.log('Answers by format')
    console.table(this.outcomes)
    console.log('Damaged files: opened, and missed: opened with another picture')
    console.table(this.damaged)
    const { ms, name } = this.slowest
    return [
      ...this.faults.map(fault => `  ${fault}`),
      `${this.count} files, the slowest ${ms.toFixed(0)} ms (${name})`,
      this.faults.length ? `${this.faults.length} faults, kept in ${keptIn}` : 'no faults',
    ].join('\n')
  }
}
