import { batch } from '@preact/signals'
import type { LiveReport } from '../contract/report'
import type { Watch } from '../zhaojian'
import { getDeviceId, listDevices, isUserFacing, openDevice, stopStream, type DeviceRequest } from './devices'
import { getChecker } from './checker'
import type { CameraFailure } from './page-failure'
import * as store from './store'

/** The camera: one stream, one watch. Whatever ends it, the camera's light goes out. */

/** Milliseconds for which every required live rule must have held before the photo takes itself. */
export const AUTO_CAPTURE_AFTER_MS = 1500

let activeWatch: Watch | null = null
let activePreview: { readonly video: HTMLVideoElement; readonly take: () => void } | null = null
/** Counts openings, so that a stream that arrives after the camera was closed or switched is stopped at once. */
let openingCount = 0
let requestedDevice: DeviceRequest = 'rear'

export const isCameraSupported = (): boolean => typeof navigator.mediaDevices?.getUserMedia === 'function'

/** Opens the camera used last, at first the rear one. Errors are told in `failure`. */
export async function startCamera(next: DeviceRequest = requestedDevice): Promise<void> {
  endStream()
  requestedDevice = next
  const own = ++openingCount
  batch(() => {
    store.failure.value = null
    store.camera.value = {
      stream: null,
      mirrored: false,
      devices: store.camera.value?.devices ?? [],
      deviceId: null,
      taking: false,
      paused: false,
      slow: false,
    }
  })
  try {
    if (!isCameraSupported()) {
      failCamera(isSecureContext ? 'camera-unsupported' : 'camera-insecure')
      return
    }
    const stream = await openDevice(next)
    if (own !== openingCount) {
      stopStream(stream)
      return
    }
    // Labels are told only once a camera is open.
    const devices = await listDevices().catch(() => [])
    if (own !== openingCount) {
      stopStream(stream)
      return
    }
    watchTrack(stream.getVideoTracks()[0]!, () => own === openingCount)
    store.camera.value = {
      stream,
      mirrored: isUserFacing(stream),
      devices,
      deviceId: getDeviceId(stream),
      taking: false,
      paused: false,
      slow: false,
    }
  } catch (error) {
    if (own === openingCount) failCamera(toCameraFailure(error))
  }
}

/** Begins judging what the element shows, once its stream plays; `take` is called when the photo should take itself. */
export async function watchVideo(video: HTMLVideoElement, take: () => void): Promise<void> {
  const own = openingCount
  activePreview = { video, take }
  try {
    const checker = await getChecker(store.profileId.value, store.locale.value, progress => {
      store.progress.value = progress
    })
    if (own !== openingCount || activeWatch || document.hidden) return
    if (checker.visionOn === 'page' && store.camera.value) store.camera.value = { ...store.camera.value, slow: true }
    activeWatch = checker.watch(video, report => {
      if (own === openingCount) handleLiveReport(report)
    })
  } catch {
    // Without models the camera still takes the photo; what stopped them is told when it is checked.
  }
}

function handleLiveReport(report: LiveReport): void {
  store.liveReport.value = report
  if (
    store.isAutoCaptureOn.value &&
    report.instruction === 'ready' &&
    report.coach.heldFor >= AUTO_CAPTURE_AFTER_MS &&
    !store.camera.value?.taking
  )
    activePreview?.take()
}

/** The best still the camera gives, unmirrored, as a file; null where there is none to be had. */
export async function captureStill(): Promise<File | null> {
  const open = store.camera.value
  if (!open?.stream || open.taking || !activePreview) return null
  store.camera.value = { ...open, taking: true }
  try {
    const blob = activeWatch ? await activeWatch.capture() : await captureFrame(activePreview.video)
    navigator.vibrate?.(40)
    return new File([blob], blob.type === 'image/png' ? 'photo.png' : 'photo.jpg', { type: blob.type })
  } catch {
    failCamera('camera-failed')
    return null
  }
}

export function closeCamera(): void {
  openingCount++
  endStream()
  store.camera.value = null
}

function failCamera(code: CameraFailure): void {
  closeCamera()
  store.failure.value = { code }
}

function endStream(): void {
  stopWatching()
  activePreview = null
  if (store.camera.value?.stream) stopStream(store.camera.value.stream)
}

function stopWatching(): void {
  activeWatch?.stop()
  activeWatch = null
  store.liveReport.value = null
}

/** What the system does with the camera while it is open: takes it away, or silences it for a while. */
function watchTrack(track: MediaStreamTrack, isCurrent: () => boolean): void {
  const pause = (paused: boolean): void => {
    if (isCurrent() && store.camera.value) store.camera.value = { ...store.camera.value, paused }
  }
  track.addEventListener('ended', () => {
    if (isCurrent()) failCamera('camera-lost')
  })
  track.addEventListener('mute', () => pause(true))
  track.addEventListener('unmute', () => pause(false))
}

/** A hidden page looks at nothing; back again, it goes on where the camera still is. */
export function watchVisibility(): () => void {
  const changed = (): void => {
    if (!store.camera.value?.stream) return
    if (document.hidden) stopWatching()
    else if (store.camera.value.stream.getVideoTracks()[0]?.readyState === 'ended') failCamera('camera-lost')
    else if (activePreview) {
      void activePreview.video.play().catch(() => {})
      void watchVideo(activePreview.video, activePreview.take)
    }
  }
  document.addEventListener('visibilitychange', changed)
  return () => document.removeEventListener('visibilitychange', changed)
}

async function captureFrame(video: HTMLVideoElement): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d')!.drawImage(video, 0, 0)
  return new Promise((resolve, reject) =>
    canvas.toBlob(blob => {
      if (blob) resolve(blob)
      else reject(new Error('no frame'))
    }, 'image/png'),
  )
}

function toCameraFailure(error: unknown): CameraFailure {
  switch ((error as DOMException).name) {
    case 'NotAllowedError':
      return isCameraAllowedByPolicy() ? 'camera-denied' : 'camera-insecure'
    case 'SecurityError':
      return 'camera-insecure'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'camera-absent'
    case 'NotReadableError':
    case 'AbortError':
      return 'camera-busy'
    default:
      return 'camera-failed'
  }
}

/**
 * Whether the page around this one lets it ask at all; where the browser does not say, the student is asked to look.
 */
function isCameraAllowedByPolicy(): boolean {
  const policy = (document as Document & { featurePolicy?: { allowsFeature(name: string): boolean } }).featurePolicy
  return policy?.allowsFeature('camera') ?? true
}
