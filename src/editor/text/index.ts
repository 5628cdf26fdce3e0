import { locale } from '../../state/store'
import { en } from './en'
import { zhCN, type EditorText } from './zh-CN'
import type { Locale } from '../../contract/locale'

const EDITOR_TEXT: Readonly<Record<Locale, EditorText>> = { 'zh-CN': zhCN, en }

/** The editor's words in the locale in use. */
export const getEditorText = (): EditorText => EDITOR_TEXT[locale.value]
