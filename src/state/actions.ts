import { batch, type Signal } from '@preact/signals'
import { isFailureCode } from '../contract/failure'
import type { Locale } from '../contract/rule'
import type { Report } from '../contract/report'
import type { Checker } from '../zhaojian'
import { captureStill, closeCamera, startCamera } from './camera'
import { download } from './download'
import { checkerOf } from './engine'
import { rememberLocale, rememberProfile } from './preferences'
import { drawnSample } from './sample'
import * as store from './store'

/** What the page may ask for. */

let running: AbortController | null = null
let making: AbortController | null = null

/** Starts loading what checking needs; the page is usable meanwhile. */
export async function start(): Promise<void> {
  applyLocale()
  await ready().catch(error => { if (!store.photo.value) fail(error) })
}

/** Loads the models where they are not there yet, and says so in `phase`. */
async function ready(): Promise<Checker> {
  const profile = store.profileId.value
  let arrived = false
  const loading = checkerOf(profile, store.locale.value, progress => { store.progress.value = progress })
  void loading.then(() => { arrived = true }, () => {})
  // A checker that is already there answers within the microtasks of these awaits: no flash of a progress bar.
  await null; await null
  if (!arrived) store.phase.value = 'loading'
  const checker = await loading
  if (profile === store.profileId.value && store.phase.value === 'loading') batch(() => { store.phase.value = 'ready'; store.progress.value = null })
  return checker
}

export async function choosePhoto(blob: Blob, origin: store.Origin = 'file'): Promise<void> {
  closeCamera()
  forgetPhoto()
  const name = blob instanceof File ? blob.name : null
  store.photo.value = { blob, url: URL.createObjectURL(blob), name, origin }
  await checkPhoto()
}

async function checkPhoto(): Promise<void> {
  const { photo } = store
  const chosen = photo.value
  if (!chosen) return
  running?.abort()
  making?.abort()
  const run = running = new AbortController()
  batch(() => { forgetFindings(); if (store.phase.value === 'done' || store.phase.value === 'failed') store.phase.value = 'checking' })
  try {
    const checker = await ready()
    if (run.signal.aborted) return
    store.phase.value = 'checking'
    const show = (report: Report): void => batch(() => { store.report.value = report; store.phase.value = 'done' })
    const report = await checker.check(chosen.blob, { signal: run.signal, onPartial: show, onPreview: showInstead })
    if (run.signal.aborted) return
    show(report)
    store.progress.value = null
  } catch (error) {
    if (!run.signal.aborted) fail(error, chosen.name)
  }
}

/** A picture of the chosen photo, in place of a file that the browser can't show. */
function showInstead(picture: Blob): void {
  const chosen = store.photo.value
  if (!chosen) return
  URL.revokeObjectURL(chosen.url)
  store.photo.value = { ...chosen, url: URL.createObjectURL(picture) }
}

/** Ends the check under way and goes back to the start; models that are loading go on loading. */
export function cancel(): void { reset() }

/** Back to the start for another photo. */
export function reset(): void {
  closeCamera()
  forgetPhoto()
  void start()
}

/** Loading or checking failed: tries the same again. */
export function retry(): void {
  if (store.photo.value) void checkPhoto()
  else { store.failure.value = null; store.phase.value = 'loading'; void start() }
}

/** Makes the file and hands it to the browser's downloads; a file once made is handed out again as it is. */
export async function save(): Promise<void> {
  const chosen = store.photo.value
  if (!chosen || store.saving.value) return
  if (store.produced.value) { download(store.produced.value); return }
  const run = making = new AbortController()
  batch(() => { store.saving.value = true; store.saveFailure.value = null })
  try {
    const checker = await checkerOf(store.profileId.value, store.locale.value, () => {})
    const made = await checker.produce(chosen.blob, { signal: run.signal })
    if (run.signal.aborted) return
    store.produced.value = { ...made, url: URL.createObjectURL(made.jpeg) }
    download(store.produced.value)
  } catch (error) {
    if (!run.signal.aborted) store.saveFailure.value = failureOf(error, chosen.name)
  } finally {
    if (making === run) store.saving.value = false
  }
}

export async function takePhoto(): Promise<void> {
  const still = await captureStill()
  if (still) await choosePhoto(still, 'camera')
}

/** Back to the camera; the photo just taken is let go. */
export async function retakePhoto(): Promise<void> {
  forgetPhoto()
  await startCamera()
}

export async function useSample(): Promise<void> {
  try { await choosePhoto(await drawnSample(), 'sample') } catch (error) { fail(error) }
}

export function setProfile(id: string): void {
  if (id === store.profileId.value) return
  store.profileId.value = id
  rememberProfile(id)
  if (store.photo.value) void checkPhoto()
  else { store.failure.value = null; void start() }
}

export function setLocale(locale: Locale): void {
  store.locale.value = locale
  rememberLocale(locale)
  applyLocale()
}

function applyLocale(): void { document.documentElement.lang = store.locale.value }

export function toggleLayer(layer: store.Layer, on: Signal<ReadonlySet<store.Layer>> = store.layers): void {
  const next = new Set(on.value)
  if (!next.delete(layer)) next.add(layer)
  on.value = next
}
export function toggleAuto(): void { store.autoCapture.value = !store.autoCapture.value }
export function toggleVoice(): void { store.spoken.value = !store.spoken.value }

export function selectCheck(id: string | null): void { store.selectedCheck.value = id }

/** The drop or the clipboard held no file that could be a picture. */
export function refuseInput(): void { if (!store.photo.value) store.failure.value = { code: 'not-a-file' } }
export function dismissFailure(): void { store.failure.value = null; if (store.phase.value === 'failed') reset() }

function forgetPhoto(): void {
  running?.abort()
  making?.abort()
  batch(() => {
    if (store.photo.value) URL.revokeObjectURL(store.photo.value.url)
    store.photo.value = null
    forgetFindings()
    if (store.phase.value !== 'loading') store.phase.value = 'ready'
  })
}

function forgetFindings(): void {
  if (store.produced.value) URL.revokeObjectURL(store.produced.value.url)
  store.produced.value = null
  store.saveFailure.value = null
  store.saving.value = false
  store.report.value = null
  store.failure.value = null
  store.selectedCheck.value = null
}

function fail(error: unknown, fileName: string | null = null): void {
  batch(() => { store.failure.value = failureOf(error, fileName); store.phase.value = 'failed' })
}

function failureOf(error: unknown, fileName: string | null): store.Failure {
  const code = (error as { code?: unknown } | null)?.code
  const about = fileName === null ? {} : { fileName }
  if (isFailureCode(code)) return { code, ...about }
  console.error(error)
  return { code: 'unexpected', detail: error instanceof Error ? error.message : String(error), ...about }
}
