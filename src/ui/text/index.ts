import { locale } from '../../state/store'
import { en } from './en'
import { zhCN, type PageText } from './zh-CN'
import type { Locale } from '../../contract/locale'

const PAGE_TEXT: Readonly<Record<Locale, PageText>> = { 'zh-CN': zhCN, en }

/** The page's texts in the current locale; a component that calls it is rerendered when the locale changes. */
export const getPageText = (): PageText => PAGE_TEXT[locale.value]

export type { PageText }
