import type { Lab } from '../contract/reading'

export interface Sample {
  readonly u: number
  readonly v: number
  readonly lab: Lab
}

/** 1, u, v, u², uv, v²: a tilt and a bow, which is what light on a wall and a lens's vignette make. */
const SIZE = 6
/** Residual (deltaE76) from which a sample counts less, and beyond which (Tukey) not at all. */
const REACH = 9
const ROUNDS = 12
/** No coefficient moves by more than this (deltaE): the fit stands. */
const SETTLED = 0.02

/**
 * A smooth (quadratic) surface through the samples, fitted robustly (Tukey's biweight, starting from the plain of
 * medians), so that a
 * door's strip or a shadow's edge stands out of it instead of bending it. `u`, `v` about -1..1.
 */
export function fitSmoothSurface(samples: readonly Sample[]): (u: number, v: number) => Lab {
  const n = samples.length
  const basis = new Float64Array(SIZE * n)
  samples.forEach(({ u, v }, i) => basis.set([1, u, v, u * u, u * v, v * v], SIZE * i))
  const values = [
    samples.map(({ lab }) => lab.L),
    samples.map(({ lab }) => lab.a),
    samples.map(({ lab }) => lab.b),
  ].map(channel => Float64Array.from(channel))
  let coefficients: Float64Array[] = values.map(channel => Float64Array.of(medianOf(channel), 0, 0, 0, 0, 0))
  const residuals = new Float64Array(n)
  const weights = new Float64Array(n)
  for (let round = 0; round < ROUNDS; round++) {
    // Wide at first, so that a strong gradient is followed before it is taken for an outlier.
    const reach = REACH * Math.max(1, 5 - round)
    residuals.fill(0)
    values.forEach((channel, c) => {
      for (let i = 0; i < n; i++) residuals[i]! += (channel[i]! - valueAt(coefficients[c]!, basis, SIZE * i)) ** 2
    })
    for (let i = 0; i < n; i++) weights[i] = Math.max(0, 1 - residuals[i]! / (reach * reach)) ** 2
    const before = coefficients
    coefficients = weightedLeastSquares(basis, values, weights)
    if (
      reach === REACH &&
      coefficients.every((channel, c) => channel.every((value, i) => Math.abs(value - before[c]![i]!) < SETTLED))
    )
      break
  }
  return (u, v) => {
    const terms = Float64Array.of(1, u, v, u * u, u * v, v * v)
    const [L, a, b] = coefficients.map(c => valueAt(c, terms, 0)) as [number, number, number]
    return { L, a, b }
  }
}

function medianOf(values: Float64Array): number {
  return Float64Array.from(values).sort()[values.length >> 1] ?? 0
}

function valueAt(coefficients: Float64Array, basis: Float64Array, at: number): number {
  let sum = 0
  for (let i = 0; i < SIZE; i++) sum += coefficients[i]! * basis[at + i]!
  return sum
}

/**
 * By the normal equations, with a little ridge so that a thin background does not bend freely. One matrix serves all
 * channels.
 */
function weightedLeastSquares(
  basis: Float64Array,
  values: readonly Float64Array[],
  weights: Float64Array,
): Float64Array[] {
  const width = SIZE + values.length
  const matrix = Array.from({ length: SIZE }, (_, i) => {
    const row = new Float64Array(width)
    row[i] = i === 0 ? 1e-6 : 0.05
    return row
  })
  for (let s = 0; s < weights.length; s++) {
    const weight = weights[s]!
    if (weight === 0) continue
    for (let i = 0; i < SIZE; i++) {
      const row = matrix[i]!
      const part = weight * basis[SIZE * s + i]!
      for (let j = 0; j < SIZE; j++) row[j]! += part * basis[SIZE * s + j]!
      for (let c = 0; c < values.length; c++) row[SIZE + c]! += part * values[c]![s]!
    }
  }
  // Gauss-Jordan; the ridge keeps every pivot above zero, because the matrix is symmetric and positive.
  for (let pivot = 0; pivot < SIZE; pivot++) {
    const own = matrix[pivot]!
    for (let i = 0; i < SIZE; i++) {
      if (i === pivot) continue
      const other = matrix[i]!
      const factor = other[pivot]! / own[pivot]!
      for (let j = pivot; j < width; j++) other[j]! -= factor * own[j]!
    }
  }
  return values.map((_, c) =>
    Float64Array.from({ length: SIZE }, (_unused, i) => matrix[i]![SIZE + c]! / matrix[i]![i]!),
  )
}
