import type { OpenedImage } from '../contract/apis'
import type { Workers } from '../engine/workers'
import { releasePhoto } from '../pipeline/stages'
import { transferring } from '../engine/worker-client'

/** Milliseconds that a camera may take for its own photo. */
const TAKE_PHOTO_TIMEOUT_MS = 4000

/** As the browsers that have it define it (Media Capture: ImageCapture); the DOM library does not know it. */
interface PhotoTaker {
  takePhoto(settings?: { imageWidth?: number; imageHeight?: number }): Promise<Blob>
  getPhotoCapabilities(): Promise<{ imageWidth?: { max: number }; imageHeight?: { max: number } }>
}

/** A track as a playing video that is in no page. */
export function playTrack(track: MediaStreamTrack): HTMLVideoElement {
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.srcObject = new MediaStream([track])
  void video.play().catch(() => {})
  return video
}

/**
 * The camera's own photo where it has more pixels than its frames, else the kept frame, else the frame on show, both
 * lossless. Never mirrored.
 */
export async function captureStill(video: HTMLVideoElement, kept: OpenedImage | null, workers: Workers): Promise<Blob> {
  const taken = await takeLargerPhoto(video)
  if (taken) return taken
  if (kept) {
    // Gone while the camera was asked: what is on show is as good.
    const best = await workers.photo.call(api => api.encodeStill(kept.id)).catch(() => null)
    if (best) return best
  }
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
  // Several Android cameras and every played file reject takePhoto; a frame is then the best there is.
  const take = async (): Promise<Blob | null> => {
    const taker = new Capture(track)
    const { imageWidth, imageHeight } = await taker.getPhotoCapabilities()
    if (!imageWidth || !imageHeight || imageWidth.max * imageHeight.max <= 1.1 * video.videoWidth * video.videoHeight)
      return null
    return taker.takePhoto({ imageWidth: imageWidth.max, imageHeight: imageHeight.max })
  }
  return Promise.race([
    take(),
    new Promise<null>(resolve => setTimeout(() => resolve(null), TAKE_PHOTO_TIMEOUT_MS)),
  ]).catch(() => null)
}
