/** Value below which `share` of the values lie, linear between neighbours; NaN of nothing. Does not change its input. */
export function quantile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort()
  if (!sorted.length) return NaN
  const at = share * (sorted.length - 1)
  const low = Math.floor(at)
  return sorted[low]! + (at - low) * (sorted[Math.min(low + 1, sorted.length - 1)]! - sorted[low]!)
}

export const median = (values: ArrayLike<number>): number => quantile(values, 0.5)

/** Standard deviation estimated from the median absolute deviation: outliers up to half of the values don't move it. */
export function robustDeviation(values: ArrayLike<number>): number {
  const centre = median(values)
  return 1.4826 * median(Float64Array.from(values, value => Math.abs(value - centre)))
}
