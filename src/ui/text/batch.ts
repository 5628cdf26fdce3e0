import { locale } from '../../state/store'
import { batchEn } from './batch.en'
import { batchZhCN, type BatchText } from './batch.zh-CN'
import type { Locale } from '../../contract/locale'

const BATCH_TEXT: Readonly<Record<Locale, BatchText>> = { 'zh-CN': batchZhCN, en: batchEn }

/** Texts of the batch screen; separate, so that students don't load them. */
export const getBatchText = (): BatchText => BATCH_TEXT[locale.value]
