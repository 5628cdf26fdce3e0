import type { DetectedFaces, OpenedFrame } from '../contract/apis'
import { transferring } from '../engine/worker-client'
import type { Workers } from '../engine/workers'
import type { PhotoSource } from '../pipeline/photo-source'

/** A camera's frame, which it takes over, whose faces are known already: the person is all that is left to detect. */
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
