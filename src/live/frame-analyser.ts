import type { DetectedFaces } from '../contract/apis'
import type { PhotoError } from '../contract/failure'
import type { Profile } from '../contract/profile'
import type { Workers } from '../engine/workers'
import { checkPhoto, type CheckedPhoto } from '../pipeline/check-photo'
import { releasePhoto } from '../pipeline/stages'
import { createFrameSource } from './frame-source'
import { LiveFailures } from './failures'

/** Minimum milliseconds between the starts of two analyses. */
const ANALYSIS_INTERVAL_MS = 150
/** After an analysis, pause for this share of its duration (matters on slow devices). */
const IDLE_RATIO = 0.6
/** Milliseconds after which an analysis counts as slow. */
const SLOW_ANALYSIS_MS = 400

/** With two cores, an analysis that runs at the same time as the face model delays both (npm run bench:live). */
const hasFewCores = (): boolean => navigator.hardwareConcurrency <= 2

/** The measurements of one frame's pixels, mask and parts. */
export interface FrameAnalysis extends CheckedPhoto {
  /** Milliseconds, as performance.now(). */
  readonly takenAt: number
}

export interface FrameAnalysisListener {
  /** Whether the frame's pixels are kept; the caller that keeps them releases them. */
  readonly shouldRetain: (analysis: FrameAnalysis) => boolean
  /** A worker ended. */
  readonly onFailure: (failure: PhotoError) => void
}

/**
 * The slower half of live checking: runs one frame through all stages, with its pixels, person mask and parts, while
 * the face model works on the frames that follow. One analysis at a time.
 */
export class FrameAnalyser {
  private startedAt: number | null = null
  private idleUntil = 0
  latest: FrameAnalysis | null = null
  /**
   * Resolves when the running analysis no longer uses what the face model needs too (the GPU, and with few cores the
   * CPU): running at the same time would delay both.
   */
  whenFaceModelCanRun: Promise<unknown> = Promise.resolve()

  private readonly failures: LiveFailures

  constructor(
    private readonly profile: Profile,
    private readonly workers: Workers,
    private readonly signal: AbortSignal,
    private readonly listener: FrameAnalysisListener,
  ) {
    this.failures = new LiveFailures(listener.onFailure)
  }

  isDue(now: number): boolean {
    return this.startedAt === null && now >= this.idleUntil
  }

  /** Whether the running analysis takes long: then faces should be detected less often meanwhile. */
  isSlow(now: number): boolean {
    return this.startedAt !== null && now - this.startedAt > SLOW_ANALYSIS_MS
  }

  clear(): void {
    this.latest = null
  }

  /** Lets the next analysis start at once: the last measurements are outdated. */
  skipIdle(): void {
    this.idleUntil = 0
  }

  /** Takes ownership of the frame. `faces`: those of the same frame. */
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
    let pauseMs = 0
    const { profile, workers, signal } = this
    try {
      const source = createFrameSource(frame, faces, workers)
      const options = { signal, withParts: workers.parts.isReady, onPlanned }
      const analysis = { ...(await checkPhoto({ workers, profile }, source, options)), takenAt }
      if (signal.aborted || !this.listener.shouldRetain(analysis)) releasePhoto(analysis.opened, workers)
      if (!signal.aborted) this.latest = analysis
      this.failures.clear()
    } catch (error) {
      // A restarted model or a lost frame: the next frame is tried, and by then the last measurements are outdated.
      this.clear()
      if (!signal.aborted) pauseMs = this.failures.add(error)
    } finally {
      const now = performance.now()
      this.idleUntil = Math.max(takenAt + ANALYSIS_INTERVAL_MS, now + pauseMs + (now - takenAt) * IDLE_RATIO)
      this.startedAt = null
    }
  }
}
