import { batch } from '@preact/signals'
import * as store from './store'

/** The photos taken in and their object URLs: made here, revoked here. */

let lastId = 0

/** Takes in as many as fit; says in `leftOut` how many did not. */
export function addPhotoEntries(blobs: readonly Blob[], origin: store.Origin): void {
  const taken = blobs.slice(0, store.MAX_PHOTOS - store.photos.value.length)
  batch(() => {
    store.leftOutCount.value = blobs.length - taken.length
    store.photos.value = [
      ...store.photos.value,
      ...taken.map(blob => ({
        id: ++lastId,
        photo: { blob, url: URL.createObjectURL(blob), name: blob instanceof File ? blob.name : null, origin },
        ...UNCHECKED_FIELDS,
      })),
    ]
  })
}

const UNCHECKED_FIELDS = { checked: false, report: null, failure: null, produced: null, thumbnail: null } as const

/** A photo that was removed meanwhile is not brought back. */
export function updatePhoto(id: number, changes: Partial<Omit<store.PhotoEntry, 'id' | 'photo'>>): void {
  store.photos.value = store.photos.value.map(shot => (shot.id === id ? { ...shot, ...changes } : shot))
}

/** A picture of the photo, in place of a file that the browser can't show. */
export function replacePreview(id: number, picture: Blob): void {
  const shot = findPhoto(id)
  if (!shot) return
  URL.revokeObjectURL(shot.photo.url)
  const photo = { ...shot.photo, url: URL.createObjectURL(picture) }
  store.photos.value = store.photos.value.map(one => (one.id === id ? { ...one, photo } : one))
}

export const findPhoto = (id: number | null): store.PhotoEntry | undefined =>
  store.photos.value.find(shot => shot.id === id)

/** Photos stay, what was found goes: of all, or of those that `which` names. */
export function clearFindings(which: (shot: store.PhotoEntry) => boolean = () => true): void {
  for (const shot of store.photos.value.filter(which)) revokeFindingUrls(shot)
  store.photos.value = store.photos.value.map(shot => (which(shot) ? { ...shot, ...UNCHECKED_FIELDS } : shot))
}

export function removePhotoEntries(which: (shot: store.PhotoEntry) => boolean = () => true): void {
  const dropped = store.photos.value.filter(which)
  for (const shot of dropped) {
    URL.revokeObjectURL(shot.photo.url)
    revokeFindingUrls(shot)
  }
  batch(() => {
    store.photos.value = store.photos.value.filter(shot => !dropped.includes(shot))
    store.leftOutCount.value = 0
    if (!findPhoto(store.openPhotoId.value)) store.openPhotoId.value = null
  })
}

/** Keeps the small picture of a photo; one that comes too late, or twice, is let go. */
export function storeThumbnail(id: number, url: string): void {
  const shot = findPhoto(id)
  if (!shot?.checked || shot.thumbnail !== null) URL.revokeObjectURL(url)
  else updatePhoto(id, { thumbnail: url })
}

function revokeFindingUrls({ produced, thumbnail }: store.PhotoEntry): void {
  if (produced) URL.revokeObjectURL(produced.url)
  if (thumbnail !== null) URL.revokeObjectURL(thumbnail)
}
