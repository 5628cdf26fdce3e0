import { PhotoError } from '../contract/failure'
import { getFailureText } from './index'
import { LOCALES, matchLocale, type Locale } from '../contract/locale'

/** The locale asked for, else the page's, else the browser's, else the first; outside a browser there is no page. */
export function resolveLocale(asked: Locale | undefined): Locale {
  if (asked && LOCALES.includes(asked)) return asked
  const pageTag = globalThis.document?.documentElement.lang ?? ''
  const browserTags = globalThis.navigator?.languages ?? []
  for (const tag of [pageTag, ...browserTags]) {
    const locale = matchLocale(tag)
    if (locale) return locale
  }
  return LOCALES[0]
}

/**
 * The same failure with words for the student. What is no expected failure is a bug of ours: logged with its stack, and
 * told as one.
 */
export function localiseFailure(error: unknown, locale: Locale): PhotoError {
  const failure = toPhotoError(error)
  const words = getFailureText(failure.code, locale)
  const detail = failure.code === 'assets-missing' ? ` (${failure.message})` : ''
  return new PhotoError(failure.code, words + detail, { cause: error })
}

function toPhotoError(error: unknown): PhotoError {
  if (error instanceof PhotoError) return error
  if (error instanceof DOMException && error.name === 'AbortError')
    return new PhotoError('aborted', 'aborted', { cause: error })
  console.error(error)
  return new PhotoError('unexpected', String(error), { cause: error })
}
