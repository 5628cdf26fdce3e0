import type { Profile, ProfileSummary } from '../contract/profile'
import { parseProfile, ProfileError } from './parse'

/** Every school is one JSON file beside this one. */
const PROFILE_FILES = import.meta.glob<unknown>('./*.json', { eager: true, import: 'default' })
const DEFAULT_PROFILE_ID = 'hanjiang-2025'

let profilesById: ReadonlyMap<string, Profile> | undefined

function getProfiles(): ReadonlyMap<string, Profile> {
  profilesById ??= new Map(
    Object.values(PROFILE_FILES)
      .map(parseProfile)
      .sort((a, b) => getDisplayRank(a.id) - getDisplayRank(b.id) || a.id.localeCompare(b.id))
      .map(profile => [profile.id, profile]),
  )
  return profilesById
}
const getDisplayRank = (id: string): number => [DEFAULT_PROFILE_ID, 'moe-2017-99'].indexOf(id) + 1 || 3

export function listProfiles(): ProfileSummary[] {
  return [...getProfiles().values()].map(({ id, name, version, source, search }) => ({
    id,
    name,
    version,
    source,
    ...(search === undefined ? {} : { search }),
  }))
}

/** Errors: ProfileError where there is no such profile. */
export function getProfile(id: string): Profile {
  const profile = getProfiles().get(id)
  if (!profile)
    throw new ProfileError('id', `there is no profile "${id}"; there are ${[...getProfiles().keys()].join(', ')}`)
  return profile
}

/**
 * A profile of ours as its file says it: what it leaves to the rules is left out. Errors: ProfileError where there is
 * no such profile.
 */
export function getProfileFile(id: string): object {
  const { id: known } = getProfile(id)
  return structuredClone(Object.values(PROFILE_FILES).find(file => (file as { id: string }).id === known) as object)
}

/** An id of ours, or an object of the host's, validated. Errors: ProfileError naming the field. */
export function resolveProfile(profile: string | object): Profile {
  return typeof profile === 'string' ? getProfile(profile) : parseProfile(profile)
}
