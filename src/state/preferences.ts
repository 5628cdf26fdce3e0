import { knownProfile } from './engine'
import { LOCALES } from '../contract/locale'
import type { Locale } from '../contract/locale'

/**
 * What the address says, then what was chosen last time on this device, then the browser, then zh-CN. No photo and no
 * result is ever kept.
 */
const LOCALE_KEY = 'zhaojian.locale'
const PROFILE_KEY = 'zhaojian.profile'
const OFFLINE_KEY = 'zhaojian.offline'

const asked = (name: string): string | null => new URLSearchParams(location.search).get(name)

// Storage throws where the browser forbids it (private windows, third-party frames); the page then simply forgets.
function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    /* forgotten, see above */
  }
}

export function initialLocale(): Locale {
  for (const tag of [asked('lang'), remembered(LOCALE_KEY), ...navigator.languages]) {
    const found = LOCALES.find(one => tag?.toLowerCase().split('-')[0] === one.split('-')[0])
    if (found) return found
  }
  return 'zh-CN'
}

export function initialProfile(): string {
  return knownProfile(asked('profile')) ?? knownProfile(remembered(PROFILE_KEY)) ?? 'hanjiang-2025'
}

export const rememberLocale = (locale: Locale): void => remember(LOCALE_KEY, locale)
export const rememberProfile = (id: string): void => remember(PROFILE_KEY, id)

/** Whether this device was told that the page works without a network. */
export const offlineWasTold = (): boolean => remembered(OFFLINE_KEY) !== null
export const rememberOfflineTold = (): void => remember(OFFLINE_KEY, 'told')
