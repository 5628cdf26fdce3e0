import type { FileCheckContext } from '../pipeline/check-file'
import { getFileName } from '../pipeline/file-source'
import type { OpenedPhoto } from '../contract/apis'
import { PhotoError } from '../contract/failure'
import type { Pixels } from '../contract/pixels'
import type { Profile } from '../contract/profile'
import type { Workers } from './workers'
import type { HeicDecoderClient } from './heic-decoder-client'
import { transferring } from './worker-client'

/** px: enough to fill a phone or laptop screen and to enlarge a detail. */
const MAX_PREVIEW_PX = 2048

export interface OpenPhotoOptions {
  readonly name?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** Called with a preview image where the browser can't show the file. */
  readonly onPreview?: ((picture: Blob) => void) | undefined
}

/**
 * Opens a file with the browser's decoder, which is the fastest; HEIC that the browser can't read, with the project's.
 * Errors: not-an-image, unsupported-format, damaged, too-large, out-of-memory; of the project's decoder also
 * assets-missing, aborted.
 */
export async function openPhoto(
  file: Blob,
  { name, signal, onPreview }: OpenPhotoOptions,
  { photo, heic }: Workers,
): Promise<OpenedPhoto> {
  let refusal: unknown
  try {
    return await photo.call(api => api.openFile(file, name))
  } catch (error) {
    refusal = error
  }
  const start = performance.now()
  const pixels = await decodeRefusedHeic(refusal, file, heic, signal)
  const decode = performance.now() - start
  const opened = await photo.call(api => api.openFile(file, name, transferring(pixels, [pixels.data.buffer])))
  if (onPreview) {
    const picture = await photo.call(api => api.createPreview(opened.id, null, MAX_PREVIEW_PX)).catch(() => null)
    if (picture && !signal?.aborted) onPreview(picture)
  }
  return { ...opened, timings: { ...opened.timings, decode } }
}

/** Context for checking photos in workers under a profile. */
export function createCheckContext(
  workers: Workers,
  profile: Profile,
  onPreview?: (picture: Blob) => void,
): FileCheckContext {
  return {
    workers,
    profile,
    openFile: (photo, signal) => openPhoto(photo, { name: getFileName(photo), signal, onPreview }, workers),
  }
}

/**
 * Decodes a file that the browser refused only because it can't read HEIC; any other refusal is rethrown.
 */
export async function decodeRefusedHeic(
  refusal: unknown,
  file: Blob,
  heic: HeicDecoderClient,
  signal?: AbortSignal,
): Promise<Pixels> {
  if (!(refusal instanceof PhotoError && refusal.reason === 'undecodable-heic')) throw refusal
  return heic.decode(file, signal)
}
