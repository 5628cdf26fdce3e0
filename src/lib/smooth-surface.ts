import type { Lab } from '../contract/reading'

export interface Sample { readonly u: number; readonly v: number; readonly lab: Lab }

const terms = (u: number, v: number): number[] => [1, u, v, u * u, u * v, v * v]
const CHANNELS = ['L', 'a', 'b'] as const
/** Residual (deltaE76) from which a sample counts less, and beyond which (Tukey) not at all. */
const REACH = 9
const ROUNDS = 12

/**
 * A smooth (quadratic) surface through the samples, fitted robustly (Tukey's biweight, starting from the plain of medians), so that a
 * strip, a shadow's edge or an object does not bend it. u and v are about -1..1. Gives the surface's colour anywhere.
 */
export function fitSmoothSurface(samples: readonly Sample[]): (u: number, v: number) => Lab {
  const middle = (channel: keyof Lab): number => samples.map(({ lab }) => lab[channel]).sort((a, b) => a - b)[samples.length >> 1]!
  let coefficients = CHANNELS.map(channel => [middle(channel), 0, 0, 0, 0, 0])
  const at = (u: number, v: number): Lab => {
    const t = terms(u, v)
    const [L, a, b] = coefficients.map(c => c.reduce((sum, value, i) => sum + value * t[i]!, 0)) as [number, number, number]
    return { L, a, b }
  }
  for (let round = 0; round < ROUNDS; round++) {
    // Wide at first, so that a strong gradient is followed before it is taken for an outlier.
    const reach = REACH * Math.max(1, 5 - round)
    const weights = samples.map(({ u, v, lab }) => {
      const expected = at(u, v)
      const residual = Math.hypot(lab.L - expected.L, lab.a - expected.a, lab.b - expected.b) / reach
      return residual < 1 ? (1 - residual * residual) ** 2 : 0
    })
    coefficients = CHANNELS.map(channel => solve(samples, weights, channel))
  }
  return at
}

/** Weighted least squares by the normal equations, with a little ridge so that a thin background does not bend freely. */
function solve(samples: readonly Sample[], weights: readonly number[], channel: keyof Lab): number[] {
  const size = 6
  const matrix = Array.from({ length: size }, (_, i) => Array.from({ length: size + 1 }, (_, j) => i === j ? (i === 0 ? 1e-6 : 0.05) : 0))
  samples.forEach(({ u, v, lab }, index) => {
    const weight = weights[index]!
    if (weight === 0) return
    const t = terms(u, v)
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) matrix[i]![j]! += weight * t[i]! * t[j]!
      matrix[i]![size]! += weight * t[i]! * lab[channel]
    }
  })
  for (let pivot = 0; pivot < size; pivot++) {
    const best = matrix.slice(pivot).reduce((found, row, i) => Math.abs(row[pivot]!) > Math.abs(matrix[found]![pivot]!) ? pivot + i : found, pivot)
    ;[matrix[pivot], matrix[best]] = [matrix[best]!, matrix[pivot]!]
    for (let row = pivot + 1; row < size; row++) {
      const factor = matrix[row]![pivot]! / (matrix[pivot]![pivot]! || 1e-12)
      for (let column = pivot; column <= size; column++) matrix[row]![column]! -= factor * matrix[pivot]![column]!
    }
  }
  const solution = new Array<number>(size).fill(0)
  for (let row = size - 1; row >= 0; row--) {
    const rest = solution.reduce((sum, value, column) => column > row ? sum + value * matrix[row]![column]! : sum, 0)
    solution[row] = (matrix[row]![size]! - rest) / (matrix[row]![row]! || 1e-12)
  }
  return solution
}
