import type { Watch } from '../contract/live'
import type { Profile } from '../contract/profile'
import type { LiveReport } from '../contract/report'
import type { Readings } from '../contract/rule'
import type { Face } from '../contract/scene'
import type { Workers } from '../engine/workers'
import { releasePhoto } from '../pipeline/stages'
import { measureLandmarks, createPendingReadings, RULES, getUnit } from '../rules'
import { Coach } from '../verdict/coach'
import { areAllMet, hasFault } from '../verdict/instruction'
import { judge } from '../verdict/judge'
import { scoreFrame } from './best-frame'
import { FrameAnalyser, type FrameAnalysis } from './frame-analyser'
import { findFaces } from './find-faces'
import { VideoFrames } from './video-frames'
import { planGuide } from './guide'
import { hasMoved, Stillness } from './stillness'
import { captureStill, playTrack } from './still'

/**
 * Judges a camera's frames. Faces are looked for in every frame, one after the other, and each gives a report; pixels,
 * mask and parts
 * are looked at in some of them at the same time (`CloserLook`), and what was measured there stands until the next of
 * these.
 * A frame that fails (a model that was restarted, a track that ended) is skipped; the next one is tried.
 */
export function watch(
  source: HTMLVideoElement | MediaStreamTrack,
  profile: Profile,
  workers: Workers,
  onReport: (report: LiveReport) => void,
): Watch {
  const video = source instanceof HTMLVideoElement ? source : playTrack(source)
  const ending = new AbortController()
  const { signal } = ending
  const frames = new VideoFrames(video, signal)
  const coach = new Coach(RULES)
  const stillness = new Stillness()
  let best: { readonly close: FrameAnalysis; readonly score: number } | null = null
  let heldFor = 0

  const forgetBest = (): void => {
    if (best) releasePhoto(best.close.opened, workers)
    best = null
  }
  const closer = new FrameAnalyser(profile, workers, signal, close => {
    const { checks } = judge(close.readings, profile, getUnit)
    if (heldFor === 0 || !areAllMet(checks, RULES)) return false
    const score = scoreFrame(checks)
    if (best && best.score >= score) return false
    forgetBest()
    best = { close, score }
    return true
  })

  /**
   * Of a head that is elsewhere than its pixels were looked at, what landmarks show wrong is told at once, and nothing
   * old is called right.
   */
  const judged = (face: Face | null, landmarks: Readings, close: FrameAnalysis | null): ReturnType<typeof judge> => {
    const all = judge({ ...createPendingReadings(), ...close?.readings, ...landmarks }, profile, getUnit)
    if (!face || !close?.face || !hasMoved(close.face, face)) return all
    closer.skipIdle()
    const fresh = judge({ ...createPendingReadings(), ...landmarks }, profile, getUnit)
    return hasFault(fresh.checks, RULES) || !hasFault(all.checks, RULES) ? fresh : all
  }

  const turn = async (frame: ImageBitmap | VideoFrame): Promise<void> => {
    const takenAt = performance.now()
    const size = { width: video.videoWidth, height: video.videoHeight }
    const another = closer.isDue(takenAt) ? await copyFrame(frame) : null
    const faces = await findFaces(frame, size, workers, signal).catch((error: unknown) => {
      another?.close()
      throw error
    })
    if (signal.aborted) {
      another?.close()
      return
    }
    if (another) closer.start(another, faces, takenAt)
    const { face, faceCount } = faces
    const now = performance.now()
    // Whoever comes into the picture next may be another person.
    if (!face) closer.clear()
    const close = closer.latest
    const { checks, verdict } = judged(face, measureLandmarks(face, faceCount, size), close)
    const told = coach.update(checks, stillness.update(face, now), close?.takenAt ?? null, now)
    heldFor = told.coach.heldFor
    if (heldFor === 0) forgetBest()
    const plan = close?.plan ?? null
    onReport({
      schema: 'zhaojian-report/1',
      profile: { id: profile.id, version: profile.version },
      source: { bytes: 0, type: 'video/frame', ...size, orientation: 1 },
      verdict,
      checks,
      ...told,
      crop: plan?.feasible ? { ...plan.crop, outputWidth: plan.outputWidth, outputHeight: plan.outputHeight } : null,
      guide: planGuide(plan, size, profile),
      timings: { total: performance.now() - takenAt, ...(close ? { closerAge: now - close.takenAt } : {}) },
    })
    // Face and person are told: now the rest may load.
    if (close) workers.parts.preload()
  }

  void (async () => {
    while (!signal.aborted) {
      try {
        await closer.whenFaceModelCanRun
        const frame = await frames.next()
        if (!frame) continue
        const start = performance.now()
        await turn(frame)
        // Half of the time is left to a closer look that takes long: what it tells matters more than another pose.
        const now = performance.now()
        if (closer.isSlow(now)) await delay(now - start)
      } catch {
        await delay(100)
      }
    }
    forgetBest()
    if (video !== source) video.srcObject = null
  })()

  return { stop: () => ending.abort(), capture: () => captureStill(video, best?.close.opened ?? null, workers) }
}

const delay = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

const copyFrame = (frame: ImageBitmap | VideoFrame): Promise<ImageBitmap | VideoFrame> =>
  frame instanceof ImageBitmap ? createImageBitmap(frame) : Promise.resolve(frame.clone())
