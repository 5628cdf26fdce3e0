/** Every language that the project has words in; the first is told where nothing better is known. */
export const LOCALES = ['zh-CN', 'en'] as const

export type Locale = (typeof LOCALES)[number]
export type LocalisedText = Readonly<Record<Locale, string>>

const getLanguage = (tag: string): string => tag.split('-')[0]!.toLowerCase()

/** The locale of a language tag as browsers and pages write it ('zh-TW', 'en-GB'); null where we have no words. */
export const matchLocale = (tag: string): Locale | null =>
  LOCALES.find(locale => getLanguage(locale) === getLanguage(tag)) ?? null
