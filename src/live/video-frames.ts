/** Milliseconds after which a video that stands still (paused, hidden page) is asked again, so that an end is heard. */
const IDLE_TIMEOUT_MS = 250

/** The frames that a video shows, one at a time, always the newest: what is not taken is never queued. */
export class VideoFrames {
  private hasNewFrame = false
  private wake: (() => void) | undefined

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly signal: AbortSignal,
  ) {
    this.subscribe()
  }

  /** Waits for a frame that was not taken yet and takes it; null where none came for a while. The caller closes it. */
  async next(): Promise<ImageBitmap | VideoFrame | null> {
    if (!this.hasNewFrame) await this.waitForFrame()
    this.hasNewFrame = false
    if (this.signal.aborted || this.video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null
    return captureFrame(this.video)
  }

  private subscribe(): void {
    const shown = (): void => {
      if (this.signal.aborted) return
      this.hasNewFrame = true
      this.wake?.()
      this.video.requestVideoFrameCallback(shown)
    }
    if ('requestVideoFrameCallback' in this.video) this.video.requestVideoFrameCallback(shown)
  }

  private waitForFrame(): Promise<void> {
    return new Promise(resolve => {
      const done = (): void => {
        clearTimeout(timer)
        this.signal.removeEventListener('abort', done)
        this.wake = undefined
        resolve()
      }
      const timer = setTimeout(done, 'requestVideoFrameCallback' in this.video ? IDLE_TIMEOUT_MS : 40)
      this.signal.addEventListener('abort', done)
      this.wake = done
    })
  }
}

/**
 * The frame on show. A VideoFrame is a reference, not a copy; one that is cropped or still to be turned is no picture
 * of what is on show to who reads its memory, and becomes a bitmap.
 */
async function captureFrame(video: HTMLVideoElement): Promise<ImageBitmap | VideoFrame> {
  if (typeof VideoFrame !== 'undefined') {
    const frame = new VideoFrame(video)
    const { visibleRect, displayWidth, displayHeight } = frame
    const isTurned = Boolean((frame as { rotation?: number }).rotation)
    if (
      !isTurned &&
      displayWidth === video.videoWidth &&
      displayHeight === video.videoHeight &&
      visibleRect?.width === displayWidth &&
      visibleRect.height === displayHeight
    )
      return frame
    frame.close()
  }
  return createImageBitmap(video)
}
