import { batch } from '@preact/signals'
import { download } from './download'
import { getChecker } from './engine'
import { findPhoto, updatePhoto } from './photos'
import * as store from './store'
import { toFailure } from './failures'

let making: AbortController | null = null

/**
 * Makes the open photo's file and hands it to the browser's downloads; a file once made is handed out again as it is.
 */
export async function save(): Promise<void> {
  const chosen = findPhoto(store.openId.value)
  if (!chosen || store.saving.value) return
  if (chosen.produced) {
    download(chosen.produced)
    return
  }
  const run = (making = new AbortController())
  batch(() => {
    store.saving.value = true
    store.saveFailure.value = null
  })
  try {
    const checker = await getChecker(store.profileId.value, store.locale.value, () => {})
    const made = await checker.produce(chosen.photo.blob, { signal: run.signal })
    if (run.signal.aborted) return
    const produced = { ...made, url: URL.createObjectURL(made.jpeg) }
    updatePhoto(chosen.id, { produced })
    download(produced)
  } catch (error) {
    if (!run.signal.aborted) store.saveFailure.value = toFailure(error, chosen.photo.name)
  } finally {
    if (making === run) store.saving.value = false
  }
}

/** The photo is looked at no longer: what is being made of it is not wanted, nor what was said of it. */
export function stopSaving(): void {
  making?.abort()
  making = null
  batch(() => {
    store.saving.value = false
    store.saveFailure.value = null
  })
}
