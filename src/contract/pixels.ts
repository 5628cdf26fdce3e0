/** 8-bit sRGB, RGBA interleaved, rows from the top; alpha is 255 everywhere (transparent input was laid on white). */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

/**
 * A rectangle of the photo, possibly reduced, never enlarged. Patch point (u, v) lies at source point (x + u / scale, y
 * + v / scale); both have pixel corners at whole numbers.
 */
export interface Patch {
  readonly pixels: Pixels
  /** Source pixels of the patch's top-left corner. */
  readonly x: number
  readonly y: number
  /** Patch pixels per source pixel, 0 < scale <= 1. */
  readonly scale: number
}

/** Confidence that a pixel belongs to the person, 0..255, stretched over the whole photo (its own width and height). */
export interface Mask {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}
