import { batch, type Signal } from '@preact/signals'
import { batchOpen } from './batch/store'
import { captureStill, closeCamera, startCamera } from './camera'
import { checkPhotos, ready, stopChecking } from './checking'
import { isProfileSettled, OWN } from './own-profile'
import { rememberLocale, rememberProfile } from './preferences'
import { drawnSample } from './sample'
import { save, stopSaving } from './saving'
import { addShots, dropShots, forgetFindings } from './photos'
import * as store from './store'
import { showFailure, toFailure } from './failures'
import type { Locale } from '../contract/locale'

/** What the page may ask for. */
export { save } from './saving'
export { keepThumbnail } from './photos'

/** Starts loading what checking needs, once it is known whose rules; the page is usable meanwhile. */
export async function start(): Promise<void> {
  applyLocale()
  // The batch has workers of its own.
  if (!isProfileSettled() || batchOpen.value) return
  await ready().catch(error => {
    if (!store.photos.value.length) showFailure(toFailure(error, null))
  })
}

export async function choosePhoto(blob: Blob, origin: store.Origin = 'file'): Promise<void> {
  await choosePhotos([blob], origin)
}

/** One photo is opened; several are compared. What was there before goes. */
export async function choosePhotos(blobs: readonly Blob[], origin: store.Origin = 'file'): Promise<void> {
  // A photo dropped too early must not be checked against another school's numbers.
  if (!isProfileSettled()) return
  forgetPhotos()
  addShots(blobs, origin)
  if (store.photos.value.length === 1) openShot(store.photos.value[0]!.id)
  await checkPhotos()
}

/** More photos beside those that are there, to compare them. */
export async function addPhotos(blobs: readonly Blob[], origin: store.Origin = 'file'): Promise<void> {
  if (!store.photos.value.length) {
    await choosePhotos(blobs, origin)
    return
  }
  closeCamera()
  addShots(blobs, origin)
  compare()
  await checkPhotos()
}

/** Looks at one of the photos compared. */
export function openShot(id: number): void {
  stopSaving()
  batch(() => {
    store.openId.value = id
    store.selectedCheck.value = null
  })
}

/** Back from one photo to the comparison. */
export function compare(): void {
  stopSaving()
  batch(() => {
    store.openId.value = store.photos.value.length > 1 ? null : store.openId.value
    store.selectedCheck.value = null
  })
}

/** Opens a photo and makes its file. */
export async function saveShot(id: number): Promise<void> {
  openShot(id)
  await save()
}

/** The last one that stays is shown alone, as if it had been the only one. */
export function removeShot(id: number): void {
  batch(() => {
    dropShots(shot => shot.id === id)
    const [only, ...others] = store.photos.value
    if (!only) reset()
    else if (!others.length) {
      openShot(only.id)
      if (only.failure) showFailure(only.failure)
    }
  })
}

/** Ends the check under way and goes back to where the photo came from; models that are loading go on loading. */
export function cancel(): void {
  if (store.photos.value.length > 1) compare()
  else reset()
}

/** Back to the start for another photo. */
export function reset(): void {
  forgetPhotos()
  void start()
}

/** Loading or checking failed: tries the same again. */
export function retry(): void {
  batch(() => {
    store.failure.value = null
    forgetFindings(({ failure }) => failure !== null)
  })
  if (store.photos.value.length) void checkPhotos()
  else {
    store.phase.value = 'loading'
    void start()
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
  dropShots(({ id }) => id === store.openId.value)
  await startCamera()
}

export async function useSample(): Promise<void> {
  try {
    await choosePhoto(await drawnSample(), 'sample')
  } catch (error) {
    showFailure(toFailure(error, null))
  }
}

export function setProfile(id: string): void {
  if (id === store.profileId.value) return
  applyProfile(id)
  if (id !== OWN) rememberProfile(id)
}

/** Photos stay and are checked anew against these rules. */
export function applyProfile(id: string): void {
  stopChecking()
  stopSaving()
  batch(() => {
    store.profileId.value = id
    store.failure.value = null
    store.selectedCheck.value = null
    forgetFindings()
  })
  if (store.photos.value.length) void checkPhotos()
  else void start()
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
  store.autoCapture.value = !store.autoCapture.value
}
export function toggleVoice(): void {
  store.spoken.value = !store.spoken.value
}

export function selectCheck(id: string | null): void {
  store.selectedCheck.value = id
}

/** The drop or the clipboard held no file that could be a picture. */
export function refuseInput(): void {
  if (!store.photos.value.length) store.failure.value = { code: 'not-a-file' }
}
export function dismissFailure(): void {
  store.failure.value = null
  if (store.phase.value === 'failed') reset()
}

function forgetPhotos(): void {
  closeCamera()
  stopChecking()
  stopSaving()
  batch(() => {
    dropShots()
    store.failure.value = null
    store.selectedCheck.value = null
    if (store.phase.value !== 'loading') store.phase.value = 'ready'
  })
}
