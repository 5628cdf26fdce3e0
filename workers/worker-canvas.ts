import { PhotoError } from '../src/contract/failure'

/** A canvas for a task's WebGL. Errors: unsupported-browser. */
export function workerCanvas(): OffscreenCanvas {
  if (typeof OffscreenCanvas === 'undefined') throw new PhotoError('unsupported-browser', 'no OffscreenCanvas')
  return new OffscreenCanvas(1, 1)
}
