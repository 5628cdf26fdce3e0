/** Ranks from 1; equal values get their mean rank. */
function toRanks(values: readonly number[]): number[] {
  const order = values.map((value, i) => ({ value, i })).sort((a, b) => a.value - b.value)
  const ranked = new Array<number>(values.length)
  for (let from = 0; from < order.length;) {
    let to = from
    while (to + 1 < order.length && order[to + 1]!.value === order[from]!.value) to++
    for (let k = from; k <= to; k++) ranked[order[k]!.i] = (from + to) / 2 + 1
    from = to + 1
  }
  return ranked
}

/** Spearman's rank correlation with mean ranks for ties; NaN if either side is constant. */
export function computeSpearman(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [toRanks(a), toRanks(b)]
  const mean = (a.length + 1) / 2
  let [xy, xx, yy] = [0, 0, 0]
  for (let i = 0; i < x.length; i++) {
    xy += (x[i]! - mean) * (y[i]! - mean)
    xx += (x[i]! - mean) ** 2
    yy += (y[i]! - mean) ** 2
  }
  return xy / Math.sqrt(xx * yy)
}
