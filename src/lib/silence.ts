/**
 * Notices that something has said nothing for a number of ticks. Ticks are counted, not time: after a device has slept
 * or a tab was frozen a single tick comes late, and what was said meanwhile is heard before the next.
 */
export class Silence {
  private timer: ReturnType<typeof setInterval> | undefined
  private silentTicks = 0

  constructor(
    private readonly tickMs: number,
    private readonly maxTicks: number,
    private readonly onSilent: () => void,
  ) {}

  /** Begins to count, unless it does already. */
  start(): void {
    if (this.timer !== undefined) return
    this.silentTicks = 0
    this.timer = setInterval(() => {
      if (++this.silentTicks < this.maxTicks) return
      this.stop()
      this.onSilent()
    }, this.tickMs)
  }

  /** Something was said: the count begins again. */
  hear(): void {
    this.silentTicks = 0
  }

  stop(): void {
    clearInterval(this.timer)
    this.timer = undefined
  }
}
