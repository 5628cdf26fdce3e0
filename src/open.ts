import type { OpenedPhoto } from './contract/apis'
import { PhotoError } from './contract/failure'
import type { Crew } from './crew'
import { handOver } from './vision/worker-client'

export interface Opening {
  readonly name?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** Wants a picture to show where the browser can't show the file. */
  readonly onPreview?: ((picture: Blob) => void) | undefined
}

/**
 * Opens a file: with the browser's decoder, which is the fastest, and where that can't read HEIC, with the project's.
 * Errors: not-an-image, unsupported-format, damaged, too-large, out-of-memory; of the project's decoder also assets-missing, aborted.
 */
export async function openPhoto(file: Blob, { name, signal, onPreview }: Opening, { photo, heic }: Crew): Promise<OpenedPhoto> {
  try { return await photo.call(api => api.openFile(file, name)) } catch (error) {
    if (!(error instanceof PhotoError && error.code === 'unsupported-format' && error.message === 'image/heic')) throw error
  }
  const start = performance.now()
  const pixels = await heic.decode(file, signal)
  const decode = performance.now() - start
  const opened = await photo.call(api => api.openFile(file, name, handOver(pixels, [pixels.data.buffer])))
  if (onPreview) {
    const picture = await photo.call(api => api.preview(opened.id)).catch(() => null)
    if (picture && !signal?.aborted) onPreview(picture)
  }
  return { ...opened, timings: { ...opened.timings, decode } }
}
