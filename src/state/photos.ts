import { batch } from '@preact/signals'
import * as store from './store'

/** The photos taken in and their object URLs: made here, revoked here. */

let counted = 0

/** Takes in as many as fit; says in `leftOut` how many did not. */
export function addShots(blobs: readonly Blob[], origin: store.Origin): void {
  const taken = blobs.slice(0, store.MOST_SHOTS - store.photos.value.length)
  batch(() => {
    store.leftOut.value = blobs.length - taken.length
    store.photos.value = [
      ...store.photos.value,
      ...taken.map(blob => ({
        id: ++counted,
        photo: { blob, url: URL.createObjectURL(blob), name: blob instanceof File ? blob.name : null, origin },
        ...UNCHECKED,
      })),
    ]
  })
}

const UNCHECKED = { checked: false, report: null, failure: null, produced: null, thumbnail: null } as const

/** A photo that was removed meanwhile is not brought back. */
export function updatePhoto(id: number, changes: Partial<Omit<store.PhotoEntry, 'id' | 'photo'>>): void {
  store.photos.value = store.photos.value.map(shot => (shot.id === id ? { ...shot, ...changes } : shot))
}

/** A picture of the photo, in place of a file that the browser can't show. */
export function showInstead(id: number, picture: Blob): void {
  const shot = findPhoto(id)
  if (!shot) return
  URL.revokeObjectURL(shot.photo.url)
  const photo = { ...shot.photo, url: URL.createObjectURL(picture) }
  store.photos.value = store.photos.value.map(one => (one.id === id ? { ...one, photo } : one))
}

export const findPhoto = (id: number | null): store.PhotoEntry | undefined =>
  store.photos.value.find(shot => shot.id === id)

/** Photos stay, what was found goes: of all, or of those that `which` names. */
export function forgetFindings(which: (shot: store.PhotoEntry) => boolean = () => true): void {
  for (const shot of store.photos.value.filter(which)) revokeFindings(shot)
  store.photos.value = store.photos.value.map(shot => (which(shot) ? { ...shot, ...UNCHECKED } : shot))
}

export function dropShots(which: (shot: store.PhotoEntry) => boolean = () => true): void {
  const dropped = store.photos.value.filter(which)
  for (const shot of dropped) {
    URL.revokeObjectURL(shot.photo.url)
    revokeFindings(shot)
  }
  batch(() => {
    store.photos.value = store.photos.value.filter(shot => !dropped.includes(shot))
    store.leftOut.value = 0
    if (!findPhoto(store.openId.value)) store.openId.value = null
  })
}

/** Keeps the small picture of a photo; one that comes too late, or twice, is let go. */
export function keepThumbnail(id: number, url: string): void {
  const shot = findPhoto(id)
  if (!shot?.checked || shot.thumbnail !== null) URL.revokeObjectURL(url)
  else updatePhoto(id, { thumbnail: url })
}

function revokeFindings({ produced, thumbnail }: store.PhotoEntry): void {
  if (produced) URL.revokeObjectURL(produced.url)
  if (thumbnail !== null) URL.revokeObjectURL(thumbnail)
}
