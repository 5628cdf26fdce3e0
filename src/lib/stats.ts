/** The quantile at `share`, linearly interpolated; NaN for no values. Does not modify its input. */
export function quantile(values: ArrayLike<number>, share: number): number {
  const copy = Float64Array.from(values)
  if (!copy.length) return NaN
  const at = share * (copy.length - 1)
  const low = Math.floor(at)
  const below = quickselect(copy, low)
  if (at === low) return below
  // After quickselect no element to the right is smaller, so the next value is the minimum of those.
  let above = Infinity
  for (let i = low + 1; i < copy.length; i++) above = Math.min(above, copy[i]!)
  return below + (at - low) * (above - below)
}

/** Returns the element that sorting would put at index `place` (Hoare's quickselect); reorders `values` around it. */
function quickselect(values: Float64Array, place: number): number {
  let [left, right] = [0, values.length - 1]
  while (left < right) {
    const pivot = values[(left + right) >> 1]!
    let [i, j] = [left, right]
    while (i <= j) {
      while (values[i]! < pivot) i++
      while (values[j]! > pivot) j--
      if (i <= j) {
        const swap = values[i]!
        values[i++] = values[j]!
        values[j--] = swap
      }
    }
    if (place <= j) right = j
    else if (place >= i) left = i
    else break
  }
  return values[place]!
}

export const median = (values: ArrayLike<number>): number => quantile(values, 0.5)
