import type { Encoded, OpenedPhoto } from './contract/apis'
import type { CropPlan } from './contract/crop'
import { PhotoError } from './contract/failure'
import type { Profile } from './contract/profile'
import type { Report } from './contract/report'
import type { Crew } from './crew'
import { planCrop } from './crop/plan'
import { fileTargetOf, cropTargetOf } from './profiles/targets'
import { unitOf } from './rules'
import { judge } from './verdict/judge'
import { untilAborted } from './vision/worker-client'

/**
 * THE FLOW: a newcomer starts here.
 *
 *   photo -> open -> see (face | person) -> plan the crop -> measure -> judge -> report
 *                                                 `-> cut + encode -> the new file, which is then checked as any other
 *
 * Pixels stay in the photo worker; what crosses threads is landmarks, a mask, numbers. The profile enters twice:
 * its geometry and file limits when the crop is planned, all its limits when judging. Measures never see a threshold.
 */
export interface Seen { opened: OpenedPhoto; faceCount: number | null; plan: CropPlan | null; report: Report }

/** Checks one photo and hands the open photo on; the caller releases it. */
export async function checkOpened(open: () => Promise<OpenedPhoto>, source: Pick<Report['source'], 'name' | 'bytes' | 'type'>, profile: Profile, crew: Crew, signal: AbortSignal | undefined): Promise<Seen> {
  const start = performance.now()
  const opening = open()
  const opened = await untilAborted(signal, () => opening).catch((error: unknown) => {
    // Nobody waits for it any more: let it go as soon as it is there.
    opening.then(late => { late.forFace.close(); late.forPerson.close(); release(late, crew) }, () => {})
    throw error
  })
  try {
    const openedAt = performance.now()
    const seen = await crew.eyes.see(opened.forFace, opened.forPerson, opened, signal)
    const seenAt = performance.now()
    const plan = seen.face ? planCrop({ width: opened.width, height: opened.height, face: seen.face, person: seen.person }, cropTargetOf(profile)) : null
    const { readings, timings } = await crew.photo.call(api => api.measure(opened.id, seen, plan), signal)
    const { checks, verdict } = judge(readings, profile, unitOf)
    const end = performance.now()
    const { file } = opened
    const report: Report = {
      schema: 'zhaojian-report/1',
      profile: { id: profile.id, version: profile.version },
      source: { ...source, type: file?.type ?? source.type, width: opened.width, height: opened.height, orientation: file?.orientation ?? 1 },
      verdict, checks,
      crop: plan?.feasible ? { ...plan.crop, outputWidth: plan.outputWidth, outputHeight: plan.outputHeight } : null,
      timings: { ...opened.timings, open: openedAt - start, see: seenAt - openedAt, ...timings, total: end - start },
    }
    return { opened, faceCount: seen.faceCount, plan, report }
  } catch (error) {
    release(opened, crew)
    throw error
  }
}

/** Cuts and encodes the planned crop. Errors: no-face, many-faces, too-small, no-crop. */
export async function cut({ opened, plan, faceCount }: Seen, profile: Profile, crew: Crew, signal: AbortSignal | undefined): Promise<Encoded> {
  if (!plan) throw new PhotoError('no-face')
  if (faceCount !== null && faceCount > 1) throw new PhotoError('many-faces')
  if (plan.obstacle) throw new PhotoError(plan.obstacle)
  return crew.photo.call(api => api.encode(opened.id, plan.crop, plan.outputWidth, plan.outputHeight, fileTargetOf(profile)), signal)
}

/** Frees the photo's pixels in the worker; a worker that is gone has freed them already. */
export function release(opened: OpenedPhoto, crew: Crew): void {
  void crew.photo.call(api => api.release(opened.id)).catch(() => {})
}
