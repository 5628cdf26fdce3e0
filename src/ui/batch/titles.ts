import type { Check } from '../../contract/report'
import { locale } from '../../state/store'
import { explain } from '../../zhaojian'
import type { Locale } from '../../contract/locale'

const titlesByLocale: Record<Locale, Map<string, string>> = { 'zh-CN': new Map(), en: new Map() }

/** Title of a rule, independent of its value. Cached, because thousands of rows need the same few. */
export function getCheckTitle(id: string): string {
  const titles = titlesByLocale[locale.value]
  const title =
    titles.get(id) ??
    explain(
      {
        id,
        verdict: 'unknown',
        value: null,
        reason: 'not-run',
        unit: '',
        limits: { level: 'required' },
        score: null,
        regions: [],
        clause: '',
      },
      locale.value,
    ).title
  titles.set(id, title)
  return title
}

export const joinCheckTitles = (checks: readonly Check[], joiner: string): string =>
  checks.map(({ id }) => getCheckTitle(id)).join(joiner)
