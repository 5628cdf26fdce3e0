import { PhotoError } from '../contract/failure'

/** A small canvas in a worker. Errors: unsupported-browser (Safari before 16.4). */
export function createWorkerCanvas(): OffscreenCanvas {
  if (typeof OffscreenCanvas === 'undefined') throw new PhotoError('unsupported-browser', 'no OffscreenCanvas')
  return new OffscreenCanvas(1, 1)
}
