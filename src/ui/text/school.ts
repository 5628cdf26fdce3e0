import { locale } from '../../state/store'
import { schoolEn } from './school.en'
import { schoolZhCN, type SchoolText } from './school.zh-CN'

export type { SchoolText }

const TEXTS = { 'zh-CN': schoolZhCN, en: schoolEn }
export const getSchoolText = (): SchoolText => TEXTS[locale.value]
