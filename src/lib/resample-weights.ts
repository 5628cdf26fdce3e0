/** For each output sample: index of the first source sample, and `taps` weights from there, which sum to 1. */
export interface Weights {
  readonly first: Int32Array
  readonly weights: Float32Array
  readonly taps: number
}

/** Weights of a kernel with `radius` source samples around an output sample's centre. Edge samples are repeated. */
function buildWeights(source: number, output: number, radius: number, kernel: (distance: number) => number): Weights {
  const ratio = source / output
  const taps = Math.min(source, Math.ceil(2 * radius) + 1)
  const first = new Int32Array(output)
  const weights = new Float32Array(output * taps)
  for (let i = 0; i < output; i++) {
    const centre = (i + 0.5) * ratio - 0.5
    const start = Math.ceil(centre - radius)
    first[i] = Math.max(0, Math.min(source - taps, start))
    let sum = 0
    for (let from = start; from <= centre + radius; from++) {
      const weight = kernel(from - centre)
      weights[i * taps + Math.max(0, Math.min(source - 1, from)) - first[i]!]! += weight
      sum += weight
    }
    for (let tap = 0; tap < taps; tap++) weights[i * taps + tap]! /= sum
  }
  return { first, weights, taps }
}

const LANCZOS_LOBES = 3
const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x))

/** Lanczos-3: preserves sharpness. */
export function buildLanczosWeights(source: number, output: number): Weights {
  const ratio = source / output
  return buildWeights(source, output, LANCZOS_LOBES * ratio, distance => {
    const x = distance / ratio
    return Math.abs(x) < LANCZOS_LOBES ? sinc(x) * sinc(x / LANCZOS_LOBES) : 0
  })
}

/** Mean over exactly an output sample's area: cheap and without ringing. */
export function buildAreaWeights(source: number, output: number): Weights {
  const half = source / output / 2
  // Overlap of a source sample, 1 wide, with the interval of `half` around the centre.
  return buildWeights(source, output, half + 0.5, distance => Math.max(0, Math.min(1, half + 0.5 - Math.abs(distance))))
}
