/** Milliseconds an instruction must hold before it is shown: long enough that it does not flicker, short enough to feel live. */
const HOLD = 200

/** Lets a new instruction through only after it has held for HOLD. Time is handed in; the first instruction is shown at once. */
export class Steady {
  private shown: string | undefined
  private candidate: { readonly instruction: string; readonly since: number } | undefined

  /** `now`: milliseconds on any steady clock. */
  next(instruction: string, now: number): string {
    if (this.shown === undefined || instruction === this.shown) {
      this.candidate = undefined
      return this.shown = instruction
    }
    if (this.candidate?.instruction !== instruction) this.candidate = { instruction, since: now }
    if (now - this.candidate.since >= HOLD) { this.shown = instruction; this.candidate = undefined }
    return this.shown
  }
}
