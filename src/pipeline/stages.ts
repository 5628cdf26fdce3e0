import type { Detections, OpenedImage, StageWorkers } from '../contract/apis'
import type { CropPlan } from '../contract/crop'
import { PhotoError } from '../contract/failure'
import type { Profile } from '../contract/profile'
import type { Report } from '../contract/report'
import type { Readings } from '../contract/rule'
import type { PartsAbsence } from '../contract/scene'
import { planCrop } from '../crop/plan'
import { isCrash } from '../lib/retry-after-crash'
import { untilAborted } from '../lib/until-aborted'
import { toCropTarget } from '../profiles/targets'
import type { PhotoSource } from './photo-source'

/** The stages that `check-photo.ts` runs in order. Each adds its result to that of the stage before. */

interface Timed {
  /** Milliseconds by stage. */
  readonly timings: Report['timings']
}

export interface Opened<Image extends OpenedImage = OpenedImage> extends Timed {
  readonly opened: Image
}
export interface Detected extends Opened {
  readonly detections: Detections
}
export interface Planned extends Detected {
  /** null without a face. */
  readonly plan: CropPlan | null
}
export interface Measured extends Planned {
  readonly readings: Readings
}

/** Opens the source; its pixels stay in the photo worker until `releasePhoto`. */
export async function openPhoto<Image extends OpenedImage>(
  source: PhotoSource<Image>,
  workers: StageWorkers,
  signal: AbortSignal | undefined,
): Promise<Opened<Image>> {
  const start = performance.now()
  const opening = source.open(signal)
  const opened = await untilAborted(signal, () => opening).catch((error: unknown) => {
    // Aborted while opening: release the photo as soon as it is open.
    opening.then(
      late => {
        source.discard(late)
        releasePhoto(late, workers)
      },
      () => {},
    )
    throw error
  })
  const { timings = {} } = opened as Partial<Timed>
  return { opened, timings: { ...timings, open: performance.now() - start } }
}

/** Runs the face and person models. */
export async function detectFaceAndPerson<Image extends OpenedImage>(
  source: PhotoSource<Image>,
  { opened, timings }: Opened<Image>,
  signal: AbortSignal | undefined,
): Promise<Detected> {
  const start = performance.now()
  const detections = await source.detect(opened, signal)
  return { opened, detections, timings: { ...timings, see: performance.now() - start } }
}

/** Plans the crop under the profile. */
export function planPhotoCrop({ opened, detections, timings }: Detected, profile: Profile): Planned {
  const start = performance.now()
  const { width, height } = opened
  const { face, person } = detections
  const plan = face ? planCrop({ width, height, face, person }, toCropTarget(profile)) : null
  return { opened, detections, plan, timings: { ...timings, plan: performance.now() - start } }
}

/**
 * Adds the parts model's result. If it can't be loaded, or stops a second time, the rules that need it report unknown;
 * the others are unaffected. Errors: aborted, closed; crashed where the photo is lost.
 */
export async function detectParts(
  planned: Planned,
  workers: StageWorkers,
  signal: AbortSignal | undefined,
): Promise<Planned> {
  const start = performance.now()
  const complete = (detected: Partial<Detections>): Planned => ({
    ...planned,
    detections: { ...planned.detections, ...detected },
    timings: { ...planned.timings, parts: performance.now() - start },
  })
  for (let triesLeft = 1; ; triesLeft--) {
    // Cut for each try: a worker that dies takes the crops with it.
    const crops = await workers.photo.call(api => api.cutParts(planned.opened.id, planned.detections), signal)
    if (!crops) return planned
    try {
      return complete({ parts: await workers.parts.detect(crops, signal) })
    } catch (error) {
      if (triesLeft === 0 || !isCrash(error)) return complete({ partsAbsent: toPartsAbsence(error) })
    }
  }
}

/** Why the parts are absent. Errors: aborted, closed, which end the check. */
function toPartsAbsence(error: unknown): PartsAbsence {
  const code = error instanceof PhotoError ? error.code : null
  if (code === 'aborted' || code === 'closed') throw error
  return code === 'crashed' || code === 'too-slow' || code === 'out-of-memory' ? 'stopped' : 'not-loaded'
}

/** Readings of every rule; thresholds are not used here. */
export async function measurePhoto(
  planned: Planned,
  workers: StageWorkers,
  signal: AbortSignal | undefined,
): Promise<Measured> {
  const start = performance.now()
  const { opened, detections, plan, timings } = planned
  const { readings, timings: measured } = await workers.photo.call(
    api => api.measure(opened.id, detections, plan),
    signal,
  )
  const stages = ['open', 'see', 'plan', 'parts'].map(stage => timings[stage] ?? 0)
  const total = stages.reduce((sum, milliseconds) => sum + milliseconds, performance.now() - start)
  return { ...planned, readings, timings: { ...timings, ...measured, total } }
}

/** Frees the photo's pixels in the worker; a terminated worker has freed them already. */
export function releasePhoto(opened: OpenedImage, workers: StageWorkers): void {
  void workers.photo.call(api => api.release(opened.id)).catch(() => {})
}
