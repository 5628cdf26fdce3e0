import { computed, effect, signal } from '@preact/signals'
import { keptOffline } from '../zhaojian'
import { wasOfflineAnnounced, rememberOfflineAnnounced } from './preferences'
import { rows } from './batch/store'
import * as store from './store'

/** Working without a network, and new versions: both are offered at a quiet moment, nothing is forced. */
export type OfflineNoticeKind = 'ready' | 'update'

const isOfflineReady = signal(false)
const pendingUpdate = signal<(() => void) | null>(null)

/**
 * A reload must not cost a photo that is being taken, checked or saved, nor a batch's results, and nobody should be
 * talked to meanwhile.
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

/** Takes the new version; the page is loaded anew, once. */
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
 * Registers the service worker once the first verdict is out, so that the two never share the line. Not in a frame: its
 * storage is the embedding site's own, and without a network nobody reaches the page around it. Not on plain http,
 * where browsers have none.
 */
export function enableOffline(): void {
  if (!import.meta.env.PROD || window.top !== window || !('serviceWorker' in navigator)) return
  // A page that came from a service worker is registered: listening for its successor costs nothing.
  if (navigator.serviceWorker.controller) void registerServiceWorker()
  else runOnce(hasVerdict, () => void registerServiceWorker())
}

async function registerServiceWorker(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker.register('./sw.js')
    offerUpdates(registration)
    await navigator.serviceWorker.ready
  } catch {
    // Forbidden in this browser or broken off: the page works as before, and the next visit tries again.
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
  const look = (): void => {
    const { waiting, active } = registration
    // Without a predecessor it is no update: the first one takes over by itself.
    if (waiting && active)
      pendingUpdate.value = () => {
        activateAndReload(waiting)
      }
  }
  const watchInstalling = (): void => registration.installing?.addEventListener('statechange', look)
  registration.addEventListener('updatefound', watchInstalling)
  watchInstalling()
  look()
  const hadController = navigator.serviceWorker.controller !== null
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // Taken in another tab: this one still runs the old version, and may go on doing so.
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

const hasVerdict = (): boolean => store.report.value !== null || store.liveReport.value !== null
/** Whether the model that is loaded last is still awaited. */
function hasPendingChecks(): boolean {
  return (store.report.value ?? store.liveReport.value)?.checks.some(({ reason }) => reason === 'pending') ?? false
}

/** The last model has arrived, or has told already. */
const areModelsLoaded = (): boolean => {
  const loading = store.progress.value
  return (
    (loading?.stage === 'parts' && loading.loadedBytes === loading.totalBytes) || (hasVerdict() && !hasPendingChecks())
  )
}

/** Runs as soon as the condition, which reads signals, holds. */
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
