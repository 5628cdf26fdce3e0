import { batch } from '@preact/signals'
import { getChecker, isCheckerLoaded } from './checker'
import { closeInspector, inspectPhoto, startInspector } from './file-verdict'
import { findPhoto, replacePreview, updatePhoto } from './photos'
import * as store from './store'
import { showFailure, toFailure } from './failures'
import type { Checker } from '../contract/library'

/** Checks the photos one after the other with a single checker, the open photo first. */

let currentRun: AbortController | null = null

/** Loads the models if needed and shows that in `phase`. */
export async function loadChecker(): Promise<Checker> {
  const profile = store.profileId.value
  let hasLoaded = false
  const loading = getChecker(profile, {
    locale: store.locale.value,
    onProgress: progress => {
      store.progress.value = progress
    },
    before: startInspector,
  })
  void loading.then(
    () => {
      hasLoaded = true
    },
    () => {},
  )
  // An already loaded checker resolves within these microtasks, so that no progress bar flashes up.
  await null
  await null
  if (!hasLoaded) store.phase.value = 'loading'
  const checker = await loading
  closeInspector()
  if (profile === store.profileId.value && store.phase.value === 'loading')
    batch(() => {
      store.phase.value = 'ready'
      store.progress.value = null
    })
  return checker
}

/** Checks all unchecked photos. A run in progress also takes photos added meanwhile. */
export async function checkPhotos(): Promise<void> {
  if (currentRun) return
  const run = (currentRun = new AbortController())
  if (store.phase.value === 'done' || store.phase.value === 'failed') store.phase.value = 'checking'
  for (let next = findNextPhoto(); next; next = findNextPhoto()) {
    await checkPhoto(next, run.signal)
    // The code that aborted this run decides what comes next.
    if (run.signal.aborted) return
  }
  currentRun = null
  batch(() => {
    store.phase.value = store.failure.value ? 'failed' : 'done'
    store.progress.value = null
  })
}

export function stopChecking(): void {
  currentRun?.abort()
  currentRun = null
}

function findNextPhoto(): store.PhotoEntry | undefined {
  const open = findPhoto(store.openPhotoId.value)
  return open && !open.checked ? open : store.photos.value.find(({ checked }) => !checked)
}

async function checkPhoto({ id, photo }: store.PhotoEntry, signal: AbortSignal): Promise<void> {
  const isOnly = (): boolean => store.photos.value.length === 1 && store.photos.value[0]!.id === id
  try {
    const loading = loadChecker()
    if (isOnly() && !isCheckerLoaded()) {
      loading.catch(() => {})
      await showFileVerdict(id, photo.blob, signal)
    }
    const checker = await loading
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
      // With several photos, a failed one shows its error on its own card; the others continue.
      if (isOnly()) showFailure(failure)
    })
  }
}

/** While the models load: what the file says by itself, and its refusal where it is no photo. Errors: of the file. */
async function showFileVerdict(id: number, blob: Blob, signal: AbortSignal): Promise<void> {
  const report = await inspectPhoto(blob, store.profile.value, signal)
  if (report && !signal.aborted && !isCheckerLoaded()) updatePhoto(id, { report })
}
