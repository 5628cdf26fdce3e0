import { ruleOf } from '../contract/check-id'
import type { Check, Report } from '../contract/report'
import type { OverlayLayer } from '../contract/rule'
import { RULES } from '../rules/index'

/** The checks with regions on this overlay layer. */
export function findLayerChecks(layer: OverlayLayer, { checks }: Report): Check[] {
  return checks.filter(({ id, regions }) => regions.length > 0 && RULES.get(ruleOf(id))?.overlay === layer)
}
