import type { OpenedPhoto, StageWorkers } from '../contract/apis'
import type { PhotoSource } from './photo-source'

/** Opens a file with whatever decodes it. */
export type OpenFile = (photo: Blob, signal: AbortSignal | undefined) => Promise<OpenedPhoto>

/** A file as source: face and person are detected in parallel in two equal downscaled copies. */
export function createFileSource(
  photo: Blob,
  open: OpenFile,
  { faceAndPerson }: StageWorkers,
): PhotoSource<OpenedPhoto> {
  const name = getFileName(photo)
  return {
    facts: { ...(name === undefined ? {} : { name }), bytes: photo.size, type: photo.type },
    open: signal => open(photo, signal),
    detect: (opened, signal) => faceAndPerson.detect(opened.forFace, opened.forPerson, opened, signal),
    discard: ({ forFace, forPerson }) => {
      forFace.close()
      forPerson.close()
    },
  }
}

export const getFileName = (photo: Blob): string | undefined => (photo instanceof File ? photo.name : undefined)
