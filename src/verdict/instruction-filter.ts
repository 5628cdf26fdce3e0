/** Milliseconds a new instruction must hold before it is shown: two frames, so that one odd frame says nothing. */
const MIN_CANDIDATE_MS = 100
/** Milliseconds for which an instruction stands at least: what comes and goes at a limit does not flicker. */
const MIN_SHOWN_MS = 400

/**
 * Lets a new instruction through when it has held and the one shown has stood. Time is handed in; the first instruction
 * is shown at once.
 */
export class InstructionFilter {
  private shown: { readonly instruction: string; readonly since: number } | undefined
  private candidate: { readonly instruction: string; readonly since: number } | undefined

  /** `now`: milliseconds on any steady clock. */
  update(instruction: string, now: number): string {
    if (!this.shown) this.shown = { instruction, since: now }
    if (instruction === this.shown.instruction) this.candidate = undefined
    else if (this.candidate?.instruction !== instruction) this.candidate = { instruction, since: now }
    if (this.candidate && now - this.candidate.since >= MIN_CANDIDATE_MS && now - this.shown.since >= MIN_SHOWN_MS) {
      this.shown = { instruction, since: now }
      this.candidate = undefined
    }
    return this.shown.instruction
  }
}
