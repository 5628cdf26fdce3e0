import { batch, signal } from '@preact/signals'
import { isProfileLoaded, loadProfiles } from '../zhaojian'
import { isProfileAwaited, OWN_PROFILE_ID } from './own-profile'

/** The rules of the school chosen last did not come; told beside the choice, where the former school stays chosen. */
export const isChoiceMissing = signal(false)

/** Counts choices: only the last one counts. */
let choiceCount = 0
export const forgetChoice = (): number => ++choiceCount

/** Calls `use` once the profile is here: at once where it is loaded. Until then nothing is checked. */
export async function useOnceLoaded(id: string, use: () => void): Promise<void> {
  const choice = forgetChoice()
  isChoiceMissing.value = false
  if (id === OWN_PROFILE_ID || isProfileLoaded(id)) {
    use()
    return
  }
  isProfileAwaited.value = true
  await preloadProfiles()
  if (choice !== choiceCount) return
  batch(() => {
    isProfileAwaited.value = false
    if (isProfileLoaded(id)) use()
    else isChoiceMissing.value = true
  })
}

/** Begins when somebody is about to choose; a failure is told once a choice is made. */
export const preloadProfiles = (): Promise<void> =>
  loadProfiles().catch(error => console.warn('Zhaojian: the profiles could not be loaded.', error))
