import { isProfileLoaded } from '../zhaojian'
import { findProfileId } from './checker'
import { LOCALES } from '../contract/locale'
import type { Locale } from '../contract/locale'

/**
 * Order of precedence: the URL, then this device's last choice, then the browser, then zh-CN. Photos and results are
 * never stored.
 */
const LOCALE_KEY = 'zhaojian.locale'
const PROFILE_KEY = 'zhaojian.profile'
const OFFLINE_KEY = 'zhaojian.offline'

const getUrlParameter = (name: string): string | null => new URLSearchParams(location.search).get(name)

// Storage throws where the browser forbids it (private windows, third-party frames); nothing is remembered then.
function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
function writeStored(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    /* not remembered, see above */
  }
}

export function getInitialLocale(): Locale {
  for (const tag of [getUrlParameter('lang'), readStored(LOCALE_KEY), ...navigator.languages]) {
    const match = LOCALES.find(locale => tag?.toLowerCase().split('-')[0] === locale.split('-')[0])
    if (match) return match
  }
  return 'zh-CN'
}

/** The general rules, for whoever has not said which school it is; always loaded (src/profiles/registry.ts). */
const GENERAL_PROFILE_ID = 'moe-2017-99'

/** The profile named by the URL or chosen last; null where the student has not chosen yet. */
const findChosenProfileId = (): string | null =>
  findProfileId(getUrlParameter('profile')) ?? findProfileId(readStored(PROFILE_KEY)) ?? null
export const hasChosenProfile = (): boolean => findChosenProfileId() !== null
/** Its rules may not be loaded yet. */
export const getRememberedProfileId = (): string => findChosenProfileId() ?? GENERAL_PROFILE_ID
/** The remembered profile if its rules are here, else the general one. */
export function getInitialProfileId(): string {
  const id = getRememberedProfileId()
  return isProfileLoaded(id) ? id : GENERAL_PROFILE_ID
}

export const rememberLocale = (locale: Locale): void => writeStored(LOCALE_KEY, locale)
export const rememberProfile = (id: string): void => writeStored(PROFILE_KEY, id)

/** Whether this device was already shown the notice that the page works offline. */
export const wasOfflineAnnounced = (): boolean => readStored(OFFLINE_KEY) !== null
export const rememberOfflineAnnounced = (): void => writeStored(OFFLINE_KEY, 'told')
