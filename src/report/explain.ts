import { splitCheckId } from '../contract/check-id'
import type { Reason } from '../contract/reading'
import type { Check } from '../contract/report'
import type { QuantityText, Remark } from '../contract/rule'
import { RULES, getUnit } from '../rules/index'
import { formatValue, COMMON_TEXT } from '../text/index'
import type { Locale } from '../contract/locale'

export interface Explanation {
  title: string
  finding: string
  advice: string
  /** The advice as spoken during live checking. */
  live: string
  /** Alternative wording for a user who makes no progress with it. */
  stuck: string
}

/**
 * The texts of a check: title, finding, advice. They are not part of the report, so that it can be shown in any locale
 * later.
 */
export function explain(check: Check, locale: Locale): Explanation {
  const { title, finding, advice, live = advice, stuck = advice } = buildRemark(check, locale)
  return { title, finding, advice, live, stuck }
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

function buildRemark(check: Check, locale: Locale): Remark & { readonly title: string } {
  const [rule, quantity] = splitCheckId(check.id)
  const text = RULES.get(rule)?.text[locale][quantity]
  const words = COMMON_TEXT[locale]
  if (!text) return { title: check.id, finding: String(check.value ?? ''), advice: '' }
  const fill = (template: string): string => fillTemplate(template, check, text, locale)
  if (check.value === null) {
    const reason = words.reasons[check.reason as Reason] ?? words.reasons.failed
    return {
      ...reason,
      title: text.title,
      advice: text.unknown ?? reason.advice,
      ...(reason.live ? { live: `${text.title}${words.colon}${reason.live}` } : {}),
    }
  }
  const remark = selectRemark(check, text)
  if (remark) return { ...remark, title: text.title, finding: fill(remark.finding), advice: fill(remark.advice) }
  if (isMissed(check))
    return {
      title: text.title,
      finding: `${formatValue(check.value, check.unit, locale)} ${words.outOfLimits}`,
      advice: check.clause || words.outOfLimits,
    }
  return check.verdict === 'warn'
    ? { title: text.title, finding: `${fill(text.fine)} ${words.closeToLimit}`, advice: words.closeToLimitAdvice }
    : { title: text.title, finding: fill(text.fine), advice: words.nothingToDo }
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
        ? (text.values?.[one] ?? one)
        : formatValue(one, unit, locale)
  const amount = typeof value === 'number' ? Math.abs(value) : value
  return template
    .replace('{value}', show(value))
    .replace('{amount}', show(amount))
    .replace('{min}', show(min))
    .replace('{max}', show(max))
    .replace('{values}', oneOf.map(show).join(locale === 'en' ? ', ' : '、'))
}
