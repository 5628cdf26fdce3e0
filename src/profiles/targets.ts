import type { FileTarget } from '../contract/apis'
import type { Profile } from '../contract/profile'

interface Interval {
  readonly min: number
  readonly max: number
}

/** Both ends of a check's limits; wide open where the profile does not ask. */
function getInterval(profile: Profile, id: string, open: Interval): Interval {
  const { min = open.min, max = open.max } = profile.checks[id] ?? {}
  return { min, max }
}

/**
 * What the crop must meet under this profile (see crop/plan.ts). Where a school sets no pixels, nothing is reduced
 * below 640 lines or kept above 4,000.
 */
export function toCropTarget(profile: Profile): {
  ratio: Profile['ratio']
  width: Interval
  height: Interval
  headTop: Interval
  eyeLine: Interval
  faceWidth: Interval
  centre: Interval
} {
  return {
    ratio: profile.ratio,
    width: getInterval(profile, 'file.width', { min: 480, max: 3000 }),
    height: getInterval(profile, 'file.height', { min: 640, max: 4000 }),
    headTop: getInterval(profile, 'geometry.head-top', { min: 1, max: 200 }),
    eyeLine: getInterval(profile, 'geometry.eye-line', { min: 120, max: 400 }),
    faceWidth: getInterval(profile, 'geometry.face-width', { min: 100, max: 400 }),
    centre: getInterval(profile, 'geometry.centre', { min: -40, max: 40 }),
  }
}

/** What the encoder must keep to under this profile. */
export function toFileTarget(profile: Profile): FileTarget {
  const bytes = getInterval(profile, 'file.bytes', { min: 1, max: 10_000_000 })
  return {
    minBytes: bytes.min,
    maxBytes: bytes.max,
    minQuality: getInterval(profile, 'file.quality', { min: 30, max: 100 }).min,
    density: profile.density,
  }
}
