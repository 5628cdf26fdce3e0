import { locale } from '../../state/store'
import { batchEn } from './batch.en'
import { batchZhCN, type BatchWords } from './batch.zh-CN'
import type { Locale } from '../../contract/locale'

const WORDS: Readonly<Record<Locale, BatchWords>> = { 'zh-CN': batchZhCN, en: batchEn }

/** The batch screen's words, apart from the page's: a student never loads them. */
export const batchWords = (): BatchWords => WORDS[locale.value]
