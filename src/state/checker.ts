import type { Profile, ProfileSummary } from '../contract/profile'
import { OWN_PROFILE_ID, ownProfile } from './own-profile'
import { createChecker, getProfile, listProfiles } from '../zhaojian'
import type { Checker, Progress } from '../contract/library'
import type { Locale } from '../contract/locale'

/** The one place of the page that holds the library: one checker, for the profile in use. */
let currentChecker: { readonly profile: Profile; readonly checker: Promise<Checker> } | null = null

export const profiles: readonly ProfileSummary[] = listProfiles()
/** OWN is the one that is not among ours, while there is one. */
export const getProfileById = (id: string): Profile =>
  id === OWN_PROFILE_ID && ownProfile.value ? ownProfile.value : getProfile(id)
export const findProfileId = (id: string | null): string | undefined => profiles.find(one => one.id === id)?.id

/**
 * The checker of the profile, started where it is not there yet. A failed start is forgotten, so that the next call
 * tries again.
 */
export function getChecker(id: string, locale: Locale, onProgress: (progress: Progress) => void): Promise<Checker> {
  const profile = getProfileById(id)
  if (currentChecker?.profile === profile) return currentChecker.checker
  closeChecker()
  const checker = createChecker({ profile, locale, onProgress })
  const own = { profile, checker }
  currentChecker = own
  checker.catch(() => {
    if (currentChecker === own) currentChecker = null
  })
  return checker
}

export function closeChecker(): void {
  void currentChecker?.checker.then(
    checker => checker.close(),
    () => {},
  )
  currentChecker = null
}
