import type { FileTarget } from '../contract/apis'
import type { Profile } from '../contract/profile'

interface Band {
  readonly min: number
  readonly max: number
}

/** Both ends of a check's limits; wide open where the profile does not ask. */
function band(profile: Profile, id: string, open: Band): Band {
  const { min = open.min, max = open.max } = profile.checks[id] ?? {}
  return { min, max }
}

/**
 * What the crop must meet under this profile (see crop/plan.ts). Where a school sets no pixels, nothing is reduced
 * below 640 lines or kept above 4,000.
 */
export function cropTargetOf(profile: Profile): {
  ratio: Profile['ratio']
  width: Band
  height: Band
  headTop: Band
  eyeLine: Band
  faceWidth: Band
  centre: Band
} {
  return {
    ratio: profile.ratio,
    width: band(profile, 'file.width', { min: 480, max: 3000 }),
    height: band(profile, 'file.height', { min: 640, max: 4000 }),
    headTop: band(profile, 'geometry.head-top', { min: 1, max: 200 }),
    eyeLine: band(profile, 'geometry.eye-line', { min: 120, max: 400 }),
    faceWidth: band(profile, 'geometry.face-width', { min: 100, max: 400 }),
    centre: band(profile, 'geometry.centre', { min: -40, max: 40 }),
  }
}

/** What the encoder must keep to under this profile. */
export function fileTargetOf(profile: Profile): FileTarget {
  const bytes = band(profile, 'file.bytes', { min: 1, max: 10_000_000 })
  return {
    minBytes: bytes.min,
    maxBytes: bytes.max,
    minQuality: band(profile, 'file.quality', { min: 30, max: 100 }).min,
    density: profile.density,
  }
}
