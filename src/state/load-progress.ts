import type { Progress } from '../contract/library'

/** One progress over all stages, and how long the rest will take. */
export interface LoadProgress {
  readonly stage: string
  /** As they cross the wire; of all stages that are still to come. */
  readonly loadedBytes: number
  readonly totalBytes: number
  /** null while nobody knows. */
  readonly secondsLeft: number | null
}

/** Milliseconds over which the line's rate is measured; before that, nothing is promised. */
const MIN_RATE_MS = 1500
const MAX_RATE_MS = 8000

interface Sample {
  readonly at: number
  readonly loadedBytes: number
}

/** Makes the progress of each stage one of all stages; `now` in milliseconds. */
export function createProgressTracker(now: () => number): (progress: Progress) => LoadProgress {
  let modelsBytes = 0
  let samples: Sample[] = []
  return ({ stage, loadedBytes, totalBytes, laterBytes = 0 }) => {
    if (stage === 'models') modelsBytes = totalBytes
    const isOfAll = stage === 'models' || stage === 'parts'
    const before = stage === 'parts' ? modelsBytes : 0
    const sum = {
      stage,
      loadedBytes: before + loadedBytes,
      totalBytes: isOfAll ? before + totalBytes + laterBytes : totalBytes,
    }
    const sample = { at: now(), loadedBytes: sum.loadedBytes }
    const last = samples.at(-1)
    // Less than before: another file, or the download began again.
    if (last && last.loadedBytes > sample.loadedBytes) samples = []
    samples = [...samples.filter(({ at }) => sample.at - at <= MAX_RATE_MS), sample]
    return { ...sum, secondsLeft: estimateSecondsLeft(samples, sum.totalBytes) }
  }
}

function estimateSecondsLeft(samples: readonly Sample[], totalBytes: number): number | null {
  const [first] = samples
  const last = samples.at(-1)
  if (!first || !last || last.at - first.at < MIN_RATE_MS || last.loadedBytes <= first.loadedBytes) return null
  const bytesPerMs = (last.loadedBytes - first.loadedBytes) / (last.at - first.at)
  return Math.ceil((totalBytes - last.loadedBytes) / bytesPerMs / 1000)
}
