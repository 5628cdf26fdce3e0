export interface ScoredCase {
  readonly hasDefect: boolean
  readonly score: number | null
  readonly answer: boolean | null
}

export interface Rates {
  readonly n: number
  readonly defects: number
  /** Error rate at the score threshold where false alarms and misses are equal; null without scores on both sides. */
  readonly equalErrorRate: number | null
  /** Shares: faultless cases judged faulty; faulty cases judged faultless; unknown among all. */
  readonly falseAlarms: number
  readonly misses: number
  readonly unknown: number
}

export function computeRates(cases: readonly ScoredCase[]): Rates {
  const faulty = cases.filter(one => one.hasDefect)
  const sound = cases.filter(one => !one.hasDefect)
  const share = (part: number, whole: number): number => (whole ? part / whole : NaN)
  return {
    n: cases.length,
    defects: faulty.length,
    equalErrorRate: computeEqualErrorRate(cases),
    falseAlarms: share(sound.filter(one => one.answer === true).length, sound.length),
    misses: share(faulty.filter(one => one.answer === false).length, faulty.length),
    unknown: share(cases.filter(one => one.answer === null).length, cases.length),
  }
}

/** Sweeps the threshold over the scores; returns the mean of the two error rates where they are closest. */
export function computeEqualErrorRate(cases: readonly ScoredCase[]): number | null {
  const scored = cases
    .filter((one): one is ScoredCase & { score: number } => one.score !== null)
    .sort((a, b) => a.score - b.score)
  const faulty = scored.filter(one => one.hasDefect).length
  const sound = scored.length - faulty
  if (!faulty || !sound) return null
  let best = { gap: Infinity, rate: NaN }
  let missedCount = 0
  let alarmCount = sound
  for (let i = 0; i <= scored.length; i++) {
    // Equal scores are always on the same side of a threshold.
    if (i === 0 || i === scored.length || scored[i]!.score !== scored[i - 1]!.score) {
      const gap = Math.abs(missedCount / faulty - alarmCount / sound)
      if (gap < best.gap) best = { gap, rate: (missedCount / faulty + alarmCount / sound) / 2 }
    }
    if (i < scored.length) {
      if (scored[i]!.hasDefect) missedCount++
      else alarmCount--
    }
  }
  return best.rate
}
