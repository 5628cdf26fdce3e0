import type { Profile } from '../contract/profile'

/**
 * The profile with one of its backgrounds alone, which the test centre has named; all of them where it has no such
 * background.
 */
export function chooseBackground(profile: Profile, id: string | null): Profile {
  const chosen = profile.backgrounds?.find(background => background.id === id)
  const limit = profile.checks['background.colour']
  if (!chosen || !limit) return profile
  return {
    ...profile,
    checks: { ...profile.checks, 'background.colour': { ...limit, references: chosen.references } },
  }
}
