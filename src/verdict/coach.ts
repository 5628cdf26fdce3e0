import type { Check, Coaching } from '../contract/report'
import { areAllMet, HOLD_STILL, isShownOnce, chooseInstruction, READY, type LiveRules } from './instruction'
import { InstructionFilter } from './instruction-filter'

/** Milliseconds for which a fault that moving does not mend is told before it is set aside: time to read it twice. */
const SET_ASIDE_AFTER_MS = 5000
/** Milliseconds after which someone counts as stuck on a step. */
const STUCK_AFTER_MS = 10_000
/** Milliseconds that a fault set aside may be gone before it counts as new when it comes back. */
const FORGET_AFTER_MS = 3000

/**
 * Says one thing at a time. The only stateful step after seeing: it remembers what is shown, since when, and what was
 * told already. Time is handed in, milliseconds on any steady clock.
 */
export class Coach {
  private readonly filter = new InstructionFilter()
  private readonly setAside = new Map<string, number>()
  private shown: { readonly instruction: string; readonly since: number } | undefined
  private heldSince: number | null = null

  constructor(private readonly rules: LiveRules) {}

  /**
   * `still`: the head did not move since the last frame. `seenAt`: when the frame was taken whose pixels were measured,
   * null where none was yet. Holding counts up to there only: what has not been looked at has not held.
   */
  update(
    checks: readonly Check[],
    still: boolean,
    seenAt: number | null,
    now: number,
  ): { readonly instruction: string; readonly coach: Coaching } {
    this.forgetMended(checks, now)
    const holds = areAllMet(checks, this.rules)
    this.heldSince = holds && still ? (this.heldSince ?? now) : null
    const { instruction: raw, onlyThis } = chooseInstruction(checks, this.rules, new Set(this.setAside.keys()))
    const instruction = this.filter.update(raw === READY && !still ? HOLD_STILL : raw, now)
    if (this.shown?.instruction !== instruction) this.shown = { instruction, since: now }
    const check = checks.find(({ id }) => id === instruction)
    if (check && isShownOnce(check, this.rules) && now - this.shown.since >= SET_ASIDE_AFTER_MS)
      this.setAside.set(instruction, now)
    return {
      instruction,
      coach: {
        stuck: now - this.shown.since >= STUCK_AFTER_MS,
        onlyThis: onlyThis && raw === instruction,
        setAside: [...this.setAside.keys()],
        heldFor: this.heldSince === null || seenAt === null ? 0 : Math.max(0, seenAt - this.heldSince),
      },
    }
  }

  /** What is right again for a while is told anew when it comes back. */
  private forgetMended(checks: readonly Check[], now: number): void {
    for (const [id, since] of this.setAside) {
      const check = checks.find(one => one.id === id)
      if (check && (check.verdict === 'fail' || check.verdict === 'unknown')) this.setAside.set(id, now)
      else if (now - since > FORGET_AFTER_MS) this.setAside.delete(id)
    }
  }
}
