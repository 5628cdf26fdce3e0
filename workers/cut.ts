import type { Pixels } from '../src/contract/pixels'
import type { Rect } from '../src/contract/space'
import { readBands, readPixels } from '../src/sources/photo-pixels'
import { LanczosReducer } from '../src/export/lanczos'

/** The crop at width x height: the original pixels untouched where nothing is reduced, else resampled. Nothing is ever enlarged. */
export function cut(bitmap: ImageBitmap, crop: Rect, width: number, height: number): Pixels {
  if (crop.width === width && crop.height === height) return readPixels(bitmap, crop)
  const reducer = new LanczosReducer(crop.width, crop.height, width, height)
  readBands(bitmap, crop, rows => reducer.feed(rows))
  return reducer.pixels()
}
