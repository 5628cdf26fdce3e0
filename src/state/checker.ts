import type { Profile, ProfileName } from '../contract/profile'
import { chosenBackground } from './background-choice'
import { OWN_PROFILE_ID, ownProfile } from './own-profile'
import { chooseBackground, createChecker, getProfile, listProfileNames } from '../zhaojian'
import { createProgressTracker, type LoadProgress } from './load-progress'
import type { Checker, Progress } from '../contract/library'
import type { Locale } from '../contract/locale'

/** The page's only checker instance, for the current profile. */
let currentChecker: { readonly profile: Profile; readonly checker: Promise<Checker>; isLoaded: boolean } | null = null

export const profiles: readonly ProfileName[] = listProfileNames()
/** OWN_PROFILE_ID stands for the profile given by address or host, while there is one. */
export function getProfileById(id: string): Profile {
  const whole = id === OWN_PROFILE_ID && ownProfile.value ? ownProfile.value : getProfile(id)
  const background = chosenBackground.value
  if (lastChoice?.whole !== whole || lastChoice.background !== background)
    lastChoice = { whole, background, profile: chooseBackground(whole, background) }
  return lastChoice.profile
}
/** Kept, so that the same choice is the same profile, and the checker stays. */
let lastChoice: { readonly whole: Profile; readonly background: string | null; readonly profile: Profile } | null = null

export const findProfileId = (id: string | null): string | undefined => profiles.find(summary => summary.id === id)?.id

export interface CheckerStart {
  readonly locale: Locale
  readonly onProgress: (progress: LoadProgress) => void
  /** Waited for before the models begin to load. */
  readonly before?: () => Promise<void>
}

export const isCheckerLoaded = (): boolean => currentChecker?.isLoaded ?? false

/** The profile's checker, created if needed. A failed start is discarded, so that the next call tries again. */
export function getChecker(id: string, { locale, onProgress, before }: CheckerStart): Promise<Checker> {
  const profile = getProfileById(id)
  if (currentChecker?.profile === profile) return currentChecker.checker
  closeChecker()
  const track = createProgressTracker(() => performance.now())
  const options = { profile, locale, onProgress: (progress: Progress) => onProgress(track(progress)) }
  const checker = Promise.resolve(before?.()).then(() => createChecker(options))
  const entry = { profile, checker, isLoaded: false }
  currentChecker = entry
  checker.then(
    () => {
      entry.isLoaded = true
    },
    () => {
      if (currentChecker === entry) currentChecker = null
    },
  )
  return checker
}

export function closeChecker(): void {
  void currentChecker?.checker.then(
    checker => checker.close(),
    () => {},
  )
  currentChecker = null
}
