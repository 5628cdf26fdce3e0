import type { OpenedPhoto, StageWorkers } from '../contract/apis'
import type { Profile } from '../contract/profile'
import type { Report } from '../contract/report'
import { encodeCrop, detectParts, releasePhoto, buildReport, detectPhoto, type DetectedPhoto } from './stages'

/**
 * From photo to report, and from photo to the file made of it: the same wherever it runs, with a worker for each model
 * or in one for all.
 */
export interface CheckContext {
  readonly workers: StageWorkers
  readonly profile: Profile
  /** Opens a file with whatever decodes it. */
  readonly open: (photo: Blob, signal: AbortSignal | undefined) => Promise<OpenedPhoto>
}

export interface CheckPhotoOptions {
  readonly signal?: AbortSignal | undefined
  /** Gets what can be told before the parts are looked at. */
  readonly onPartial?: ((report: Report) => void) | undefined
  /** Gets a small JPEG of the planned crop, of the whole photo where there is none. */
  readonly onThumbnail?: ((picture: Blob) => void) | undefined
}

/** px of a thumbnail's longer side: as tall as a table's row on a screen of triple density. */
const THUMBNAIL_PX = 240

/** Judges every rule of the profile. */
export function checkPhoto(
  context: CheckContext,
  photo: Blob,
  { signal, onPartial, onThumbnail }: CheckPhotoOptions = {},
): Promise<Report> {
  return withDetectedPhoto(context, photo, signal, async seen => {
    // Nobody's verdict waits for a picture that can't be made.
    if (onThumbnail) await createThumbnail(context, seen, signal).then(onThumbnail, () => {})
    if (onPartial) {
      const partial = await reportPhoto(context, photo, seen, signal)
      if (!signal?.aborted) onPartial(partial)
    }
    return reportWithParts(context, photo, seen, signal)
  })
}

/** Makes the JPEG; the report is of the produced file. */
export async function producePhoto(
  context: CheckContext,
  photo: Blob,
  signal?: AbortSignal,
): Promise<{ jpeg: File; report: Report }> {
  const { workers, profile } = context
  const encoded = await withDetectedPhoto(context, photo, signal, seen => encodeCrop(seen, profile, workers, signal))
  const jpeg = new File([encoded.bytes], `${getFileStem(photo) ?? 'photo'}-${profile.id}.jpg`, { type: 'image/jpeg' })
  // The produced file is judged as any other: what it says of itself is read from its own bytes and pixels.
  const made = await withDetectedPhoto(context, jpeg, signal, seen => reportWithParts(context, jpeg, seen, signal))
  return { jpeg, report: { ...made, timings: { ...made.timings, ...encoded.timings } } }
}

async function withDetectedPhoto<T>(
  { workers, profile, open }: CheckContext,
  photo: Blob,
  signal: AbortSignal | undefined,
  use: (seen: DetectedPhoto) => Promise<T>,
): Promise<T> {
  const seen = await detectPhoto(() => open(photo, signal), profile, workers, signal)
  try {
    return await use(seen)
  } finally {
    releasePhoto(seen.opened, workers)
  }
}

function createThumbnail(
  { workers }: CheckContext,
  { opened, plan }: DetectedPhoto,
  signal: AbortSignal | undefined,
): Promise<Blob> {
  return workers.photo.call(
    api => api.createPreview(opened.id, plan?.feasible ? plan.crop : null, THUMBNAIL_PX),
    signal,
  )
}

async function reportWithParts(
  context: CheckContext,
  photo: Blob,
  seen: DetectedPhoto,
  signal: AbortSignal | undefined,
): Promise<Report> {
  return reportPhoto(context, photo, await detectParts(seen, context.workers, signal), signal)
}

function reportPhoto(
  { workers, profile }: CheckContext,
  photo: Blob,
  seen: DetectedPhoto,
  signal: AbortSignal | undefined,
): Promise<Report> {
  const name = getFileName(photo)
  return buildReport(
    seen,
    { ...(name === undefined ? {} : { name }), bytes: photo.size, type: photo.type },
    profile,
    workers,
    signal,
  )
}

export const getFileName = (photo: Blob): string | undefined => (photo instanceof File ? photo.name : undefined)

/** File name without folder and ending; undefined for a nameless blob. */
function getFileStem(photo: Blob): string | undefined {
  return (
    getFileName(photo)
      ?.replace(/^.*[/\\]/, '')
      .replace(/\.[^.]*$/, '') || undefined
  )
}
