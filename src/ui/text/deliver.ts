import { locale } from '../../state/store'
import { deliverEn } from './deliver.en'
import { deliverZhCN, type DeliverWords } from './deliver.zh-CN'
import type { Locale } from '../../contract/locale'

const WORDS: Readonly<Record<Locale, DeliverWords>> = { 'zh-CN': deliverZhCN, en: deliverEn }

/** As `words()`; apart from them, so that only who has a batch loads them. */
export const deliverWords = (): DeliverWords => WORDS[locale.value]
