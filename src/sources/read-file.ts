import { PhotoError } from '../contract/failure'

/** Error names for a file that was changed, moved or deleted after it was chosen (File API 6.4). */
const UNREADABLE = new Set(['NotReadableError', 'NotFoundError'])

/** A file's bytes. Errors: changed-file if it can no longer be read. */
export async function readFile(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch (cause) {
    if (cause instanceof DOMException && UNREADABLE.has(cause.name))
      throw new PhotoError('changed-file', cause.message, { cause })
    throw cause
  }
}
