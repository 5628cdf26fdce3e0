import type { DetectedFaces } from '../contract/apis'
import type { Profile } from '../contract/profile'
import type { Workers } from '../engine/workers'
import { checkPhoto, type CheckedPhoto } from '../pipeline/check-photo'
import { releasePhoto } from '../pipeline/stages'
import { createFrameSource } from './frame-source'

/** Milliseconds between the beginnings of two analyses at least. */
const ANALYSIS_INTERVAL_MS = 150
/** A device that needs longer for one rests for this share of the time it worked. */
const IDLE_RATIO = 0.6
/** Milliseconds after which an analysis counts as slow. */
const SLOW_ANALYSIS_MS = 400

/**
 * With two cores, an analysis beside the face model makes every verdict late; after each other, each is in time
 * (npm run bench:live).
 */
const hasFewCores = (): boolean => navigator.hardwareConcurrency <= 2

/** What was measured of one frame's pixels, mask and parts. */
export interface FrameAnalysis extends CheckedPhoto {
  /** Milliseconds, as performance.now(). */
  readonly takenAt: number
}

/**
 * The slower half of live: one frame through all stages, with its pixels, person mask and parts, while the face model goes
 * on with the frames that follow. One at a time.
 */
export class FrameAnalyser {
  private startedAt: number | null = null
  private idleUntil = 0
  latest: FrameAnalysis | null = null
  /**
   * Resolves when an analysis under way is done with what the face model works on too (the GPU, and where there are few,
   * the cores): both at once would make each late.
   */
  whenFaceModelCanRun: Promise<unknown> = Promise.resolve()

  /** `shouldRetain`: whether the frame's pixels are kept; who keeps them releases them. */
  constructor(
    private readonly profile: Profile,
    private readonly workers: Workers,
    private readonly signal: AbortSignal,
    private readonly shouldRetain: (analysis: FrameAnalysis) => boolean,
  ) {}

  isDue(now: number): boolean {
    return this.startedAt === null && now >= this.idleUntil
  }

  /** It takes long: a device with few cores, where faces should be looked for less often meanwhile. */
  isSlow(now: number): boolean {
    return this.startedAt !== null && now - this.startedAt > SLOW_ANALYSIS_MS
  }

  clear(): void {
    this.latest = null
  }

  /** The next analysis need not wait: what the last one measured is over. */
  skipIdle(): void {
    this.idleUntil = 0
  }

  /** Takes the frame over. `faces`: those of the same frame. */
  start(frame: ImageBitmap | VideoFrame, faces: DetectedFaces, takenAt: number): void {
    let onDetected!: () => void
    const detected = new Promise<void>(resolve => {
      onDetected = resolve
    })
    const analysing = this.analyse(frame, faces, takenAt, onDetected).finally(onDetected)
    this.whenFaceModelCanRun = hasFewCores() ? analysing : detected
  }

  /** Never rejects: a frame that fails is skipped. */
  private async analyse(
    frame: ImageBitmap | VideoFrame,
    faces: DetectedFaces,
    takenAt: number,
    onPlanned: () => void,
  ): Promise<void> {
    this.startedAt = takenAt
    const { profile, workers, signal } = this
    try {
      const source = createFrameSource(frame, faces, workers)
      const options = { signal, withParts: workers.parts.isReady, onPlanned }
      const analysis = { ...(await checkPhoto({ workers, profile }, source, options)), takenAt }
      if (signal.aborted || !this.shouldRetain(analysis)) releasePhoto(analysis.opened, workers)
      if (!signal.aborted) this.latest = analysis
    } catch {
      // A model that is restarted, a frame that is gone: the next one is tried, and what was measured before is too old
      // by then.
      this.clear()
    } finally {
      const now = performance.now()
      this.idleUntil = Math.max(takenAt + ANALYSIS_INTERVAL_MS, now + (now - takenAt) * IDLE_RATIO)
      this.startedAt = null
    }
  }
}
