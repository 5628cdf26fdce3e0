import { locale } from '../../state/store'
import { en } from './en'
import { zhCN, type Words } from './zh-CN'
import type { Locale } from '../../contract/locale'

const WORDS: Readonly<Record<Locale, Words>> = { 'zh-CN': zhCN, en }

/** The page's words in the locale in use; a component that calls it is drawn again when the locale changes. */
export const words = (): Words => WORDS[locale.value]
