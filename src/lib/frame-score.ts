import type { FrameQuantity } from '../contract/rule'

/**
 * Distance from 0 as a share of the limit on that side: 1 at the limit. Unknown counts as at the limit; a quantity
 * without a limit, or that the profile turns off, as 0.
 */
export function shareOfLimit(quantity: FrameQuantity | undefined): number {
  if (!quantity) return 0
  const { value, limits } = quantity
  if (typeof value !== 'number') return 1
  const limit = Math.abs((value < 0 ? limits.min : limits.max) ?? Infinity)
  return limit > 0 ? Math.abs(value) / limit : 0
}

/** The value of a quantity that should be large; its lower limit if unknown. */
export function valueOrLimit(quantity: FrameQuantity | undefined): number {
  return typeof quantity?.value === 'number' ? quantity.value : (quantity?.limits.min ?? 0)
}
