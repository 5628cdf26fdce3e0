import { PhotoError } from '../contract/failure'

export interface SizeLimits { readonly minBytes: number; readonly maxBytes: number; readonly minQuality: number }

export interface QualitySearch<T> {
  readonly limits: SizeLimits
  /** Encodes the whole picture. */
  readonly encode: (quality: number) => T
  readonly sizeOf: (encoded: T) => number
  /** Size of the whole picture estimated from a part of it, cheaply. */
  readonly estimate: (quality: number) => number
}

/** Estimates from a part of the picture are trusted when they miss the limit by more than this share. */
const TRUST = 0.06

/**
 * The highest whole quality whose file fits. The estimate says where it lies; the picture itself is then encoded there, and at its
 * neighbours only where the estimate leaves it open. The least size is met by quality alone, never by padding.
 * Errors: no-crop where even `minQuality` is above `maxBytes`; too-small where even quality 100 is below `minBytes`.
 */
export function searchQuality<T>({ limits, encode, sizeOf, estimate }: QualitySearch<T>): { encoded: T; quality: number; encodes: number } {
  const { minBytes, maxBytes, minQuality } = limits
  const estimates = new Map<number, number>()
  const estimated = (quality: number): number => { const known = estimates.get(quality) ?? estimate(quality); estimates.set(quality, known); return known }
  let [low, high] = [minQuality, 100]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (estimated(middle) <= maxBytes) low = middle; else high = middle - 1
  }
  let quality = low
  let best: { encoded: T; quality: number } | null = null
  let encodes = 0
  let correction = 1
  for (; quality >= minQuality && quality <= 100;) {
    const encoded = encode(quality)
    const size = sizeOf(encoded)
    encodes++
    correction = size / estimated(quality)
    if (size <= maxBytes) {
      best = { encoded, quality }
      // Is the next one out of reach for certain?
      if (quality === 100 || estimated(quality + 1) * correction > maxBytes * (1 + TRUST / 3)) break
      quality++
    } else {
      if (best) break
      do quality--; while (quality > minQuality && estimated(quality) * correction > maxBytes * (1 + TRUST))
    }
  }
  if (!best) throw new PhotoError('no-crop', `more than ${maxBytes} bytes at quality ${minQuality}`)
  if (sizeOf(best.encoded) < minBytes) throw new PhotoError('too-small', `fewer than ${minBytes} bytes at quality ${best.quality}`)
  return { ...best, encodes }
}
