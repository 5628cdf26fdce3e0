import { splitCheckId } from '../contract/check-id'
import type { Reason } from '../contract/reading'
import type { Check } from '../contract/report'
import type { QuantityText, Remark } from '../contract/rule'
import type { CommonText } from '../text/common-text'
import { RULES, getUnit } from '../rules/index'
import { formatValue, COMMON_TEXT } from '../text/index'
import type { Locale } from '../contract/locale'

export interface Explanation {
  title: string
  /** What the check's number is of, where the title doesn't say; else null. */
  measure: string | null
  finding: string
  advice: string
  /** The advice as spoken during live checking. */
  live: string
  /** Alternative wording for a user who makes no progress with it. */
  stuck: string
}

/**
 * The texts of a check: title, finding, advice. They are not part of the report, so that it can be shown in any locale
 * later. `canSave`: false where the report has no crop, so that no advice says to save the file.
 */
export function explain(check: Check, locale: Locale, { canSave = true }: { canSave?: boolean } = {}): Explanation {
  const { title, measure = null, finding, unsaved, ...remark } = buildRemark(check, locale)
  const advice = canSave ? remark.advice : (unsaved ?? remark.advice)
  const { live = advice, stuck = advice } = remark
  return { title, measure, finding, advice, live, stuck }
}

export interface CheckDescription {
  title: string
  unit: string
  /** Texts of enumerated values, by value. */
  values: Readonly<Record<string, string>>
}

/** The texts of a check without a measurement; null for an id that no rule has. */
export function describeCheck(id: string, locale: Locale): CheckDescription | null {
  const [rule, quantity] = splitCheckId(id)
  const text = RULES.get(rule)?.text[locale][quantity]
  return text ? { title: text.title, unit: getUnit(id), values: text.values ?? {} } : null
}

type TitledRemark = Remark & Pick<QuantityText, 'title' | 'measure'>

function buildRemark(check: Check, locale: Locale): TitledRemark {
  const [rule, quantity] = splitCheckId(check.id)
  const text = RULES.get(rule)?.text[locale][quantity]
  const words = COMMON_TEXT[locale]
  if (!text) return { title: check.id, finding: String(check.value ?? ''), advice: '' }
  const head = { title: text.title, ...(text.measure === undefined ? {} : { measure: text.measure }) }
  if (check.value === null) return { ...head, ...buildUnknownRemark(check, text, words) }
  return { ...head, ...buildValueRemark(check, text, locale) }
}

function buildUnknownRemark(check: Check, text: QuantityText, words: CommonText): Remark {
  const id = check.reason as Reason
  const reason = words.reasons[id] ?? words.reasons.failed
  return {
    ...reason,
    ...text.unknown?.[id],
    ...(reason.live ? { live: `${text.title}${words.colon}${reason.live}` } : {}),
  }
}

function buildValueRemark(check: Check, text: QuantityText, locale: Locale): Remark {
  const words = COMMON_TEXT[locale]
  const fill = (template: string): string => fillTemplate(template, check, text, locale)
  const remark = selectRemark(check, text)
  if (remark) return { ...remark, finding: fill(remark.finding), advice: fill(remark.advice) }
  if (isMissed(check))
    return {
      finding: `${formatValue(check.value!, check.unit, locale)} ${words.outOfLimits}`,
      advice: check.clause || words.outOfLimits,
    }
  return check.verdict === 'warn'
    ? { finding: `${fill(text.fine)} ${words.closeToLimit}`, advice: words.closeToLimitAdvice }
    : { finding: fill(text.fine), advice: words.nothingToDo }
}

function isMissed({ verdict, limits }: Check): boolean {
  return verdict === 'fail' || (verdict === 'warn' && limits.level === 'advised')
}

function selectRemark(check: Check, text: QuantityText): Remark | undefined {
  if (!isMissed(check)) return undefined
  const {
    value,
    limits: { min = -Infinity, max = Infinity, oneOf },
  } = check
  if (oneOf && !oneOf.includes(value!)) return text.wrong
  if (typeof value !== 'number') return undefined
  return value < min ? text.low : value > max ? text.high : undefined
}

function fillTemplate(
  template: string,
  { value, unit, limits: { min, max, oneOf = [] } }: Check,
  text: QuantityText,
  locale: Locale,
): string {
  const show = (one: number | string | boolean | undefined | null): string =>
    one === undefined || one === null
      ? '–'
      : typeof one === 'string'
        ? nameValue(one, text, locale)
        : formatValue(one, unit, locale)
  const amount = typeof value === 'number' ? Math.abs(value) : value
  return template
    .replace('{value}', show(value))
    .replace('{amount}', show(amount))
    .replace('{min}', show(min))
    .replace('{max}', show(max))
    .replace('{values}', oneOf.map(show).join(getSeparator(locale)))
}

/** A name, or several joined by commas, in words; ids that have none are shown as they are. */
const nameValue = (value: string, { values = {} }: QuantityText, locale: Locale): string =>
  values[value] ??
  value
    .split(',')
    .map(one => values[one] ?? one)
    .join(getSeparator(locale))

const getSeparator = (locale: Locale): string => (locale === 'en' ? ', ' : '、')
