import { computed, effect, signal } from '@preact/signals'
import { keptOffline } from '../zhaojian'
import { wasOfflineAnnounced, rememberOfflineAnnounced } from './preferences'
import { isFileOnly } from '../report/summary'
import { rows } from './batch/store'
import * as store from './store'

/** Offline use and updates: both are offered when the page is idle; nothing is forced. */
export type OfflineNoticeKind = 'ready' | 'update'

const isOfflineReady = signal(false)
const pendingUpdate = signal<(() => void) | null>(null)

/**
 * A reload must not lose a photo that is being taken, checked or saved, nor a batch's results; notices are held back
 * meanwhile.
 */
const isBusy = computed(
  () =>
    store.camera.value !== null ||
    rows.value.length > 0 ||
    store.isSaving.value ||
    store.phase.value === 'checking' ||
    (store.photo.value !== null && store.phase.value === 'loading') ||
    hasPendingChecks(),
)

export const notice = computed<OfflineNoticeKind | null>(() =>
  isBusy.value ? null : pendingUpdate.value ? 'update' : isOfflineReady.value ? 'ready' : null,
)

/** Activates the new version and reloads the page once. */
export function acceptUpdate(): void {
  const accept = pendingUpdate.value
  pendingUpdate.value = null
  accept?.()
}

export function dismissNotice(): void {
  if (notice.value === 'update') pendingUpdate.value = null
  else isOfflineReady.value = false
}

/**
 * Registers the service worker after the first verdict, so that its downloads don't compete with the models. Not in a
 * frame: storage is partitioned by the embedding site, and offline the host page can't be reached anyway. Not on plain
 * http, where service workers are unavailable.
 */
export function enableOffline(): void {
  if (!import.meta.env.PROD || window.top !== window || !('serviceWorker' in navigator)) return
  // A page served by a service worker is registered already: listening for updates costs nothing.
  if (navigator.serviceWorker.controller) void registerServiceWorker()
  else runOnce(hasVerdict, () => void registerServiceWorker())
}

async function registerServiceWorker(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker.register('./sw.js')
    offerUpdates(registration)
    await navigator.serviceWorker.ready
  } catch {
    // Forbidden by the browser, or the download failed: the page works as before, and the next visit tries again.
    return
  }
  runOnce(areModelsLoaded, () => void announceReady())
}

async function announceReady(): Promise<void> {
  if (wasOfflineAnnounced() || !(await keptOffline())) return
  rememberOfflineAnnounced()
  isOfflineReady.value = true
}

function offerUpdates(registration: ServiceWorkerRegistration): void {
  const checkWaiting = (): void => {
    const { waiting, active } = registration
    // Without an active worker this is the first installation, not an update.
    if (waiting && active)
      pendingUpdate.value = () => {
        activateAndReload(waiting)
      }
  }
  const watchInstalling = (): void => registration.installing?.addEventListener('statechange', checkWaiting)
  registration.addEventListener('updatefound', watchInstalling)
  watchInstalling()
  checkWaiting()
  const hadController = navigator.serviceWorker.controller !== null
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // Accepted in another tab: this tab still runs the old version and may continue to.
    if (hadController && !isUpdateAccepted) pendingUpdate.value = reload
  })
}

let isUpdateAccepted = false
function activateAndReload(waiting: ServiceWorker): void {
  isUpdateAccepted = true
  waiting.addEventListener('statechange', () => {
    if (waiting.state === 'activated') reload()
  })
  waiting.postMessage({ type: 'SKIP_WAITING' })
}

function reload(): void {
  location.reload()
}

/** A verdict of the models, not of the file alone. */
const hasVerdict = (): boolean => {
  const report = store.report.value ?? store.liveReport.value
  return report !== null && !isFileOnly(report)
}
/** Whether a check still waits for the model that is loaded last. */
function hasPendingChecks(): boolean {
  return (store.report.value ?? store.liveReport.value)?.checks.some(({ reason }) => reason === 'pending') ?? false
}

/** The last model is loaded, or its check already has a result. */
const areModelsLoaded = (): boolean => {
  const loading = store.progress.value
  return (
    (loading?.stage === 'parts' && loading.loadedBytes === loading.totalBytes) || (hasVerdict() && !hasPendingChecks())
  )
}

/** Calls `run` as soon as `condition`, which reads signals, is true. */
function runOnce(condition: () => boolean, run: () => void): void {
  let isDone = false
  const stop = effect(() => {
    if (isDone || !condition()) return
    isDone = true
    queueMicrotask(() => {
      stop()
      run()
    })
  })
}
