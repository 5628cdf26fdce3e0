import { signal } from '@preact/signals'
import type { Profile } from '../contract/profile'

/** A profile that is not built in, given by the URL or the host page. */

/** Stands for it wherever a profile id is expected; built-in ids never start with `#`. */
export const OWN_PROFILE_ID = '#own'
export const ownProfile = signal<Profile | null>(null)

/** Why the requested profile can't be used. */
export interface ProfileProblem {
  /** unknown: no such id; refused: cross-origin; unreachable: not loaded; invalid: a field is wrong. */
  readonly code: 'profile-unknown' | 'profile-refused' | 'profile-unreachable' | 'profile-invalid'
  /** The field or URL and what is wrong with it, in English for the school's web team. */
  readonly path: string
  readonly problem: string
}
export const profileProblem = signal<ProfileProblem | null>(null)
/** A profile was requested and is not loaded yet. */
export const isProfileAwaited = signal(false)

/** Only then is anything checked: never against a profile that was not requested. */
export const isProfileReady = (): boolean => !isProfileAwaited.value && profileProblem.value === null
