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
  /** Size of the whole picture estimated from a part of it, cheaply. */
  readonly estimate: (quality: number) => number
}

const BEST_QUALITY = 100
/** An estimate that was corrected by the whole picture's size one step away misses by less than this share. */
const MAX_ESTIMATE_ERROR_RATIO = 0.02

/**
 * The highest whole quality whose file fits. Estimates say where it lies; the picture itself is then encoded there, and
 * at its neighbours only where the estimate leaves it open. The least size is met by quality alone, never by padding.
 * Errors: no-crop where even `minQuality` is above `maxBytes`; too-small where even the best quality is below
 * `minBytes`.
 */
export function searchQuality<T>({
  limits: { minBytes, maxBytes, minQuality },
  encode,
  sizeOf,
  estimate,
}: QualitySearch<T>): { encoded: T; quality: number; encodes: number } {
  const estimates = new Map<number, number>()
  const estimated = (quality: number): number => {
    const known = estimates.get(quality) ?? estimate(quality)
    estimates.set(quality, known)
    return known
  }
  let best: { encoded: T; quality: number } | null = null
  let encodes = 0
  let knownTooLarge = BEST_QUALITY + 1
  for (let quality = guessQuality(estimated, minQuality, maxBytes); quality >= minQuality && quality < knownTooLarge;) {
    const encoded = encode(quality)
    encodes++
    const correction = sizeOf(encoded) / estimated(quality)
    const surelyTooLarge = (other: number): boolean =>
      estimated(other) * correction > maxBytes * (1 + MAX_ESTIMATE_ERROR_RATIO)
    if (sizeOf(encoded) <= maxBytes) {
      best = { encoded, quality }
      quality++
      if (quality < knownTooLarge && surelyTooLarge(quality)) break
    } else {
      knownTooLarge = quality
      // The one below fits: it is the highest that does.
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
 * The highest quality whose estimate fits, by interpolating the logarithm of the size (which is almost straight) and
 * by halving in turn.
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
