import { PhotoError } from '../contract/failure'

export interface SizeLimits {
  readonly minBytes: number
  readonly maxBytes: number
  readonly minQuality: number
}

export interface QualitySearch<T> {
  readonly limits: SizeLimits
  /** Encodes the whole picture. */
  readonly encode: (quality: number) => T
  readonly sizeOf: (encoded: T) => number
  /** Estimates the size of the whole picture cheaply, from a sample. */
  readonly estimate: (quality: number) => number
}

const BEST_QUALITY = 100
/** Maximum relative error of an estimate that was calibrated by the actual size one quality step away. */
const MAX_ESTIMATE_ERROR_RATIO = 0.02

/**
 * Finds the highest integer quality whose file fits. Estimates give a first guess; the whole picture is encoded there,
 * and at neighbouring qualities only where the estimate is inconclusive. `minBytes` is reached by quality alone, never
 * by padding. Errors: no-crop if even `minQuality` exceeds `maxBytes`; too-small if even the best quality is below
 * `minBytes`.
 */
export function searchQuality<T>({
  limits: { minBytes, maxBytes, minQuality },
  encode,
  sizeOf,
  estimate,
}: QualitySearch<T>): { encoded: T; quality: number; encodes: number } {
  const estimates = new Map<number, number>()
  const getEstimate = (quality: number): number => {
    const bytes = estimates.get(quality) ?? estimate(quality)
    estimates.set(quality, bytes)
    return bytes
  }
  let best: { encoded: T; quality: number } | null = null
  let encodes = 0
  let knownTooLarge = BEST_QUALITY + 1
  for (
    let quality = guessQuality(getEstimate, minQuality, maxBytes);
    quality >= minQuality && quality < knownTooLarge;
  ) {
    const encoded = encode(quality)
    encodes++
    const correction = sizeOf(encoded) / getEstimate(quality)
    const surelyTooLarge = (other: number): boolean =>
      getEstimate(other) * correction > maxBytes * (1 + MAX_ESTIMATE_ERROR_RATIO)
    if (sizeOf(encoded) <= maxBytes) {
      best = { encoded, quality }
      quality++
      if (quality < knownTooLarge && surelyTooLarge(quality)) break
    } else {
      knownTooLarge = quality
      // The quality below fits, so this is the highest that does.
      if (best) break
      do quality--
      while (quality > minQuality && surelyTooLarge(quality))
    }
  }
  if (!best) throw new PhotoError('no-crop', `more than ${maxBytes} bytes at quality ${minQuality}`)
  if (sizeOf(best.encoded) < minBytes)
    throw new PhotoError('too-small', `fewer than ${minBytes} bytes at quality ${best.quality}`)
  return { ...best, encodes }
}

/**
 * The highest quality whose estimate fits, alternating interpolation of the logarithm of the size (which is nearly
 * linear) and bisection.
 */
function guessQuality(estimated: (quality: number) => number, minQuality: number, maxBytes: number): number {
  let [low, high] = [minQuality, BEST_QUALITY]
  if (estimated(high) <= maxBytes) return high
  if (estimated(low) > maxBytes) return low
  for (let round = 0; high - low > 1; round++) {
    const [small, large] = [Math.log(estimated(low)), Math.log(estimated(high))]
    const share = round % 2 || large <= small ? 0.5 : (Math.log(maxBytes) - small) / (large - small)
    const middle = Math.max(low + 1, Math.min(high - 1, Math.round(low + share * (high - low))))
    if (estimated(middle) <= maxBytes) low = middle
    else high = middle
  }
  return low
}
