import { batch, type Signal } from '@preact/signals'
import { isBatchOpen } from './batch/store'
import { captureStill, closeCamera, startCamera } from './camera'
import { checkPhotos, loadChecker, stopChecking } from './checking'
import { isProfileReady, OWN_PROFILE_ID } from './own-profile'
import { rememberLocale, rememberProfile } from './preferences'
import { drawSample } from './sample'
import { saveOpenPhoto, stopSaving } from './saving'
import { addPhotoEntries, removePhotoEntries, clearFindings } from './photos'
import * as store from './store'
import { showFailure, toFailure } from './failures'
import type { Locale } from '../contract/locale'

/** What the page may ask for. */
export { saveOpenPhoto } from './saving'
export { storeThumbnail } from './photos'

/** Starts loading what checking needs, once it is known whose rules; the page is usable meanwhile. */
export async function preloadChecker(): Promise<void> {
  applyLocale()
  // The batch has workers of its own.
  if (!isProfileReady() || isBatchOpen.value) return
  await loadChecker().catch(error => {
    if (!store.photos.value.length) showFailure(toFailure(error, null))
  })
}

/** One photo is opened; several are compared. What was there before goes. */
export async function choosePhotos(blobs: readonly Blob[], origin: store.Origin = 'file'): Promise<void> {
  // A photo dropped too early must not be checked against another school's numbers.
  if (!isProfileReady()) return
  clearPhotos()
  addPhotoEntries(blobs, origin)
  if (store.photos.value.length === 1) openPhoto(store.photos.value[0]!.id)
  await checkPhotos()
}

/** More photos beside those that are there, to compare them. */
export async function addPhotos(blobs: readonly Blob[], origin: store.Origin = 'file'): Promise<void> {
  if (!store.photos.value.length) {
    await choosePhotos(blobs, origin)
    return
  }
  closeCamera()
  addPhotoEntries(blobs, origin)
  showComparison()
  await checkPhotos()
}

/** Looks at one of the photos compared. */
export function openPhoto(id: number): void {
  stopSaving()
  batch(() => {
    store.openPhotoId.value = id
    store.selectedCheckId.value = null
  })
}

/** Back from one photo to the comparison. */
export function showComparison(): void {
  stopSaving()
  batch(() => {
    store.openPhotoId.value = store.photos.value.length > 1 ? null : store.openPhotoId.value
    store.selectedCheckId.value = null
  })
}

/** Opens a photo and makes its file. */
export async function savePhoto(id: number): Promise<void> {
  openPhoto(id)
  await saveOpenPhoto()
}

/** The last one that stays is shown alone, as if it had been the only one. */
export function removePhoto(id: number): void {
  batch(() => {
    removePhotoEntries(shot => shot.id === id)
    const [only, ...others] = store.photos.value
    if (!only) reset()
    else if (!others.length) {
      openPhoto(only.id)
      if (only.failure) showFailure(only.failure)
    }
  })
}

/** Ends the check under way and goes back to where the photo came from; models that are loading go on loading. */
export function cancelChecking(): void {
  if (store.photos.value.length > 1) showComparison()
  else reset()
}

/** Back to the start for another photo. */
export function reset(): void {
  clearPhotos()
  void preloadChecker()
}

/** Loading or checking failed: tries the same again. */
export function retry(): void {
  batch(() => {
    store.failure.value = null
    clearFindings(({ failure }) => failure !== null)
  })
  if (store.photos.value.length) void checkPhotos()
  else {
    store.phase.value = 'loading'
    void preloadChecker()
  }
}

/** Beside the photos that are compared, or alone. */
export async function takePhoto(): Promise<void> {
  const still = await captureStill()
  if (still) await addPhotos([still], 'camera')
}

/** Back to the camera; the photo that is open is let go. */
export async function retakePhoto(): Promise<void> {
  stopSaving()
  removePhotoEntries(({ id }) => id === store.openPhotoId.value)
  await startCamera()
}

export async function checkSample(): Promise<void> {
  try {
    await choosePhotos([await drawSample()], 'sample')
  } catch (error) {
    showFailure(toFailure(error, null))
  }
}

export function setProfile(id: string): void {
  if (id === store.profileId.value) return
  applyProfile(id)
  if (id !== OWN_PROFILE_ID) rememberProfile(id)
}

/** Photos stay and are checked anew against these rules. */
export function applyProfile(id: string): void {
  stopChecking()
  stopSaving()
  batch(() => {
    store.profileId.value = id
    store.failure.value = null
    store.selectedCheckId.value = null
    clearFindings()
  })
  if (store.photos.value.length) void checkPhotos()
  else void preloadChecker()
}

export function setLocale(locale: Locale): void {
  rememberLocale(locale)
  showLocale(locale)
}

/** As setLocale, but not remembered: it was not the student who chose. */
export function showLocale(locale: Locale): void {
  store.locale.value = locale
  applyLocale()
}

function applyLocale(): void {
  document.documentElement.lang = store.locale.value
}

export function toggleLayer(layer: store.Layer, on: Signal<ReadonlySet<store.Layer>> = store.layers): void {
  const next = new Set(on.value)
  if (!next.delete(layer)) next.add(layer)
  on.value = next
}
export function toggleAuto(): void {
  store.isAutoCaptureOn.value = !store.isAutoCaptureOn.value
}
export function toggleVoice(): void {
  store.isVoiceOn.value = !store.isVoiceOn.value
}

export function selectCheck(id: string | null): void {
  store.selectedCheckId.value = id
}

/** The drop or the clipboard held no file that could be a picture. */
export function showNotAFile(): void {
  if (!store.photos.value.length) store.failure.value = { code: 'not-a-file' }
}
export function dismissFailure(): void {
  store.failure.value = null
  if (store.phase.value === 'failed') reset()
}

function clearPhotos(): void {
  closeCamera()
  stopChecking()
  stopSaving()
  batch(() => {
    removePhotoEntries()
    store.failure.value = null
    store.selectedCheckId.value = null
    if (store.phase.value !== 'loading') store.phase.value = 'ready'
  })
}
