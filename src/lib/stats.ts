/**
 * Value below which `share` of the values lie, linear between neighbours; NaN of nothing. Does not change its input.
 */
export function quantile(values: ArrayLike<number>, share: number): number {
  const copy = Float64Array.from(values)
  if (!copy.length) return NaN
  const at = share * (copy.length - 1)
  const low = Math.floor(at)
  const below = quickselect(copy, low)
  if (at === low) return below
  // What lies right of a selected place is not smaller: the next value is the least of it.
  let above = Infinity
  for (let i = low + 1; i < copy.length; i++) above = Math.min(above, copy[i]!)
  return below + (at - low) * (above - below)
}

/**
 * The value that sorting would put at `place` (Hoare's quickselect); leaves smaller ones to its left and larger ones
 * to its right.
 */
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
