import { locale } from '../../state/store'
import { batchEn } from './batch.en'
import { batchZhCN, type BatchText } from './batch.zh-CN'
import type { Locale } from '../../contract/locale'

const BATCH_TEXT: Readonly<Record<Locale, BatchText>> = { 'zh-CN': batchZhCN, en: batchEn }

/** The batch screen's words, apart from the page's: a student never loads them. */
export const getBatchText = (): BatchText => BATCH_TEXT[locale.value]
