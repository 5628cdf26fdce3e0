import { isFailureCode, PhotoError } from '../contract/failure'
import { getFailureText } from './index'
import { LOCALES } from '../contract/locale'
import type { Locale } from '../contract/locale'

/** The locale asked for, else the page's, else the browser's, else zh-CN. */
export function resolveLocale(asked: Locale | undefined): Locale {
  if (asked && LOCALES.includes(asked)) return asked
  for (const tag of [document.documentElement.lang, ...navigator.languages]) {
    if (/^zh\b/i.test(tag)) return 'zh-CN'
    if (/^en\b/i.test(tag)) return 'en'
  }
  return 'zh-CN'
}

/** The same failure with words for the student. What is not an expected failure is a bug and passes as it is. */
export function localiseFailure(error: unknown, locale: Locale): unknown {
  if (error instanceof DOMException && error.name === 'AbortError')
    return localiseFailure(new PhotoError('aborted', 'aborted', { cause: error }), locale)
  const name = error instanceof Error ? error.name : ''
  if (!isFailureCode(name)) return error
  return new PhotoError(name, getFailureText(name, locale), { cause: error })
}
