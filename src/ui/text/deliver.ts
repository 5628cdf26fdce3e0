import { locale } from '../../state/store'
import { deliverEn } from './deliver.en'
import { deliverZhCN, type DeliveryPanelText } from './deliver.zh-CN'
import type { Locale } from '../../contract/locale'

const DELIVERY_PANEL_TEXT: Readonly<Record<Locale, DeliveryPanelText>> = { 'zh-CN': deliverZhCN, en: deliverEn }

/** Like `getPageText()`; separate, so that it is loaded only with the batch. */
export const getDeliveryPanelText = (): DeliveryPanelText => DELIVERY_PANEL_TEXT[locale.value]
