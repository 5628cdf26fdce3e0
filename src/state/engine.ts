import type { Profile, ProfileSummary } from '../contract/profile'
import { OWN, ownProfile } from './own-profile'
import { createChecker, getProfile, listProfiles } from '../zhaojian'
import type { Checker, Progress } from '../contract/library'
import type { Locale } from '../contract/locale'

/** The one place of the page that holds the library: one checker, for the profile in use. */
let current: { readonly profile: Profile; readonly checker: Promise<Checker> } | null = null

export const profiles: readonly ProfileSummary[] = listProfiles()
/** OWN is the one that is not among ours, while there is one. */
export const profileById = (id: string): Profile => (id === OWN && ownProfile.value ? ownProfile.value : getProfile(id))
export const knownProfile = (id: string | null): string | undefined => profiles.find(one => one.id === id)?.id

/**
 * The checker of the profile, started where it is not there yet. A failed start is forgotten, so that the next call
 * tries again.
 */
export function getChecker(id: string, locale: Locale, onProgress: (progress: Progress) => void): Promise<Checker> {
  const profile = profileById(id)
  if (current?.profile === profile) return current.checker
  closeChecker()
  const checker = createChecker({ profile, locale, onProgress })
  const own = { profile, checker }
  current = own
  checker.catch(() => {
    if (current === own) current = null
  })
  return checker
}

export function closeChecker(): void {
  void current?.checker.then(
    checker => checker.close(),
    () => {},
  )
  current = null
}
