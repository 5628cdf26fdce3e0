import type { Pixels } from '../contract/pixels'
import type { Rect } from '../contract/space'
import { lanczosWeights } from '../lib/resample-weights'
import type { Resampler } from '../lib/resampler'
import { cutPixels } from '../sources/photo-pixels'

/** The crop at width x height: the original pixels untouched where nothing is reduced, else resampled. Nothing is ever enlarged. */
export function cut(photo: Pixels, crop: Rect, width: number, height: number, resampler: Resampler): Pixels {
  return crop.width === width && crop.height === height ? cutPixels(photo, crop) : resampler.reduce(photo, crop, width, height, lanczosWeights)
}
