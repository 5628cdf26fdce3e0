import type { DetectedFaces, OpenedFrame } from '../contract/apis'
import { transferring } from '../engine/worker-client'
import type { Workers } from '../engine/workers'
import type { PhotoSource } from '../pipeline/photo-source'

/** A camera frame with known faces, so that only the person is left to detect. Takes ownership of the frame. */
export function createFrameSource(
  frame: ImageBitmap | VideoFrame,
  { face, faceCount }: DetectedFaces,
  { photo, faceAndPerson }: Workers,
): PhotoSource<OpenedFrame> {
  return {
    facts: { bytes: 0, type: 'video/frame' },
    open: () => photo.call(api => api.openFrame(transferring(frame, [frame]))),
    detect: async ({ forPerson }, signal) => {
      const person = await faceAndPerson.segment(forPerson, signal)
      return { face, faceCount, person, parts: null, partsAbsent: 'pending' }
    },
    discard: ({ forPerson }) => forPerson.close(),
  }
}
