import type { OpenedPhoto } from '../contract/apis'
import type { Profile } from '../contract/profile'
import type { Report } from '../contract/report'
import { cut, lookCloser, release, report, see, type Hands, type Seen } from './stages'

/** From photo to report, and from photo to the file made of it: the same wherever it runs, with a worker for each model or in one for all. */
export interface Desk {
  readonly hands: Hands
  readonly profile: Profile
  /** Opens a file with whatever decodes it. */
  readonly open: (photo: Blob, signal: AbortSignal | undefined) => Promise<OpenedPhoto>
}

export interface Looks {
  readonly signal?: AbortSignal | undefined
  /** Gets what can be told before the parts are looked at. */
  readonly onPartial?: ((report: Report) => void) | undefined
  /** Gets a small JPEG of the planned crop, of the whole photo where there is none. */
  readonly onThumbnail?: ((picture: Blob) => void) | undefined
}

/** px of a thumbnail's longer side: as tall as a table's row on a screen of triple density. */
const THUMBNAIL = 240

/** Judges every rule of the profile. */
export function checkPhoto(desk: Desk, photo: Blob, { signal, onPartial, onThumbnail }: Looks = {}): Promise<Report> {
  return opened(desk, photo, signal, async seen => {
    // Nobody's verdict waits for a picture that can't be made.
    if (onThumbnail) await thumbnailOf(desk, seen, signal).then(onThumbnail, () => {})
    if (onPartial) {
      const partial = await reportOn(desk, photo, seen, signal)
      if (!signal?.aborted) onPartial(partial)
    }
    return reportClosely(desk, photo, seen, signal)
  })
}

/** Makes the JPEG; the report is of the produced file. */
export async function producePhoto(desk: Desk, photo: Blob, signal?: AbortSignal): Promise<{ jpeg: File; report: Report }> {
  const { hands, profile } = desk
  const encoded = await opened(desk, photo, signal, seen => cut(seen, profile, hands, signal))
  const jpeg = new File([encoded.bytes], `${stemOf(photo) ?? 'photo'}-${profile.id}.jpg`, { type: 'image/jpeg' })
  // The produced file is judged as any other: what it says of itself is read from its own bytes and pixels.
  const made = await opened(desk, jpeg, signal, seen => reportClosely(desk, jpeg, seen, signal))
  return { jpeg, report: { ...made, timings: { ...made.timings, ...encoded.timings } } }
}

async function opened<T>({ hands, profile, open }: Desk, photo: Blob, signal: AbortSignal | undefined, use: (seen: Seen) => Promise<T>): Promise<T> {
  const seen = await see(() => open(photo, signal), profile, hands, signal)
  try { return await use(seen) } finally { release(seen.opened, hands) }
}

function thumbnailOf({ hands }: Desk, { opened, plan }: Seen, signal: AbortSignal | undefined): Promise<Blob> {
  return hands.photo.call(api => api.preview(opened.id, plan?.feasible ? plan.crop : null, THUMBNAIL), signal)
}

async function reportClosely(desk: Desk, photo: Blob, seen: Seen, signal: AbortSignal | undefined): Promise<Report> {
  return reportOn(desk, photo, await lookCloser(seen, desk.hands, signal), signal)
}

function reportOn({ hands, profile }: Desk, photo: Blob, seen: Seen, signal: AbortSignal | undefined): Promise<Report> {
  const name = nameOf(photo)
  return report(seen, { ...(name === undefined ? {} : { name }), bytes: photo.size, type: photo.type }, profile, hands, signal)
}

export const nameOf = (photo: Blob): string | undefined => photo instanceof File ? photo.name : undefined

/** File name without folder and ending; undefined for a nameless blob. */
function stemOf(photo: Blob): string | undefined {
  return nameOf(photo)?.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '') || undefined
}
