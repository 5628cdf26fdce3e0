import { locale } from '../../state/store'
import { en } from './en'
import { zhCN, type EditorWords } from './zh-CN'
import type { Locale } from '../../contract/locale'

const WORDS: Readonly<Record<Locale, EditorWords>> = { 'zh-CN': zhCN, en }

/** The editor's words in the locale in use. */
export const editorWords = (): EditorWords => WORDS[locale.value]
