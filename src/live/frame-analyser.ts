import type { DetectedFaces, OpenedImage } from '../contract/apis'
import type { CropPlan } from '../contract/crop'
import type { Mask } from '../contract/pixels'
import type { Profile } from '../contract/profile'
import type { Readings } from '../contract/rule'
import type { Workers } from '../engine/workers'
import { detectParts, planPhotoCrop, releasePhoto, type DetectedPhoto } from '../pipeline/stages'
import { transferring } from '../engine/worker-client'

/**
 * Milliseconds between the beginnings of two closer looks at least; a device that needs longer for one rests for this
 * share of the time it worked.
 */
const ANALYSIS_INTERVAL_MS = 150
const IDLE_RATIO = 0.6
/**
 * With two cores, a look beside the face model makes every verdict late; after each other, each is in time (npm run
 * bench:live).
 */
const HAS_FEW_CORES = navigator.hardwareConcurrency <= 2

/** Milliseconds after which a closer look counts as slow. */
const SLOW_ANALYSIS_MS = 400

/** What was measured of one frame's pixels, mask and parts. */
export interface FrameAnalysis {
  readonly opened: OpenedImage
  readonly readings: Readings
  readonly plan: CropPlan | null
  readonly face: DetectedFaces['face']
  readonly takenAt: number
}

/**
 * The slower half of looking: one frame's pixels, its person mask and its parts, all of that one frame, while the face
 * model goes on
 * with the frames that follow. One at a time.
 */
export class FrameAnalyser {
  private startedAt: number | null = null
  private idleUntil = 0
  latest: FrameAnalysis | null = null
  /**
   * Resolves when a look under way is done with what the face model works on too (the GPU, and where there are few,
   * the cores): both at once would make each late.
   */
  whenFaceModelCanRun: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly profile: Profile,
    private readonly workers: Workers,
    private readonly signal: AbortSignal,
    private readonly shouldRetain: (close: FrameAnalysis) => boolean,
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

  /** The next look need not wait: what the last one saw is over. */
  skipIdle(): void {
    this.idleUntil = 0
  }

  /** Takes the frame over. `faces`: those of the same frame. */
  start(frame: ImageBitmap | VideoFrame, faces: DetectedFaces, takenAt: number): void {
    const opening = this.openFrame(frame)
    const looking = this.analyse(opening, faces, takenAt)
    this.whenFaceModelCanRun = HAS_FEW_CORES ? looking : opening.catch(() => {})
  }

  /** Never rejects: a frame that fails is skipped. */
  private async analyse(
    opening: ReturnType<FrameAnalyser['openFrame']>,
    faces: DetectedFaces,
    takenAt: number,
  ): Promise<void> {
    this.startedAt = takenAt
    try {
      const { opened, person } = await opening
      const close = await this.buildAnalysis(opened, faces, person, takenAt).catch((error: unknown) => {
        releasePhoto(opened, this.workers)
        throw error
      })
      if (this.signal.aborted || !this.shouldRetain(close)) releasePhoto(opened, this.workers)
      if (!this.signal.aborted) this.latest = close
    } catch {
      // A model that is restarted, a frame that is gone: the next one is tried, and what was measured before is too
      // old by then.
      this.clear()
    } finally {
      const now = performance.now()
      this.idleUntil = Math.max(takenAt + ANALYSIS_INTERVAL_MS, now + (now - takenAt) * IDLE_RATIO)
      this.startedAt = null
    }
  }

  private async openFrame(
    frame: ImageBitmap | VideoFrame,
  ): Promise<{ readonly opened: OpenedImage; readonly person: Mask }> {
    const { workers, signal } = this
    const { forPerson, ...opened } = await workers.photo.call(api => api.openFrame(transferring(frame, [frame])))
    return {
      opened,
      person: await workers.faceAndPerson.segment(forPerson, signal).catch((error: unknown) => {
        releasePhoto(opened, workers)
        throw error
      }),
    }
  }

  private async buildAnalysis(
    opened: OpenedImage,
    { faceCount, face }: DetectedFaces,
    person: Mask,
    takenAt: number,
  ): Promise<FrameAnalysis> {
    const { workers, signal, profile } = this
    const plan = planPhotoCrop(opened, face, person, profile)
    const seen: DetectedPhoto = {
      opened,
      detections: { faceCount, face, person, parts: null, partsAbsent: 'pending' },
      plan,
      timings: {},
    }
    const { detections } = workers.parts.isReady ? await detectParts(seen, workers, signal) : seen
    const { readings } = await workers.photo.call(api => api.measure(opened.id, detections, plan), signal)
    return { opened, readings, plan, face, takenAt }
  }
}
