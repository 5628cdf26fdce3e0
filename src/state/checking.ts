import { batch } from '@preact/signals'
import { getChecker } from './checker'
import { findPhoto, replacePreview, updatePhoto } from './photos'
import * as store from './store'
import { showFailure, toFailure } from './failures'
import type { Checker } from '../contract/library'

/** Checks the photos taken in, one after the other by the one checker: the open one first. */

let running: AbortController | null = null

/** Loads the models where they are not there yet, and says so in `phase`. */
export async function loadChecker(): Promise<Checker> {
  const profile = store.profileId.value
  let arrived = false
  const loading = getChecker(profile, store.locale.value, progress => {
    store.progress.value = progress
  })
  void loading.then(
    () => {
      arrived = true
    },
    () => {},
  )
  // A checker that is already there answers within the microtasks of these awaits: no flash of a progress bar.
  await null
  await null
  if (!arrived) store.phase.value = 'loading'
  const checker = await loading
  if (profile === store.profileId.value && store.phase.value === 'loading')
    batch(() => {
      store.phase.value = 'ready'
      store.progress.value = null
    })
  return checker
}

/** Checks what is unchecked. A run under way takes newly added photos along. */
export async function checkPhotos(): Promise<void> {
  if (running) return
  const run = (running = new AbortController())
  if (store.phase.value === 'done' || store.phase.value === 'failed') store.phase.value = 'checking'
  for (let shot = findNextPhoto(); shot; shot = findNextPhoto()) {
    await checkPhoto(shot, run.signal)
    // Whoever stopped this run says what comes next.
    if (run.signal.aborted) return
  }
  running = null
  batch(() => {
    store.phase.value = store.failure.value ? 'failed' : 'done'
    store.progress.value = null
  })
}

export function stopChecking(): void {
  running?.abort()
  running = null
}

function findNextPhoto(): store.PhotoEntry | undefined {
  const open = findPhoto(store.openPhotoId.value)
  return open && !open.checked ? open : store.photos.value.find(({ checked }) => !checked)
}

async function checkPhoto({ id, photo }: store.PhotoEntry, signal: AbortSignal): Promise<void> {
  const isOnly = (): boolean => store.photos.value.length === 1 && store.photos.value[0]!.id === id
  try {
    const checker = await loadChecker()
    if (signal.aborted) return
    store.phase.value = 'checking'
    const report = await checker.check(photo.blob, {
      signal,
      onPreview: picture => replacePreview(id, picture),
      onPartial: partial =>
        batch(() => {
          updatePhoto(id, { report: partial })
          if (isOnly()) store.phase.value = 'done'
        }),
    })
    if (!signal.aborted) updatePhoto(id, { report, checked: true })
  } catch (error) {
    if (signal.aborted) return
    const failure = toFailure(error, photo.name)
    batch(() => {
      updatePhoto(id, { report: null, failure, checked: true })
      // One broken file of several is told on its card; the others go on.
      if (isOnly()) showFailure(failure)
    })
  }
}
