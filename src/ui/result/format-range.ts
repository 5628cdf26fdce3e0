import type { Check } from '../../contract/report'
import { locale } from '../../state/store'
import { formatValue } from '../../text'
import { getPageText } from '../text'

/** The limits of a check in words; null if they are a set of names, which the clause explains better. */
export function formatRange({
  limits: { min, max },
  unit,
}: {
  readonly limits: Pick<Check['limits'], 'min' | 'max'>
  readonly unit: string
}): string | null {
  const text = getPageText()
  const show = (value: number): string => formatValue(value, unit, locale.value)
  if (min !== undefined && max !== undefined) return min === max ? show(min) : text.between(show(min), show(max))
  return min !== undefined ? text.atLeast(show(min)) : max !== undefined ? text.atMost(show(max)) : null
}
