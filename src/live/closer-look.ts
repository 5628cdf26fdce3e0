import type { FacesSeen, Opened } from '../contract/apis'
import type { CropPlan } from '../contract/crop'
import type { Mask } from '../contract/pixels'
import type { Profile } from '../contract/profile'
import type { Readings } from '../contract/rule'
import type { Crew } from '../engine/workers'
import { lookCloser, planFor, release, type Seen } from '../pipeline/stages'
import { handOver } from '../engine/worker-client'

/** Milliseconds between the beginnings of two closer looks at least; a device that needs longer for one rests for this share of the time it worked. */
const CADENCE = 150
const REST = 0.6
/** With two cores, a look beside the face model makes every verdict late; after each other, each is in time (npm run bench:live). */
const TAKES_TURNS = navigator.hardwareConcurrency <= 2

/** Milliseconds after which a closer look counts as slow. */
const SLOW = 400

/** What was measured of one frame's pixels, mask and parts. */
export interface Close { readonly opened: Opened; readonly readings: Readings; readonly plan: CropPlan | null; readonly face: FacesSeen['face']; readonly takenAt: number }

/**
 * The slower half of looking: one frame's pixels, its person mask and its parts, all of that one frame, while the face model goes on
 * with the frames that follow. One at a time.
 */
export class CloserLook {
  private since: number | null = null
  private restUntil = 0
  latest: Close | null = null
  /** Resolves when a look under way is done with what the face model works on too (the GPU, and where there are few, the cores): both at once would make each late. */
  unshared: Promise<unknown> = Promise.resolve()

  constructor(private readonly profile: Profile, private readonly crew: Crew, private readonly signal: AbortSignal, private readonly keep: (close: Close) => boolean) {}

  wants(now: number): boolean { return this.since === null && now >= this.restUntil }

  /** It takes long: a device with few cores, where faces should be looked for less often meanwhile. */
  isSlow(now: number): boolean { return this.since !== null && now - this.since > SLOW }

  forget(): void { this.latest = null }

  /** The next look need not wait: what the last one saw is over. */
  hurry(): void { this.restUntil = 0 }

  /** Takes the frame over. `faces`: those of the same frame. */
  begin(frame: ImageBitmap | VideoFrame, faces: FacesSeen, takenAt: number): void {
    const opening = this.open(frame)
    const looking = this.look(opening, faces, takenAt)
    this.unshared = TAKES_TURNS ? looking : opening.catch(() => {})
  }

  /** Never rejects: a frame that fails is skipped. */
  private async look(opening: ReturnType<CloserLook['open']>, faces: FacesSeen, takenAt: number): Promise<void> {
    this.since = takenAt
    try {
      const { opened, person } = await opening
      const close = await this.closeOf(opened, faces, person, takenAt).catch((error: unknown) => { release(opened, this.crew); throw error })
      if (this.signal.aborted || !this.keep(close)) release(opened, this.crew)
      if (!this.signal.aborted) this.latest = close
    } catch {
      // A model that is restarted, a frame that is gone: the next one is tried, and what was measured before is too old by then.
      this.forget()
    } finally {
      const now = performance.now()
      this.restUntil = Math.max(takenAt + CADENCE, now + (now - takenAt) * REST)
      this.since = null
    }
  }

  private async open(frame: ImageBitmap | VideoFrame): Promise<{ readonly opened: Opened; readonly person: Mask }> {
    const { crew, signal } = this
    const { forPerson, ...opened } = await crew.photo.call(api => api.openFrame(handOver(frame, [frame])))
    return { opened, person: await crew.eyes.segment(forPerson, signal).catch((error: unknown) => { release(opened, crew); throw error }) }
  }

  private async closeOf(opened: Opened, { faceCount, face }: FacesSeen, person: Mask, takenAt: number): Promise<Close> {
    const { crew, signal, profile } = this
    const plan = planFor(opened, face, person, profile)
    const seen: Seen = { opened, sightings: { faceCount, face, person, parts: null, partsAbsent: 'pending' }, plan, timings: {} }
    const { sightings } = crew.parts.ready ? await lookCloser(seen, crew, signal) : seen
    const { readings } = await crew.photo.call(api => api.measure(opened.id, sightings, plan), signal)
    return { opened, readings, plan, face, takenAt }
  }
}
