import type { Pixels } from '../contract/pixels'
import { readPixels } from './photo-pixels'

/**
 * All pixels of a camera frame (sRGB). Closes the frame. A VideoFrame is copied straight into memory where the browser
 * can convert it (Chromium 127+): reading it back from a canvas takes a software renderer several times as long.
 */
export async function readFrame(frame: ImageBitmap | VideoFrame): Promise<Pixels> {
  if (frame instanceof ImageBitmap) return readPixels(frame)
  try {
    const { displayWidth: width, displayHeight: height } = frame
    const data = new Uint8ClampedArray(4 * width * height)
    return (await convertFrame(frame, data)) ? { width, height, data } : readPixels(await createImageBitmap(frame))
  } finally {
    frame.close()
  }
}

/** False where the browser copies no frames, or only in their native format. */
async function convertFrame(frame: VideoFrame, into: Uint8ClampedArray<ArrayBuffer>): Promise<boolean> {
  // A browser that does not know the option never reads it, and would return BGRX as if it were RGBA (WebKitGTK 2.50).
  let isKnown = false
  const options = {
    get format() {
      isKnown = true
      return 'RGBA' as const
    },
    colorSpace: 'srgb',
  } as const
  try {
    if (frame.allocationSize(options) !== into.byteLength || !isKnown) return false
    await frame.copyTo(into, options)
    return true
  } catch {
    return false
  }
}
