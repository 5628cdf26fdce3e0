import type { DetectedFaces } from '../contract/apis'
import type { Workers } from '../engine/workers'
import { endsWorker } from './failures'

/** Longest side of the image that faces are looked for in: the detector misses faces in much larger ones. */
const MAX_FACE_IMAGE_SIDE_PX = 1280
/** Whether this browser's WebGL accepts video frames directly. */
let canDetectInVideoFrames = true

/** Detects the faces in a frame; takes ownership of the frame and closes it. */
export async function findFaces(
  frame: ImageBitmap | VideoFrame,
  size: { readonly width: number; readonly height: number },
  workers: Workers,
  signal: AbortSignal,
): Promise<DetectedFaces> {
  const longest = Math.max(size.width, size.height)
  if (frame instanceof ImageBitmap && longest <= MAX_FACE_IMAGE_SIDE_PX)
    return workers.faceAndPerson.findFaces(frame, size, signal)
  const bitmap = async (from: ImageBitmap | VideoFrame): Promise<ImageBitmap> => {
    const scale = Math.min(1, MAX_FACE_IMAGE_SIDE_PX / longest)
    try {
      return await createImageBitmap(from, {
        resizeWidth: Math.round(size.width * scale),
        resizeHeight: Math.round(size.height * scale),
        resizeQuality: 'medium',
      })
    } finally {
      from.close()
    }
  }
  if (frame instanceof ImageBitmap || !canDetectInVideoFrames || longest > MAX_FACE_IMAGE_SIDE_PX)
    return workers.faceAndPerson.findFaces(await bitmap(frame), size, signal)
  const spare = frame.clone()
  try {
    const faces = await workers.faceAndPerson.findFaces(frame, size, signal)
    spare.close()
    return faces
  } catch (error) {
    // The worker's end says nothing about video frames.
    if (signal.aborted || endsWorker(error)) {
      spare.close()
      throw error
    }
    canDetectInVideoFrames = false
    return workers.faceAndPerson.findFaces(await bitmap(spare), size, signal)
  }
}
