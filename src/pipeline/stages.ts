import type { Detections, EncodedPhoto, OpenedImage, OpenedPhoto, StageWorkers } from '../contract/apis'
import type { CropPlan } from '../contract/crop'
import { PhotoError } from '../contract/failure'
import type { Mask } from '../contract/pixels'
import type { Profile } from '../contract/profile'
import type { Report } from '../contract/report'
import type { Face } from '../contract/scene'
import { planCrop } from '../crop/plan'
import { toFileTarget, toCropTarget } from '../profiles/targets'
import { getUnit } from '../rules/index'
import { judge } from '../verdict/judge'
import { untilAborted } from '../lib/until-aborted'

/**
 * THE FLOW: a newcomer starts here.
 *
 *   photo -> open -> see (face | person) -> plan the crop -> look closer (parts) -> measure -> judge -> report
 *                                                 `-> cut + encode -> the new file, which is then checked as any other
 *
 * Pixels stay in the photo worker; what crosses threads is landmarks, a mask, numbers. The profile enters twice:
 * its geometry and file limits when the crop is planned, all its limits when judging. Measures never see a threshold.
 */

export interface DetectedPhoto {
  readonly opened: OpenedImage
  readonly detections: Detections
  readonly plan: CropPlan | null
  readonly timings: Report['timings']
}

/** Opens a photo, looks at it and plans its crop. The caller releases what was opened. */
export async function detectPhoto(
  open: () => Promise<OpenedPhoto>,
  profile: Profile,
  workers: StageWorkers,
  signal: AbortSignal | undefined,
): Promise<DetectedPhoto> {
  const start = performance.now()
  const opening = open()
  const opened = await untilAborted(signal, () => opening).catch((error: unknown) => {
    // Nobody waits for it any more: let it go as soon as it is there.
    opening.then(
      late => {
        late.forFace.close()
        late.forPerson.close()
        releasePhoto(late, workers)
      },
      () => {},
    )
    throw error
  })
  try {
    const openedAt = performance.now()
    const detections = await workers.faceAndPerson.detect(opened.forFace, opened.forPerson, opened, signal)
    const { face, person } = detections
    const seenAt = performance.now()
    const plan = planPhotoCrop(opened, face, person, profile)
    return {
      opened,
      detections,
      plan,
      timings: { ...opened.timings, open: openedAt - start, see: seenAt - openedAt, plan: performance.now() - seenAt },
    }
  } catch (error) {
    releasePhoto(opened, workers)
    throw error
  }
}

/** Where to cut under the profile; null without a face. */
export function planPhotoCrop(
  { width, height }: OpenedImage,
  face: Face | null,
  person: Mask | null,
  profile: Profile,
): CropPlan | null {
  return face ? planCrop({ width, height, face, person }, toCropTarget(profile)) : null
}

/**
 * Adds what the parts model sees. Where its files can't be loaded, its rules read as not told; everything else stands.
 * Errors: aborted, closed.
 */
export async function detectParts(
  seen: DetectedPhoto,
  workers: StageWorkers,
  signal: AbortSignal | undefined,
): Promise<DetectedPhoto> {
  const start = performance.now()
  const crops = await workers.photo.call(api => api.cutParts(seen.opened.id, seen.detections), signal)
  if (!crops) return seen
  const found: Partial<Detections> = await workers.parts.detect(crops, signal).then(
    parts => ({ parts }),
    (error: unknown) => {
      if (error instanceof PhotoError && (error.code === 'aborted' || error.code === 'closed')) throw error
      return { partsAbsent: 'not-loaded' as const }
    },
  )
  return {
    ...seen,
    detections: { ...seen.detections, ...found },
    timings: { ...seen.timings, parts: performance.now() - start },
  }
}

/** Measures and judges every rule of the profile. */
export async function buildReport(
  { opened, detections, plan, timings }: DetectedPhoto,
  source: Pick<Report['source'], 'name' | 'bytes' | 'type'>,
  profile: Profile,
  workers: StageWorkers,
  signal: AbortSignal | undefined,
): Promise<Report> {
  const start = performance.now()
  const measured = await workers.photo.call(api => api.measure(opened.id, detections, plan), signal)
  const { checks, verdict } = judge(measured.readings, profile, getUnit)
  const { file, width, height } = opened
  return {
    schema: 'zhaojian-report/1',
    profile: { id: profile.id, version: profile.version },
    source: { ...source, type: file?.type ?? source.type, width, height, orientation: file?.orientation ?? 1 },
    verdict,
    checks,
    crop: plan?.feasible ? { ...plan.crop, outputWidth: plan.outputWidth, outputHeight: plan.outputHeight } : null,
    timings: {
      ...timings,
      ...measured.timings,
      total:
        timings['open']! + timings['see']! + timings['plan']! + (timings['parts'] ?? 0) + performance.now() - start,
    },
  }
}

/** Cuts and encodes the planned crop. Errors: no-face, many-faces, too-small, no-crop. */
export async function encodeCrop(
  { opened, plan, detections: { faceCount } }: DetectedPhoto,
  profile: Profile,
  workers: StageWorkers,
  signal: AbortSignal | undefined,
): Promise<EncodedPhoto> {
  if (!plan) throw new PhotoError('no-face')
  if (faceCount !== null && faceCount > 1) throw new PhotoError('many-faces')
  if (plan.obstacle) throw new PhotoError(plan.obstacle)
  return workers.photo.call(
    api => api.encode(opened.id, plan.crop, plan.outputWidth, plan.outputHeight, toFileTarget(profile)),
    signal,
  )
}

/** Frees the photo's pixels in the worker; a worker that is gone has freed them already. */
export function releasePhoto(opened: OpenedImage, workers: StageWorkers): void {
  void workers.photo.call(api => api.release(opened.id)).catch(() => {})
}
