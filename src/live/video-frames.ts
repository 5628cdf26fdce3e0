/** Timeout for a video that shows no new frame (paused, hidden page), so that an abort is noticed. */
const IDLE_TIMEOUT_MS = 250

/** The frames of a video, one at a time, always the newest; frames that are not taken are dropped. */
export class VideoFrames {
  private hasNewFrame = false
  private wake: (() => void) | undefined

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly signal: AbortSignal,
  ) {
    this.subscribe()
  }

  /** Waits for a new frame and takes it; null if none came before the timeout. The caller closes it. */
  async next(): Promise<ImageBitmap | VideoFrame | null> {
    if (!this.hasNewFrame) await this.waitForFrame()
    this.hasNewFrame = false
    if (this.signal.aborted || this.video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null
    return captureFrame(this.video)
  }

  private subscribe(): void {
    const onFrame = (): void => {
      if (this.signal.aborted) return
      this.hasNewFrame = true
      this.wake?.()
      this.video.requestVideoFrameCallback(onFrame)
    }
    if ('requestVideoFrameCallback' in this.video) this.video.requestVideoFrameCallback(onFrame)
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
 * The current frame. A VideoFrame is a reference, not a copy. If it is cropped or rotated, its memory does not hold the
 * displayed image, so a bitmap is made instead.
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
