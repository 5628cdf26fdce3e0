import type { Profile, ProfileSummary } from '../contract/profile'
import { parseProfile, ProfileError } from './parse'

/** Every school is one JSON file beside this one; base.json is what they extend. */
const FILES = import.meta.glob<unknown>(['./*.json', '!./base.json'], { eager: true, import: 'default' })
const DEFAULT = 'hanjiang-2025'

let parsed: ReadonlyMap<string, Profile> | undefined

function profiles(): ReadonlyMap<string, Profile> {
  parsed ??= new Map(
    Object.values(FILES)
      .map(parseProfile)
      .sort((a, b) => rank(a.id) - rank(b.id) || a.id.localeCompare(b.id))
      .map(profile => [profile.id, profile]),
  )
  return parsed
}
const rank = (id: string): number => [DEFAULT, 'moe-2017-99'].indexOf(id) + 1 || 3

export function listProfiles(): ProfileSummary[] {
  return [...profiles().values()].map(({ id, name, version, source }) => ({ id, name, version, source }))
}

/** Errors: ProfileError where there is no such profile. */
export function getProfile(id: string): Profile {
  const profile = profiles().get(id)
  if (!profile)
    throw new ProfileError('id', `there is no profile "${id}"; there are ${[...profiles().keys()].join(', ')}`)
  return profile
}

/**
 * A profile of ours as its file says it: what it leaves to the rules is left out. Errors: ProfileError where there is
 * no such profile.
 */
export function getProfileFile(id: string): object {
  const { id: known } = getProfile(id)
  return structuredClone(Object.values(FILES).find(file => (file as { id: string }).id === known) as object)
}

/** An id of ours, or an object of the host's, validated. Errors: ProfileError naming the field. */
export function resolveProfile(profile: string | object): Profile {
  return typeof profile === 'string' ? getProfile(profile) : parseProfile(profile)
}
