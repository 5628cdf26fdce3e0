import type { EncodedPhoto } from '../contract/apis'
import type { CropPlan } from '../contract/crop'
import { PhotoError } from '../contract/failure'
import type { Report } from '../contract/report'
import { buildFileName, type TypedNumbers } from '../lib/file-name'
import { retryAfterCrash } from '../lib/retry-after-crash'
import { toFileTarget } from '../profiles/targets'
import { checkPhoto, type CheckContext } from './check-photo'
import { createFileSource, getFileName, type OpenFile } from './file-source'
import { detectFaceAndPerson, openPhoto, planPhotoCrop, releasePhoto, type Planned } from './stages'

/** Longer side of a thumbnail, px: a table row's height at device pixel ratio 3. */
const THUMBNAIL_PX = 240

export interface FileCheckContext extends CheckContext {
  readonly openFile: OpenFile
}

export interface CheckFileOptions {
  readonly signal?: AbortSignal | undefined
  /** Called with the verdicts that don't need the parts model, before it has run. */
  readonly onPartial?: ((report: Report) => void) | undefined
  /** Called with a small JPEG of the planned crop, or of the whole photo if there is none. */
  readonly onThumbnail?: ((picture: Blob) => void) | undefined
}

/**
 * Checks a file against every rule of the profile. If a worker dies meanwhile, the check begins again, once, from the
 * file. Errors: those of the file; crashed, too-slow.
 */
export const checkFile = (context: FileCheckContext, photo: Blob, options: CheckFileOptions = {}): Promise<Report> =>
  retryAfterCrash(() => checkFileOnce(context, photo, options), options.signal)

async function checkFileOnce(
  context: FileCheckContext,
  photo: Blob,
  { signal, onPartial, onThumbnail }: CheckFileOptions,
): Promise<Report> {
  const { workers, openFile } = context
  // A thumbnail that can't be made must not fail the check.
  const onPlanned =
    onThumbnail &&
    ((planned: Planned): Promise<void> => createThumbnail(planned, context, signal).then(onThumbnail, () => {}))
  const source = createFileSource(photo, openFile, workers)
  const { report, opened } = await checkPhoto(context, source, { signal, onPartial, onPlanned })
  releasePhoto(opened, workers)
  return report
}

/**
 * Produces the JPEG, named as the school wants it; the report is that of the produced file. Begins again as `checkFile`
 * does. Errors: no-face, many-faces, too-small, no-crop; crashed, too-slow.
 */
export async function produceFile(
  context: FileCheckContext,
  photo: Blob,
  signal?: AbortSignal,
  numbers?: TypedNumbers,
): Promise<{ jpeg: File; report: Report }> {
  const encoded = await retryAfterCrash(() => cutAndEncode(context, photo, signal), signal)
  const { id: profileId, fileName } = context.profile
  const name = buildFileName(fileName, { original: getFileName(photo), profileId, ...(numbers ? { numbers } : {}) })
  const jpeg = new File([encoded.bytes], name, { type: 'image/jpeg' })
  // Check the produced file like any other, from its own bytes and pixels.
  const report = await checkFile(context, jpeg, { signal })
  return { jpeg, report: { ...report, timings: { ...report.timings, ...encoded.timings } } }
}

/** open -> detect -> plan -> cut + encode. */
async function cutAndEncode(
  { workers, profile, openFile }: FileCheckContext,
  photo: Blob,
  signal: AbortSignal | undefined,
): Promise<EncodedPhoto> {
  const source = createFileSource(photo, openFile, workers)
  const opened = await openPhoto(source, workers, signal)
  try {
    const detected = await detectFaceAndPerson(source, opened, signal)
    const plan = requirePlan(planPhotoCrop(detected, profile))
    return await workers.photo.call(api => api.encode(opened.opened.id, plan, toFileTarget(profile)), signal)
  } finally {
    releasePhoto(opened.opened, workers)
  }
}

/** The plan, if it can be cut. Errors: no-face, many-faces, too-small, no-crop. */
function requirePlan({ plan, detections: { faceCount } }: Planned): CropPlan {
  if (!plan) throw new PhotoError('no-face')
  if (faceCount !== null && faceCount > 1) throw new PhotoError('many-faces')
  if (plan.obstacle) throw new PhotoError(plan.obstacle)
  return plan
}

function createThumbnail(
  { opened, plan }: Planned,
  { workers }: CheckContext,
  signal: AbortSignal | undefined,
): Promise<Blob> {
  const rect = plan?.feasible ? plan.crop : null
  return workers.photo.call(api => api.createPreview(opened.id, rect, THUMBNAIL_PX), signal)
}
