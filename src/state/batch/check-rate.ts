/** Throughput of the batch, from the times of the last finished files. Pure: the caller passes times in ms. */

/** Long enough to even out large and small files, short enough to follow a device that has got slower. */
const MAX_SAMPLES = 40

export class CheckRate {
  private readonly times: number[] = []

  /** Records a finished file. */
  recordDone(at: number): void {
    this.times.push(at)
    if (this.times.length > MAX_SAMPLES) this.times.shift()
  }

  /** After a pause, earlier times are no longer representative. */
  reset(): void {
    this.times.length = 0
  }

  /** Files per minute; null until three have finished. */
  get perMinute(): number | null {
    const [first, last] = [this.times[0]!, this.times.at(-1)!]
    return this.times.length < 3 || last <= first ? null : (60_000 * (this.times.length - 1)) / (last - first)
  }

  /** Estimated seconds for `left` more files; null while the rate is unknown. */
  estimateSeconds(left: number): number | null {
    const { perMinute } = this
    return perMinute === null ? null : Math.ceil((60 * left) / perMinute)
  }
}
