import { expect, it } from 'vitest'
import type { Profile } from '../contract/profile'
import { toCropTarget, toFileTarget } from './targets'

const createProfile = (checks: Record<string, { min?: number; max?: number }> = {}): Profile =>
  ({
    ratio: [2, 3],
    density: 350,
    checks: Object.fromEntries(Object.entries(checks).map(([id, limit]) => [id, { level: 'required', ...limit }])),
  }) as unknown as Profile

it('where a school asks for nothing, a crop keeps to the general sizes', () => {
  expect(toCropTarget(createProfile())).toEqual({
    ratio: [2, 3],
    width: { min: 480, max: 3000 },
    height: { min: 640, max: 4000 },
    headTop: { min: 1, max: 200 },
    eyeLine: { min: 120, max: 400 },
    faceWidth: { min: 100, max: 400 },
    centre: { min: -40, max: 40 },
  })
})

it('a crop keeps to every limit that the school sets', () => {
  expect(
    toCropTarget(
      createProfile({
        'file.width': { min: 1, max: 2 },
        'file.height': { min: 3, max: 4 },
        'geometry.head-top': { min: 5, max: 6 },
        'geometry.eye-line': { min: 7, max: 8 },
        'geometry.face-width': { min: 9, max: 10 },
        'geometry.centre': { min: -11, max: 12 },
      }),
    ),
  ).toEqual({
    ratio: [2, 3],
    width: { min: 1, max: 2 },
    height: { min: 3, max: 4 },
    headTop: { min: 5, max: 6 },
    eyeLine: { min: 7, max: 8 },
    faceWidth: { min: 9, max: 10 },
    centre: { min: -11, max: 12 },
  })
})

it('an end that the school leaves open stays the general one', () => {
  expect(toCropTarget(createProfile({ 'file.width': { min: 600 }, 'file.height': { max: 900 } }))).toMatchObject({
    width: { min: 600, max: 3000 },
    height: { min: 640, max: 900 },
  })
})

it('a file keeps to the school’s bytes, quality and density, and else to the general ones', () => {
  expect(toFileTarget(createProfile())).toEqual({ minBytes: 1, maxBytes: 10_000_000, minQuality: 30, density: 350 })
  expect(
    toFileTarget(createProfile({ 'file.bytes': { min: 20_480, max: 40_960 }, 'file.quality': { min: 75, max: 90 } })),
  ).toEqual({ minBytes: 20_480, maxBytes: 40_960, minQuality: 75, density: 350 })
})
