import type { DetectedFaces } from '../contract/apis'
import type { PhotoError } from '../contract/failure'
import type { Watch } from '../contract/live'
import type { Profile } from '../contract/profile'
import type { LiveReport } from '../contract/report'
import type { Workers } from '../engine/workers'
import { createReport } from '../pipeline/create-report'
import { releasePhoto } from '../pipeline/stages'
import { createPendingReadings, getUnit, measureLandmarks, RULES } from '../rules'
import { Coach } from '../verdict/coach'
import { areAllMet, hasFault } from '../verdict/instruction'
import { judge } from '../verdict/judge'
import { scoreFrame } from './best-frame'
import { LiveFailures } from './failures'
import { findFaces } from './find-faces'
import { FrameAnalyser, type FrameAnalysis } from './frame-analyser'
import { planGuide } from './guide'
import { captureStill, playTrack } from './still'
import { hasMoved, Stillness } from './stillness'
import { VideoFrames } from './video-frames'

interface Size {
  readonly width: number
  readonly height: number
}

export interface WatchListener {
  readonly onReport: (report: LiveReport) => void
  readonly onFailure: (failure: PhotoError) => void
}

/**
 * Judges camera frames. Faces are detected in every frame, one after the other, and each frame gives a report; pixels,
 * mask and parts are analysed concurrently in some frames (`FrameAnalyser`), and those measurements are used until the
 * next analysis. A frame that fails (an ended track) is skipped; a worker that ends is reported and started again.
 */
export function watch(
  source: HTMLVideoElement | MediaStreamTrack,
  profile: Profile,
  workers: Workers,
  listener: WatchListener,
): Watch {
  const isElement = source instanceof HTMLVideoElement
  const video = isElement ? source : playTrack(source)
  const session = new WatchSession(video, profile, workers, listener)
  void session.run().finally(() => {
    if (!isElement) video.srcObject = null
  })
  return { stop: () => session.stop(), capture: () => session.capture() }
}

class WatchSession {
  private readonly ending = new AbortController()
  private readonly signal = this.ending.signal
  private readonly coach = new Coach(RULES)
  private readonly stillness = new Stillness()
  private readonly analyser: FrameAnalyser
  private readonly failures: LiveFailures
  private best: { readonly analysis: FrameAnalysis; readonly score: number } | null = null
  private heldFor = 0

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly profile: Profile,
    private readonly workers: Workers,
    private readonly listener: WatchListener,
  ) {
    this.failures = new LiveFailures(failure => this.handleFailure(failure))
    this.analyser = new FrameAnalyser(profile, workers, this.signal, {
      shouldRetain: analysis => this.keepIfBest(analysis),
      onFailure: failure => this.handleFailure(failure),
    })
  }

  stop(): void {
    this.ending.abort()
  }

  capture(): Promise<Blob> {
    return captureStill(this.video, this.best?.analysis.opened ?? null, this.workers)
  }

  /** Processes one frame after the other, always the newest. Resolves when stopped. */
  async run(): Promise<void> {
    const frames = new VideoFrames(this.video, this.signal)
    while (!this.signal.aborted) {
      try {
        await this.analyser.whenFaceModelCanRun
        const frame = await frames.next()
        if (!frame) continue
        const start = performance.now()
        await this.processFrame(frame)
        this.failures.clear()
        // Leave half of the time to a slow analysis: its result matters more than another pose.
        const now = performance.now()
        if (this.analyser.isSlow(now)) await delay(now - start)
      } catch (error) {
        if (!this.signal.aborted) await delay(this.failures.add(error))
      }
    }
    this.releaseBest()
  }

  /** The kept frame may be lost with its worker: another is kept as soon as one is good. */
  private handleFailure(failure: PhotoError): void {
    this.releaseBest()
    this.listener.onFailure(failure)
  }

  private async processFrame(frame: ImageBitmap | VideoFrame): Promise<void> {
    const takenAt = performance.now()
    const size = { width: this.video.videoWidth, height: this.video.videoHeight }
    const copy = this.analyser.isDue(takenAt) ? await copyFrame(frame) : null
    const faces = await findFaces(frame, size, this.workers, this.signal).catch((error: unknown) => {
      copy?.close()
      throw error
    })
    if (this.signal.aborted) {
      copy?.close()
      return
    }
    if (copy) this.analyser.start(copy, faces, takenAt)
    this.reportFrame(faces, size, takenAt)
    // Face and person have been reported: now the parts model may load.
    if (this.analyser.latest) this.workers.parts.preload()
  }

  private reportFrame(faces: DetectedFaces, size: Size, takenAt: number): void {
    const now = performance.now()
    // The next face in the picture may be another person's.
    if (!faces.face) this.analyser.clear()
    const analysis = this.analyser.latest
    const judged = this.judgeFrame(faces, size, analysis)
    const isStill = this.stillness.update(faces.face, now)
    const coachResult = this.coach.update(judged.checks, isStill, analysis?.takenAt ?? null, now)
    this.heldFor = coachResult.coach.heldFor
    if (this.heldFor === 0) this.releaseBest()
    const { profile } = this
    const plan = analysis?.plan ?? null
    const source = { bytes: 0, type: 'video/frame', ...size, orientation: 1 }
    const timings = { total: performance.now() - takenAt, ...(analysis ? { closerAge: now - analysis.takenAt } : {}) }
    const report = createReport({ profile, source, judged, plan, timings })
    this.listener.onReport({ ...report, ...coachResult, guide: planGuide(plan, size, profile) })
  }

  /**
   * If the head has moved since its pixels were analysed, landmark checks still report faults at once, but no outdated
   * check counts as passed.
   */
  private judgeFrame({ face, faceCount }: DetectedFaces, size: Size, analysis: FrameAnalysis | null): Judged {
    const landmarks = measureLandmarks(face, faceCount, size)
    const pending = createPendingReadings()
    const all = judge({ ...pending, ...analysis?.readings, ...landmarks }, this.profile, getUnit)
    const analysedFace = analysis?.detections.face
    if (!face || !analysedFace || !hasMoved(analysedFace, face)) return all
    this.analyser.skipIdle()
    const fresh = judge({ ...pending, ...landmarks }, this.profile, getUnit)
    return hasFault(fresh.checks, RULES) || !hasFault(all.checks, RULES) ? fresh : all
  }

  /** Keeps the pixels of the best frame in which all checks are met, for the photo. */
  private keepIfBest(analysis: FrameAnalysis): boolean {
    const { checks } = analysis.report
    if (this.heldFor === 0 || !areAllMet(checks, RULES)) return false
    const score = scoreFrame(checks)
    if (this.best && this.best.score >= score) return false
    this.releaseBest()
    this.best = { analysis, score }
    return true
  }

  private releaseBest(): void {
    if (this.best) releasePhoto(this.best.analysis.opened, this.workers)
    this.best = null
  }
}

type Judged = ReturnType<typeof judge>

const delay = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

const copyFrame = (frame: ImageBitmap | VideoFrame): Promise<ImageBitmap | VideoFrame> =>
  frame instanceof ImageBitmap ? createImageBitmap(frame) : Promise.resolve(frame.clone())
