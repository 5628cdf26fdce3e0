import type { Check, Report } from '../../contract/report'
import { locale } from '../../state/store'
import { explain } from '../../zhaojian'

/** The check's texts in the page's language; where the photo has no crop, none says to save. */
export const explainCheck = (check: Check, { crop }: Pick<Report, 'crop'>): ReturnType<typeof explain> =>
  explain(check, locale.value, { canSave: crop !== null })
