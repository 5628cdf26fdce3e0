import type { CropPlan } from '../contract/crop'
import type { Profile } from '../contract/profile'
import type { LiveReport } from '../contract/report'

/**
 * The guide frame for the head, in frame pixels: the crop that would be cut; without a face, the largest centred crop
 * of the profile's aspect ratio.
 */
export function planGuide(
  plan: CropPlan | null,
  { width, height }: { readonly width: number; readonly height: number },
  { ratio: [a, b] }: Profile,
): LiveReport['guide'] {
  if (plan?.feasible) return { ...plan.crop, fits: true }
  const unit = Math.min(width / a, height / b)
  const size = { width: a * unit, height: b * unit }
  return { x: (width - size.width) / 2, y: (height - size.height) / 2, ...size, fits: false }
}
