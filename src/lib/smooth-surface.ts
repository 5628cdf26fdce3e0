import type { Lab } from '../contract/reading'

export interface SurfaceSample {
  readonly u: number
  readonly v: number
  readonly lab: Lab
}

/** 1, u, v, u², uv, v²: tilt and curvature, as caused by lighting and lens vignetting. */
const COEFFICIENT_COUNT = 6
/** Residual (deltaE76) from which a sample counts less, and beyond which (Tukey) it is ignored. */
const OUTLIER_DELTA_E = 9
const MAX_ROUNDS = 12
/** Converged once no coefficient changes by more than this (deltaE). */
const CONVERGED_DELTA_E = 0.02

/**
 * Fits a smooth (quadratic) surface to the samples robustly (Tukey's biweight, starting from the medians), so that a
 * door or a shadow's edge becomes an outlier instead of bending the surface. `u`, `v` about -1..1.
 */
export function fitSmoothSurface(samples: readonly SurfaceSample[]): (u: number, v: number) => Lab {
  const n = samples.length
  const basis = new Float64Array(COEFFICIENT_COUNT * n)
  samples.forEach(({ u, v }, i) => basis.set([1, u, v, u * u, u * v, v * v], COEFFICIENT_COUNT * i))
  const values = [
    samples.map(({ lab }) => lab.L),
    samples.map(({ lab }) => lab.a),
    samples.map(({ lab }) => lab.b),
  ].map(channel => Float64Array.from(channel))
  let coefficients: Float64Array[] = values.map(channel => Float64Array.of(medianOf(channel), 0, 0, 0, 0, 0))
  const residuals = new Float64Array(n)
  const weights = new Float64Array(n)
  for (let round = 0; round < MAX_ROUNDS; round++) {
    // Wide in the first rounds, so that a strong gradient is fitted before it could be rejected as an outlier.
    const reach = OUTLIER_DELTA_E * Math.max(1, 5 - round)
    residuals.fill(0)
    values.forEach((channel, c) => {
      for (let i = 0; i < n; i++)
        residuals[i]! += (channel[i]! - evaluateSurface(coefficients[c]!, basis, COEFFICIENT_COUNT * i)) ** 2
    })
    for (let i = 0; i < n; i++) weights[i] = Math.max(0, 1 - residuals[i]! / (reach * reach)) ** 2
    const before = coefficients
    coefficients = solveWeightedLeastSquares(basis, values, weights)
    if (
      reach === OUTLIER_DELTA_E &&
      coefficients.every((channel, c) =>
        channel.every((value, i) => Math.abs(value - before[c]![i]!) < CONVERGED_DELTA_E),
      )
    )
      break
  }
  return (u, v) => {
    const terms = Float64Array.of(1, u, v, u * u, u * v, v * v)
    const [L, a, b] = coefficients.map(c => evaluateSurface(c, terms, 0)) as [number, number, number]
    return { L, a, b }
  }
}

function medianOf(values: Float64Array): number {
  return Float64Array.from(values).sort()[values.length >> 1] ?? 0
}

function evaluateSurface(coefficients: Float64Array, basis: Float64Array, at: number): number {
  let sum = 0
  for (let i = 0; i < COEFFICIENT_COUNT; i++) sum += coefficients[i]! * basis[at + i]!
  return sum
}

/**
 * Solves the normal equations, with a small ridge term that stabilises the fit on a narrow background. One matrix
 * serves all channels.
 */
function solveWeightedLeastSquares(
  basis: Float64Array,
  values: readonly Float64Array[],
  weights: Float64Array,
): Float64Array[] {
  const width = COEFFICIENT_COUNT + values.length
  const matrix = Array.from({ length: COEFFICIENT_COUNT }, (_, i) => {
    const row = new Float64Array(width)
    row[i] = i === 0 ? 1e-6 : 0.05
    return row
  })
  for (let s = 0; s < weights.length; s++) {
    const weight = weights[s]!
    if (weight === 0) continue
    for (let i = 0; i < COEFFICIENT_COUNT; i++) {
      const row = matrix[i]!
      const part = weight * basis[COEFFICIENT_COUNT * s + i]!
      for (let j = 0; j < COEFFICIENT_COUNT; j++) row[j]! += part * basis[COEFFICIENT_COUNT * s + j]!
      for (let c = 0; c < values.length; c++) row[COEFFICIENT_COUNT + c]! += part * values[c]![s]!
    }
  }
  // Gauss-Jordan; the ridge keeps every pivot above zero, because the matrix is symmetric and positive.
  for (let pivot = 0; pivot < COEFFICIENT_COUNT; pivot++) {
    const pivotRow = matrix[pivot]!
    for (let i = 0; i < COEFFICIENT_COUNT; i++) {
      if (i === pivot) continue
      const other = matrix[i]!
      const factor = other[pivot]! / pivotRow[pivot]!
      for (let j = pivot; j < width; j++) other[j]! -= factor * pivotRow[j]!
    }
  }
  return values.map((_, c) =>
    Float64Array.from(
      { length: COEFFICIENT_COUNT },
      (_unused, i) => matrix[i]![COEFFICIENT_COUNT + c]! / matrix[i]![i]!,
    ),
  )
}
