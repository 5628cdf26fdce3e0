import { batch, type Signal } from '@preact/signals'
import { chosenBackground } from './background-choice'
import { useOnceLoaded } from './chosen-profile'
import { forgetNumbers } from './typed-numbers'
import { isBatchOpen } from './batch/store'
import { captureStill, closeCamera, startCamera } from './camera'
import { checkPhotos, loadChecker, stopChecking } from './checking'
import { isProfileReady, OWN_PROFILE_ID } from './own-profile'
import { rememberLocale, rememberProfile } from './preferences'
import { saveOpenPhoto, stopSaving } from './saving'
import { addPhotoEntries, removePhotoEntries, clearFindings } from './photos'
import * as store from './store'
import { showFailure, toFailure } from './failures'
import type { Locale } from '../contract/locale'

/** The actions that the page's components may call. */
export { saveOpenPhoto, saveOutside, shareOpenPhoto } from './saving'
export { storeThumbnail } from './photos'

/** Starts loading the models once the profile is known; the page stays usable meanwhile. */
export async function preloadChecker(): Promise<void> {
  applyLocale()
  // The batch has its own workers.
  if (!isProfileReady() || isBatchOpen.value) return
  await loadChecker().catch(error => {
    if (!store.photos.value.length) showFailure(toFailure(error, null))
  })
}

/** Replaces all photos: one photo is opened, several are compared. */
export async function choosePhotos(blobs: readonly Blob[], origin: store.Origin = 'file'): Promise<void> {
  // A photo dropped too early must not be checked against another school's numbers.
  if (!isProfileReady()) return
  clearPhotos()
  addPhotoEntries(blobs, origin)
  if (store.photos.value.length === 1) openPhoto(store.photos.value[0]!.id)
  await checkPhotos()
}

/** Adds photos to the comparison. */
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

/** Opens one of the compared photos. */
export function openPhoto(id: number): void {
  stopSaving()
  batch(() => {
    store.openPhotoId.value = id
    store.selectedCheckId.value = null
  })
}

/** Returns from one photo to the comparison. */
export function showComparison(): void {
  stopSaving()
  batch(() => {
    store.openPhotoId.value = store.photos.value.length > 1 ? null : store.openPhotoId.value
    store.selectedCheckId.value = null
  })
}

/** Opens a photo and produces its file. */
export async function savePhoto(id: number): Promise<void> {
  openPhoto(id)
  await saveOpenPhoto()
}

/** When only one photo remains, it is opened as if it had been the only one. */
export function removePhoto(id: number): void {
  batch(() => {
    removePhotoEntries(photo => photo.id === id)
    const [only, ...others] = store.photos.value
    if (!only) reset()
    else if (!others.length) {
      openPhoto(only.id)
      if (only.failure) showFailure(only.failure)
    }
  })
}

/** Aborts the running check and returns to the previous screen; models that are loading keep loading. */
export function cancelChecking(): void {
  if (store.photos.value.length > 1) showComparison()
  else reset()
}

/** Returns to the start screen for another photo. */
export function reset(): void {
  forgetNumbers()
  clearPhotos()
  void preloadChecker()
}

/** Loading or checking failed: tries again. */
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

/** Takes a photo and adds it to the comparison, or opens it when it is the only one. */
export async function takePhoto(): Promise<void> {
  const still = await captureStill()
  if (still) await addPhotos([still], 'camera')
}

/** Returns to the camera and removes the open photo. */
export async function retakePhoto(): Promise<void> {
  stopSaving()
  removePhotoEntries(({ id }) => id === store.openPhotoId.value)
  await startCamera()
}

export async function checkSample(): Promise<void> {
  try {
    // Loaded on demand: only who has no photo at hand draws one.
    const { drawSample } = await import('./sample')
    await choosePhotos([await drawSample()], 'sample')
  } catch (error) {
    showFailure(toFailure(error, null))
  }
}

export function setProfile(id: string): void {
  store.isProfileChosen.value = true
  if (id !== OWN_PROFILE_ID) rememberProfile(id)
  if (id === store.profileId.value) return
  void useOnceLoaded(id, () => applyProfile(id))
}

/** Which of the profile's backgrounds the test centre asks for; null: any. */
export function chooseBackgroundHere(id: string | null): void {
  applyProfile(store.profileId.value, id)
}

/** Keeps the photos and checks them again against this profile. */
export function applyProfile(id: string, background: string | null = null): void {
  stopChecking()
  stopSaving()
  batch(() => {
    chosenBackground.value = background
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

/** Like setLocale, but not stored: the host chose it, not the student. */
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

/** The drop or the clipboard held no image file. */
export function showNotAFile(): void {
  if (!store.photos.value.length) store.failure.value = { code: 'not-a-file' }
}
/** A picture dragged from another page arrives as its address alone. */
export function showIsOnAPage(): void {
  if (!store.photos.value.length) store.failure.value = { code: 'on-a-page' }
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
