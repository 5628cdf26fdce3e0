import { describe, expect, it } from 'vitest'
import { fitSmoothSurface, type SurfaceSample } from './smooth-surface'

const grid = (lab: (u: number, v: number) => { L: number; a: number; b: number }): SurfaceSample[] =>
  Array.from({ length: 40 * 40 }, (_, i) => {
    const [u, v] = [(i % 40) / 20 - 1, Math.floor(i / 40) / 20 - 1]
    return { u, v, lab: lab(u, v) }
  })

describe('fitSmoothSurface', () => {
  it('follows a tilt and a bow', () => {
    const at = fitSmoothSurface(grid((u, v) => ({ L: 70 - 8 * u - 6 * (u * u + v * v), a: 3 * v, b: -20 })))
    for (const [u, v] of [
      [0, 0],
      [0.9, -0.9],
      [-0.5, 0.7],
    ] as const) {
      expect(at(u, v).L).toBeCloseTo(70 - 8 * u - 6 * (u * u + v * v), 1)
      expect(at(u, v).a).toBeCloseTo(3 * v, 1)
      expect(at(u, v).b).toBeCloseTo(-20, 1)
    }
  })
  it('lets a door’s strip stand out instead of bending to it', () => {
    const at = fitSmoothSurface(grid(u => (u < -0.75 ? { L: 30, a: 5, b: 10 } : { L: 75, a: -8, b: -32 })))
    expect(at(-0.95, 0).L).toBeGreaterThan(70)
    expect(at(0.5, 0.5).L).toBeCloseTo(75, 0)
  })
})
