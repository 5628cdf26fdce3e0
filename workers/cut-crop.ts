import type { Pixels } from '../src/contract/pixels'
import type { Rect } from '../src/contract/space'
import { buildLanczosWeights } from '../src/lib/resample-weights'
import type { Resampler } from '../src/lib/resampler'
import { cutPixels } from '../src/sources/photo-pixels'

/**
 * The crop at width x height: the original pixels untouched where nothing is reduced, else resampled. Nothing is ever
 * enlarged.
 */
export function cutCrop(photo: Pixels, crop: Rect, width: number, height: number, resampler: Resampler): Pixels {
  return crop.width === width && crop.height === height
    ? cutPixels(photo, crop)
    : resampler.reduce(photo, crop, width, height, buildLanczosWeights)
}
