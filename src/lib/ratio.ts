type Ratio = readonly [number, number]

/** The ratio in lowest terms: [390, 567] is [130, 189]. */
export function reduceRatio([a, b]: Ratio): Ratio {
  let [divisor, rest] = [a, b]
  while (rest) [divisor, rest] = [rest, divisor % rest]
  return [a / divisor, b / divisor]
}
