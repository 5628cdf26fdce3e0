import type { CropPlan } from '../contract/crop'
import type { Reading, Unit } from '../contract/reading'
import type { Need, Readings, Rule } from '../contract/rule'
import type { Scene } from '../contract/scene'

/** Every rule, by id. A rule is found by its folder; there is no second list to edit. */
export const RULES: ReadonlyMap<string, Rule> = new Map(
  Object.values(import.meta.glob<{ default: Rule }>('./*/index.ts', { eager: true }))
    .map(({ default: rule }) => [rule.id, rule] as const),
)

const MISSING = { face: 'no-face', person: 'no-person', file: 'no-file', crop: 'no-crop' } as const satisfies Record<Exclude<Need, 'parts'>, string>

function missingNeed(rule: Rule, scene: Scene, plan: CropPlan | null): Reading | null {
  for (const need of rule.needs) {
    const there = need === 'crop' ? plan !== null : need === 'face' ? scene.face !== null && scene.head !== null : scene[need] !== null
    if (there) continue
    if (need === 'parts') return { unknown: scene.partsAbsent }
    const ran = need !== 'face' || scene.faceCount !== null
    return { unknown: ran ? MISSING[need] : 'not-run' }
  }
  return null
}

/**
 * Readings of every quantity of every rule. A rule whose need is missing, or that throws, reads as unknown for itself alone.
 * `onError` hears of a throw: an unknown with reason 'failed' is a bug, not a finding.
 */
export function measureAll(scene: Scene, plan: CropPlan | null, onError: (rule: string, error: unknown) => void = () => {}): Readings {
  const readings: Record<string, Reading> = {}
  for (const rule of RULES.values()) {
    let measured: Readings
    const missing = missingNeed(rule, scene, plan)
    const all = (reading: Reading): Readings => Object.fromEntries(Object.keys(rule.quantities).map(name => [name, reading]))
    if (missing) measured = all(missing)
    else {
      try { measured = rule.measure(scene, plan) } catch (error) {
        onError(rule.id, error)
        measured = all({ unknown: 'failed' })
      }
    }
    for (const [quantity, reading] of Object.entries(measured)) readings[`${rule.id}.${quantity}`] = reading
  }
  return readings
}

/** Unit of a check; '' for an id that no rule has. */
export function unitOf(checkId: string): Unit {
  const [rule, quantity] = checkId.split('.') as [string, string]
  return RULES.get(rule)?.quantities[quantity]?.unit ?? ''
}
