import { batch } from '@preact/signals'
import type { Watch } from '../zhaojian'
import { checkerOf } from './engine'
import * as store from './store'

/** The camera: one stream, one watch. Whatever ends it, the camera's light goes out. */

let watching: Watch | null = null
/** Counts openings, so that a stream that arrives after the camera was closed or switched is stopped at once. */
let opening = 0

type Facing = 'environment' | 'user'

export async function startCamera(facing: Facing = 'environment'): Promise<void> {
  stopStream()
  const own = ++opening
  batch(() => { store.failure.value = null; store.camera.value = { stream: null, mirrored: false, canSwitch: false, taking: false } })
  try {
    if (!navigator.mediaDevices?.getUserMedia) throw new DOMException('', isSecureContext ? 'NotFoundError' : 'SecurityError')
    // As large as the camera gives: the file needs the pixels, and a rear camera photographs better than it rehearses.
    const video = { facingMode: { ideal: facing }, width: { ideal: 1920 }, height: { ideal: 1440 } }
    const stream = await navigator.mediaDevices.getUserMedia({ audio: false, video })
    if (own !== opening) { stop(stream); return }
    const devices = (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === 'videoinput')
    if (own !== opening) { stop(stream); return }
    stream.getVideoTracks()[0]!.addEventListener('ended', () => { if (own === opening) cameraFailed('camera-busy') })
    store.camera.value = { stream, mirrored: looksAtUser(stream), canSwitch: devices.length > 1, taking: false }
  } catch (error) {
    if (own === opening) cameraFailed(failureOf(error))
  }
}

/** Begins judging what the element shows. Called once its stream plays. */
export async function watchVideo(video: HTMLVideoElement): Promise<void> {
  const own = opening
  try {
    const checker = await checkerOf(store.profileId.value, store.locale.value, progress => { store.progress.value = progress })
    if (own !== opening || watching) return
    watching = checker.watch(video, report => { if (own === opening) store.live.value = report })
  } catch {
    // Without models the camera still takes the photo; what stopped them is told when it is checked.
  }
}

/** The best still the camera gives, unmirrored, as a file; null where there is none to be had. */
export async function captureStill(video: HTMLVideoElement): Promise<File | null> {
  const shown = store.camera.value
  if (!shown?.stream || shown.taking) return null
  store.camera.value = { ...shown, taking: true }
  try {
    const blob = watching ? await watching.capture() : await frameOf(video)
    return new File([blob], blob.type === 'image/png' ? 'photo.png' : 'photo.jpg', { type: blob.type })
  } catch {
    cameraFailed('camera-failed')
    return null
  }
}

export function switchCamera(): void {
  void startCamera(store.camera.value?.mirrored ? 'environment' : 'user')
}

export function closeCamera(): void {
  opening++
  stopStream()
  store.camera.value = null
}

function cameraFailed(code: store.CameraFailure): void {
  closeCamera()
  store.failure.value = { code }
}

function stopStream(): void {
  watching?.stop()
  watching = null
  store.live.value = null
  if (store.camera.value?.stream) stop(store.camera.value.stream)
}

function stop(stream: MediaStream): void { for (const track of stream.getTracks()) track.stop() }

/** The preview is a mirror only where the camera looks at who holds it; computers' cameras do and do not say so. */
function looksAtUser(stream: MediaStream): boolean {
  const facing = stream.getVideoTracks()[0]?.getSettings().facingMode
  return facing === undefined ? !matchMedia('(pointer: coarse)').matches : facing === 'user'
}

async function frameOf(video: HTMLVideoElement): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d')!.drawImage(video, 0, 0)
  return new Promise((resolve, reject) => canvas.toBlob(blob => { if (blob) resolve(blob); else reject(new Error('no frame')) }, 'image/png'))
}

function failureOf(error: unknown): store.CameraFailure {
  switch ((error as DOMException).name) {
    case 'NotAllowedError': return 'camera-denied'
    case 'SecurityError': return 'camera-insecure'
    case 'NotFoundError': case 'OverconstrainedError': return 'camera-absent'
    case 'NotReadableError': case 'AbortError': return 'camera-busy'
    default: return 'camera-failed'
  }
}
