import type { CropPlan } from '../src/contract/crop'
import type { Pixels } from '../src/contract/pixels'
import { buildLanczosWeights } from '../src/lib/resample-weights'
import type { Resampler } from '../src/lib/resampler'
import { cutPixels } from '../src/sources/photo-pixels'

/** The planned crop at its output size: original pixels if no downscaling is needed, else resampled; never upscaled. */
export function cutCrop(
  photo: Pixels,
  { crop, outputWidth, outputHeight }: Pick<CropPlan, 'crop' | 'outputWidth' | 'outputHeight'>,
  resampler: Resampler,
): Pixels {
  return crop.width === outputWidth && crop.height === outputHeight
    ? cutPixels(photo, crop)
    : resampler.reduce(photo, crop, { width: outputWidth, height: outputHeight }, buildLanczosWeights)
}
