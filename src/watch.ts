import type { Crew } from './crew'
import type { Profile } from './contract/profile'
import type { LiveReport } from './contract/report'
import { lookCloser, release, report, see } from './pipeline'
import { nextInstruction } from './verdict/instruction'
import { Steady } from './verdict/steady'
import { handOver } from './vision/worker-client'

export interface Watch { stop(): void; capture(): Promise<Blob> }

/**
 * Judges a camera's frames one at a time: the next is taken when the last is judged, so nothing queues up.
 * A frame that fails (a model that was restarted, a track that ended) is skipped; the next one is tried.
 */
export function watch(source: HTMLVideoElement | MediaStreamTrack, profile: Profile, crew: Crew, onReport: (report: LiveReport) => void): Watch {
  const video = source instanceof HTMLVideoElement ? source : videoOf(source)
  const ending = new AbortController()
  const steady = new Steady()

  const turn = async (): Promise<void> => {
    if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return
    const frame = await createImageBitmap(video)
    const size = { bytes: 0, type: 'video/frame' }
    const seen = await see(() => crew.photo.call(api => api.openFrame(handOver(frame, [frame]))), profile, crew, ending.signal)
    const judged = await (crew.parts.ready ? lookCloser(seen, crew, ending.signal) : Promise.resolve(seen))
      .then(closely => report(closely, size, profile, crew, ending.signal))
      .finally(() => release(seen.opened, crew))
    if (ending.signal.aborted) return
    onReport({ ...judged, instruction: steady.next(nextInstruction(judged.checks), performance.now()) })
    // Face and person are told: now the rest may load.
    crew.parts.begin()
  }
  void (async () => {
    while (!ending.signal.aborted) {
      await nextFrame(video, ending.signal)
      await turn().catch(() => pause(100))
    }
    if (video !== source) video.srcObject = null
  })()

  return { stop: () => ending.abort(), capture: () => still(video) }
}

function videoOf(track: MediaStreamTrack): HTMLVideoElement {
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.srcObject = new MediaStream([track])
  void video.play().catch(() => {})
  return video
}

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

/** Resolves at the next new frame, or after a while where the video stands still (paused, hidden page) so that `stop` is heard. */
function nextFrame(video: HTMLVideoElement, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const done = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, 250)
    signal.addEventListener('abort', done)
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(done)
  })
}

/** The best still there is: the camera's own photo where the browser can take one, else the frame on screen, lossless. Never mirrored. */
async function still(video: HTMLVideoElement): Promise<Blob> {
  const track = video.srcObject instanceof MediaStream ? video.srcObject.getVideoTracks()[0] : undefined
  const Capture = (globalThis as { ImageCapture?: new (track: MediaStreamTrack) => { takePhoto(): Promise<Blob> } }).ImageCapture
  if (track && Capture) {
    // Several Android cameras and every played file reject takePhoto; the frame on screen is then the best there is.
    const photo = await Promise.race([new Capture(track).takePhoto(), pause(4000).then(() => null)]).catch(() => null)
    if (photo) return photo
  }
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight)
  canvas.getContext('2d')!.drawImage(video, 0, 0)
  return canvas.convertToBlob({ type: 'image/png' })
}
