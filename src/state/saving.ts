import { batch } from '@preact/signals'
import { downloadUrl } from './download'
import { getChecker } from './checker'
import { findPhoto, updatePhoto } from './photos'
import * as store from './store'
import { toFailure } from './failures'

let currentSave: AbortController | null = null

/** Produces the open photo's file and downloads it; an already produced file is downloaded again. */
export async function saveOpenPhoto(): Promise<void> {
  const entry = findPhoto(store.openPhotoId.value)
  if (!entry || store.isSaving.value) return
  if (entry.produced) {
    downloadUrl(entry.produced)
    return
  }
  const run = (currentSave = new AbortController())
  batch(() => {
    store.isSaving.value = true
    store.saveFailure.value = null
  })
  try {
    const checker = await getChecker(store.profileId.value, store.locale.value, () => {})
    const result = await checker.produce(entry.photo.blob, { signal: run.signal })
    if (run.signal.aborted) return
    const produced = { ...result, url: URL.createObjectURL(result.jpeg) }
    updatePhoto(entry.id, { produced })
    downloadUrl(produced)
  } catch (error) {
    if (!run.signal.aborted) store.saveFailure.value = toFailure(error, entry.photo.name)
  } finally {
    if (currentSave === run) store.isSaving.value = false
  }
}

/** The photo was closed: aborts producing its file and clears the failure. */
export function stopSaving(): void {
  currentSave?.abort()
  currentSave = null
  batch(() => {
    store.isSaving.value = false
    store.saveFailure.value = null
  })
}
