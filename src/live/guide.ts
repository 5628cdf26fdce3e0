import type { CropPlan } from '../contract/crop'
import type { Profile } from '../contract/profile'
import type { LiveReport } from '../contract/report'

/**
 * Where to draw the frame in which the head should stand: the very crop that would be cut. Without a face, the largest
 * crop of the profile's ratio in the middle. Frame pixels.
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
