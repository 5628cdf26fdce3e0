import { batch } from '@preact/signals'
import * as store from './store'

/** The photo entries and their object URLs, which are created and revoked only here. */

let lastId = 0

/** Adds as many as fit; sets `leftOutCount` to the number that did not. */
export function addPhotoEntries(blobs: readonly Blob[], origin: store.Origin): void {
  const accepted = blobs.slice(0, store.MAX_PHOTOS - store.photos.value.length)
  batch(() => {
    store.leftOutCount.value = blobs.length - accepted.length
    store.photos.value = [
      ...store.photos.value,
      ...accepted.map(blob => ({
        id: ++lastId,
        photo: { blob, url: URL.createObjectURL(blob), name: blob instanceof File ? blob.name : null, origin },
        ...UNCHECKED_FIELDS,
      })),
    ]
  })
}

const UNCHECKED_FIELDS = { checked: false, report: null, failure: null, produced: null, thumbnail: null } as const

/** Does nothing if the photo was removed meanwhile. */
export function updatePhoto(id: number, changes: Partial<Omit<store.PhotoEntry, 'id' | 'photo'>>): void {
  store.photos.value = store.photos.value.map(entry => (entry.id === id ? { ...entry, ...changes } : entry))
}

/** Replaces the preview with a decoded image, for a file format that the browser can't show. */
export function replacePreview(id: number, picture: Blob): void {
  const entry = findPhoto(id)
  if (!entry) return
  URL.revokeObjectURL(entry.photo.url)
  const photo = { ...entry.photo, url: URL.createObjectURL(picture) }
  store.photos.value = store.photos.value.map(entry => (entry.id === id ? { ...entry, photo } : entry))
}

export const findPhoto = (id: number | null): store.PhotoEntry | undefined =>
  store.photos.value.find(entry => entry.id === id)

/** Keeps the photos and clears their results: all, or those that `predicate` selects. */
export function clearFindings(predicate: (entry: store.PhotoEntry) => boolean = () => true): void {
  for (const entry of store.photos.value.filter(predicate)) revokeFindingUrls(entry)
  store.photos.value = store.photos.value.map(entry => (predicate(entry) ? { ...entry, ...UNCHECKED_FIELDS } : entry))
}

export function removePhotoEntries(predicate: (entry: store.PhotoEntry) => boolean = () => true): void {
  const removed = store.photos.value.filter(predicate)
  for (const entry of removed) {
    URL.revokeObjectURL(entry.photo.url)
    revokeFindingUrls(entry)
  }
  batch(() => {
    store.photos.value = store.photos.value.filter(entry => !removed.includes(entry))
    store.leftOutCount.value = 0
    if (!findPhoto(store.openPhotoId.value)) store.openPhotoId.value = null
  })
}

/** Stores a photo's thumbnail; revokes one that arrives late or twice. */
export function storeThumbnail(id: number, url: string): void {
  const entry = findPhoto(id)
  if (!entry?.checked || entry.thumbnail !== null) URL.revokeObjectURL(url)
  else updatePhoto(id, { thumbnail: url })
}

function revokeFindingUrls({ produced, thumbnail }: store.PhotoEntry): void {
  if (produced) URL.revokeObjectURL(produced.url)
  if (thumbnail !== null) URL.revokeObjectURL(thumbnail)
}
