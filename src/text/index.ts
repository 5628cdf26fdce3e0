import type { FailureCode } from '../contract/failure'
import type { Unit } from '../contract/reading'
import type { CommonText } from './common-text'
import { en } from './en'
import { zhCN } from './zh-CN'
import type { Locale } from '../contract/locale'

export const COMMON_TEXT: Readonly<Record<Locale, CommonText>> = { 'zh-CN': zhCN, en }

export function getFailureText(code: FailureCode, locale: Locale): string {
  return COMMON_TEXT[locale].failures[code]
}

const DECIMALS: Readonly<Record<Unit, number>> = {
  '': 2,
  px: 0,
  deg: 1,
  ratio: 0,
  deltaE: 1,
  'L*': 0,
  levels: 1,
  count: 0,
  bytes: 0,
  dpi: 0,
  quality: 0,
  detail: 2,
}

/**
 * A measured value or a limit with its unit, as a person reads it: shares as percent, ratios beyond 1 as such, bytes
 * as KB.
 */
export function formatValue(value: number | string | boolean, unit: string, locale: Locale): string {
  const words = COMMON_TEXT[locale]
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'string') return value
  const known = unit as Unit
  // A ratio of two lights, not a share of something.
  if (known === 'ratio' && value > 1) return `${value.toFixed(1)} : 1`
  const [shown, decimals] =
    known === 'ratio'
      ? [100 * value, Math.abs(value) < 0.1 && value !== 0 ? 1 : 0]
      : known === 'bytes'
        ? [value / 1024, value < 102_400 ? 1 : 0]
        : [value, DECIMALS[known] ?? 2]
  const rounded = shown.toFixed(decimals).replace(/^-(0(\.0*)?)$/, '$1')
  return (words.units[known] ?? '{n}').replace('{n}', known === '' ? String(Number(shown.toFixed(4))) : rounded)
}
