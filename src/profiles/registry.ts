import type { Profile, ProfileName, ProfileSummary } from '../contract/profile'
import general from './moe-2017-99.json'
import { PROFILE_NAMES } from './names'
import { parseProfile, ProfileError } from './parse'

/**
 * Every school is one JSON file beside this one. What is chosen by is always here, and the general rules; the others
 * come with src/library.ts, or when one of them is chosen (the page).
 */
const FIRST_IDS = ['hanjiang-2025', general.id]

const filesById = new Map<string, object>([[general.id, general]])
const parsedById = new Map<string, Profile>()

export function addProfileFiles(files: readonly { readonly id: string }[]): void {
  for (const file of files) filesById.set(file.id, file)
}

/** Every profile by what one looks for it, in the order of display, whether it is loaded or not. */
export const listProfileNames = (): ProfileName[] => sortForDisplay(PROFILE_NAMES)

export const isProfileLoaded = (id: string): boolean => filesById.has(id)

/** Loads every profile that is not there yet; at once where all are. Errors: any, where the file does not come. */
export async function loadProfiles(): Promise<void> {
  addProfileFiles((await import('./other-profiles')).PROFILE_FILES)
}

/** Of the profiles that are loaded: with the library, all. */
export function listProfiles(): ProfileSummary[] {
  return sortForDisplay([...filesById.values()] as Profile[]).map(({ id, name, version, source, search }) => ({
    id,
    name,
    version,
    source,
    ...(search === undefined ? {} : { search }),
  }))
}

/** Errors: ProfileError where there is no such profile. */
export function getProfile(id: string): Profile {
  const parsed = parsedById.get(id) ?? parseProfile(getFile(id))
  parsedById.set(id, parsed)
  return parsed
}

/**
 * A profile of ours as its file says it: what it leaves to the rules is left out. Errors: ProfileError where there is
 * no such profile.
 */
export const getProfileFile = (id: string): object => structuredClone(getFile(id))

/** An id of ours, or an object of the host's, validated. Errors: ProfileError naming the field. */
export function resolveProfile(profile: string | object): Profile {
  return typeof profile === 'string' ? getProfile(profile) : parseProfile(profile)
}

function getFile(id: string): object {
  const file = filesById.get(id)
  if (file) return file
  const ids = listProfiles().map(known => known.id)
  throw new ProfileError('id', `there is no profile "${id}"; there are ${ids.join(', ')}`)
}

const sortForDisplay = <T extends { readonly id: string }>(profiles: readonly T[]): T[] =>
  [...profiles].sort((a, b) => getDisplayRank(a.id) - getDisplayRank(b.id) || a.id.localeCompare(b.id))
const getDisplayRank = (id: string): number => FIRST_IDS.indexOf(id) + 1 || 3
