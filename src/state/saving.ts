import { batch } from '@preact/signals'
import { downloadUrl } from './download'
import { getChecker } from './checker'
import { findPhoto, updatePhoto } from './photos'
import * as store from './store'
import { toFailure } from './failures'

let currentSave: AbortController | null = null

/**
 * Makes the open photo's file and hands it to the browser's downloads; a file once made is handed out again as it is.
 */
export async function saveOpenPhoto(): Promise<void> {
  const chosen = findPhoto(store.openPhotoId.value)
  if (!chosen || store.isSaving.value) return
  if (chosen.produced) {
    downloadUrl(chosen.produced)
    return
  }
  const run = (currentSave = new AbortController())
  batch(() => {
    store.isSaving.value = true
    store.saveFailure.value = null
  })
  try {
    const checker = await getChecker(store.profileId.value, store.locale.value, () => {})
    const made = await checker.produce(chosen.photo.blob, { signal: run.signal })
    if (run.signal.aborted) return
    const produced = { ...made, url: URL.createObjectURL(made.jpeg) }
    updatePhoto(chosen.id, { produced })
    downloadUrl(produced)
  } catch (error) {
    if (!run.signal.aborted) store.saveFailure.value = toFailure(error, chosen.photo.name)
  } finally {
    if (currentSave === run) store.isSaving.value = false
  }
}

/** The photo is looked at no longer: what is being made of it is not wanted, nor what was said of it. */
export function stopSaving(): void {
  currentSave?.abort()
  currentSave = null
  batch(() => {
    store.isSaving.value = false
    store.saveFailure.value = null
  })
}
