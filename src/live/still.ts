import type { OpenedImage } from '../contract/apis'
import type { Workers } from '../engine/workers'
import { retryAfterCrash } from '../lib/retry-after-crash'
import { releasePhoto } from '../pipeline/stages'
import { transferring } from '../engine/worker-client'

/** Timeout for `takePhoto`, in milliseconds. */
const TAKE_PHOTO_TIMEOUT_MS = 4000

/** As defined by Media Capture: ImageCapture; missing from TypeScript's DOM library. */
interface PhotoTaker {
  takePhoto(settings?: { imageWidth?: number; imageHeight?: number }): Promise<Blob>
  getPhotoCapabilities(): Promise<{ imageWidth?: { max: number }; imageHeight?: { max: number } }>
}

/** Plays a track in a video element outside the document. */
export function playTrack(track: MediaStreamTrack): HTMLVideoElement {
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.srcObject = new MediaStream([track])
  void video.play().catch(() => {})
  return video
}

/**
 * The camera's own photo if it has more pixels than its frames; else the retained best frame; else the current frame,
 * both lossless. Never mirrored.
 */
export async function captureStill(
  video: HTMLVideoElement,
  retainedFrame: OpenedImage | null,
  workers: Workers,
): Promise<Blob> {
  const largerPhoto = await takeLargerPhoto(video)
  if (largerPhoto) return largerPhoto
  if (retainedFrame) {
    // The frame may have been released meanwhile, or have gone with its worker; fall back to the current one.
    const best = await workers.photo.call(api => api.encodeStill(retainedFrame.id)).catch(() => null)
    if (best) return best
  }
  return retryAfterCrash(() => encodeFrameOnShow(video, workers))
}

async function encodeFrameOnShow(video: HTMLVideoElement, workers: Workers): Promise<Blob> {
  const frame = await createImageBitmap(video)
  const opened = await workers.photo.call(api => api.openFrame(transferring(frame, [frame])))
  opened.forPerson.close()
  try {
    return await workers.photo.call(api => api.encodeStill(opened.id))
  } finally {
    releasePhoto(opened, workers)
  }
}

async function takeLargerPhoto(video: HTMLVideoElement): Promise<Blob | null> {
  const track = video.srcObject instanceof MediaStream ? video.srcObject.getVideoTracks()[0] : undefined
  const Capture = (globalThis as { ImageCapture?: new (track: MediaStreamTrack) => PhotoTaker }).ImageCapture
  if (!track || !Capture) return null
  // Several Android cameras and all played files reject takePhoto; a frame is then the best available.
  const takePhoto = async (): Promise<Blob | null> => {
    const imageCapture = new Capture(track)
    const { imageWidth, imageHeight } = await imageCapture.getPhotoCapabilities()
    if (!imageWidth || !imageHeight || imageWidth.max * imageHeight.max <= 1.1 * video.videoWidth * video.videoHeight)
      return null
    return imageCapture.takePhoto({ imageWidth: imageWidth.max, imageHeight: imageHeight.max })
  }
  return Promise.race([
    takePhoto(),
    new Promise<null>(resolve => setTimeout(() => resolve(null), TAKE_PHOTO_TIMEOUT_MS)),
  ]).catch(() => null)
}
