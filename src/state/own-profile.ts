import { signal } from '@preact/signals'
import type { Profile } from '../contract/profile'

/** A profile that is not among ours, given by the address or by the page around this one. */

/** Stands for it wherever a profile's id stands; no id looks like this. */
export const OWN_PROFILE_ID = '#own'
export const ownProfile = signal<Profile | null>(null)

/** Why the profile that was asked for can't be used. */
export interface ProfileProblem {
  /**
   * unknown: there is no such id; refused: of another origin; unreachable: it did not arrive; invalid: a field is
   * wrong.
   */
  readonly code: 'profile-unknown' | 'profile-refused' | 'profile-unreachable' | 'profile-invalid'
  /** The field or the address, and what is wrong: in English, for the school's web team. */
  readonly path: string
  readonly problem: string
}
export const profileProblem = signal<ProfileProblem | null>(null)
/** One was asked for and is not here yet. */
export const isProfileAwaited = signal(false)

/** Only then is anything checked: never against numbers that nobody asked for. */
export const isProfileReady = (): boolean => !isProfileAwaited.value && profileProblem.value === null
