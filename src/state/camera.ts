import { batch } from '@preact/signals'
import type { LiveReport } from '../contract/report'
import type { Watch } from '../zhaojian'
import { getDeviceId, listDevices, isUserFacing, openDevice, stopStream, type DeviceRequest } from './devices'
import { getChecker } from './checker'
import type { CameraFailure } from './page-failure'
import * as store from './store'

/** The camera: one stream, one watch. Every way to close it stops the stream, which turns the camera's light off. */

/** Milliseconds for which every required live rule must have been met before automatic capture. */
export const AUTO_CAPTURE_AFTER_MS = 1500

/** Milliseconds for which an interruption is shown at least, so that it can be read. */
const INTERRUPTION_SHOWN_MS = 4000

const IDLE = { taking: false, paused: false, slow: false, interrupted: false }

let activeWatch: Watch | null = null
let activePreview: { readonly video: HTMLVideoElement; readonly take: () => void } | null = null
/** Counts openings, so that a stream that arrives after the camera was closed or switched is stopped at once. */
let openingCount = 0
let requestedDevice: DeviceRequest = 'rear'
let interruptedAt = -Infinity

export const isCameraSupported = (): boolean => typeof navigator.mediaDevices?.getUserMedia === 'function'

/** Opens the last used camera, the rear one at first. Errors are reported in `failure`. */
export async function startCamera(next: DeviceRequest = requestedDevice): Promise<void> {
  endStream()
  requestedDevice = next
  const opening = ++openingCount
  batch(() => {
    store.failure.value = null
    const devices = store.camera.value?.devices ?? []
    store.camera.value = { ...IDLE, stream: null, mirrored: false, devices, deviceId: null }
  })
  try {
    if (!isCameraSupported()) {
      failCamera(isSecureContext ? 'camera-unsupported' : 'camera-insecure')
      return
    }
    await openStream(next, () => opening === openingCount)
  } catch (error) {
    if (opening === openingCount) failCamera(toCameraFailure(error))
  }
}

async function openStream(device: DeviceRequest, isCurrent: () => boolean): Promise<void> {
  const stream = await openDevice(device)
  if (!isCurrent()) {
    stopStream(stream)
    return
  }
  // Browsers reveal device labels only while a camera is open.
  const devices = await listDevices().catch(() => [])
  if (!isCurrent()) {
    stopStream(stream)
    return
  }
  watchTrack(stream.getVideoTracks()[0]!, isCurrent)
  const mirrored = isUserFacing(stream)
  store.camera.value = { ...IDLE, stream, mirrored, devices, deviceId: getDeviceId(stream) }
}

/** Starts live checking of the video element once its stream plays; `take` is called for automatic capture. */
export async function watchVideo(video: HTMLVideoElement, take: () => void): Promise<void> {
  const opening = openingCount
  activePreview = { video, take }
  try {
    const checker = await getChecker(store.profileId.value, {
      locale: store.locale.value,
      onProgress: progress => {
        store.progress.value = progress
      },
    })
    if (opening !== openingCount || activeWatch || document.hidden) return
    if (checker.visionOn === 'page' && store.camera.value) store.camera.value = { ...store.camera.value, slow: true }
    activeWatch = checker.watch(
      video,
      report => {
        if (opening === openingCount) handleLiveReport(report)
      },
      {
        onFailure: () => {
          if (opening === openingCount) handleInterruption()
        },
      },
    )
  } catch {
    // Without models the camera still takes the photo; the cause is reported when the photo is checked.
  }
}

/** What was told last is no longer about now. */
function handleInterruption(): void {
  interruptedAt = performance.now()
  store.liveReport.value = null
  if (store.camera.value) store.camera.value = { ...store.camera.value, interrupted: true }
}

function handleLiveReport(report: LiveReport): void {
  store.liveReport.value = report
  if (store.camera.value?.interrupted && performance.now() - interruptedAt > INTERRUPTION_SHOWN_MS)
    store.camera.value = { ...store.camera.value, interrupted: false }
  if (
    store.isAutoCaptureOn.value &&
    report.instruction === 'ready' &&
    report.coach.heldFor >= AUTO_CAPTURE_AFTER_MS &&
    !store.camera.value?.taking
  )
    activePreview?.take()
}

/** The camera's best still image, unmirrored, as a file; null if none can be taken. */
export async function captureStill(): Promise<File | null> {
  const camera = store.camera.value
  if (!camera?.stream || camera.taking || !activePreview) return null
  store.camera.value = { ...camera, taking: true }
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

/** Watches the open track: the system may end or mute it. */
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

/** Stops watching while the page is hidden; watches again once it is visible, if the camera is still open. */
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

/** Whether the host page's permissions policy allows the camera; true where the browser has no API for that. */
function isCameraAllowedByPolicy(): boolean {
  const policy = (document as Document & { featurePolicy?: { allowsFeature(name: string): boolean } }).featurePolicy
  return policy?.allowsFeature('camera') ?? true
}
