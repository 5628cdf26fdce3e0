import type { Pixels } from '../src/contract/pixels'
import type { Rect } from '../src/contract/space'
import { lanczosReduced } from '../src/export/lanczos'
import { cutPixels } from '../src/sources/photo-pixels'

/** The crop at width x height: the original pixels untouched where nothing is reduced, else resampled. Nothing is ever enlarged. */
export function cut(photo: Pixels, crop: Rect, width: number, height: number): Pixels {
  return crop.width === width && crop.height === height ? cutPixels(photo, crop) : lanczosReduced(photo, crop, width, height)
}
