import { locale } from '../../state/store'
import { deliverEn } from './deliver.en'
import { deliverZhCN, type DeliveryPanelText } from './deliver.zh-CN'
import type { Locale } from '../../contract/locale'

const DELIVERY_PANEL_TEXT: Readonly<Record<Locale, DeliveryPanelText>> = { 'zh-CN': deliverZhCN, en: deliverEn }

/** As `words()`; apart from them, so that only who has a batch loads them. */
export const getDeliveryPanelText = (): DeliveryPanelText => DELIVERY_PANEL_TEXT[locale.value]
