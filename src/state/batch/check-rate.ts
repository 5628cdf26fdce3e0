/** How fast files get done, from when the last ones were. Pure: times are handed in, ms. */

/** Long enough to even out large and small files, short enough to follow a device that has got slower. */
const MAX_SAMPLES = 40

export class CheckRate {
  private readonly times: number[] = []

  /** Something was done. */
  recordDone(at: number): void {
    this.times.push(at)
    if (this.times.length > MAX_SAMPLES) this.times.shift()
  }

  /** After a rest, what was before it tells nothing. */
  reset(): void {
    this.times.length = 0
  }

  /** Files a minute; null before three were done. */
  get perMinute(): number | null {
    const [first, last] = [this.times[0]!, this.times.at(-1)!]
    return this.times.length < 3 || last <= first ? null : (60_000 * (this.times.length - 1)) / (last - first)
  }

  /** Seconds that `left` more will take; null before it can be told. */
  estimateSeconds(left: number): number | null {
    const { perMinute } = this
    return perMinute === null ? null : Math.ceil((60 * left) / perMinute)
  }
}
