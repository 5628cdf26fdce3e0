import { toCheckId, splitCheckId } from '../contract/check-id'
import type { CropPlan } from '../contract/crop'
import type { Reading, Unit } from '../contract/reading'
import { RULE_GROUPS, type Need, type Readings, type Rule } from '../contract/rule'
import type { Face, Scene } from '../contract/scene'

/** Every rule, by id. Rules are found by their folder; there is no list to edit. */
export const RULES: ReadonlyMap<string, Rule> = new Map(
  Object.values(import.meta.glob<{ default: Rule }>('./*/index.ts', { eager: true })).map(
    ({ default: rule }) => [rule.id, rule] as const,
  ),
)

/** All check ids in reading order: by group, then by the rule's order in it. */
export const CHECK_IDS: readonly string[] = [...RULES.values()]
  .sort((a, b) => RULE_GROUPS.indexOf(a.group) - RULE_GROUPS.indexOf(b.group) || a.order - b.order)
  .flatMap(({ id, quantities }) => Object.keys(quantities).map(quantity => toCheckId(id, quantity)))

const REASON_BY_MISSING_NEED = {
  face: 'no-face',
  person: 'no-person',
  file: 'no-file',
  crop: 'no-crop',
} as const satisfies Record<Exclude<Need, 'parts'>, string>

function readMissingNeed(rule: Rule, scene: Scene, plan: CropPlan | null): Reading | null {
  for (const need of rule.needs) {
    const isAvailable =
      need === 'crop'
        ? plan !== null
        : need === 'face'
          ? scene.face !== null && scene.head !== null
          : scene[need] !== null
    if (isAvailable) continue
    if (need === 'parts') return { unknown: scene.partsAbsent }
    const ran = need !== 'face' || scene.faceCount !== null
    return { unknown: ran ? REASON_BY_MISSING_NEED[need] : 'not-run' }
  }
  return null
}

/**
 * Readings of every quantity of every rule. A rule that throws or lacks a need gives unknown, without affecting others.
 * `onError` is called with what a rule threw: an unknown with reason 'failed' is a bug, not a finding. `rules` defaults
 * to all.
 */
export function measureAll(
  scene: Scene,
  plan: CropPlan | null,
  onError: (rule: string, error: unknown) => void = () => {},
  rules: Iterable<Rule> = RULES.values(),
): Readings {
  const readings: Record<string, Reading> = {}
  for (const rule of rules) {
    let measured: Readings
    const missing = readMissingNeed(rule, scene, plan)
    const all = (reading: Reading): Readings =>
      Object.fromEntries(Object.keys(rule.quantities).map(name => [name, reading]))
    if (missing) measured = all(missing)
    else {
      try {
        measured = rule.measure(scene, plan)
      } catch (error) {
        onError(rule.id, error)
        measured = all({ unknown: 'failed' })
      }
    }
    for (const [quantity, reading] of Object.entries(measured)) readings[toCheckId(rule.id, quantity)] = reading
  }
  return readings
}

/** In scenes whose pixels are not looked at. */
export const EMPTY_PATCH: Scene['whole'] = {
  pixels: { width: 0, height: 0, data: new Uint8ClampedArray() },
  x: 0,
  y: 0,
  scale: 1,
}

/**
 * Readings from landmarks alone, for a `width` x `height` frame whose pixels are not analysed: the rules marked
 * `landmarksOnly`; without a face all rules, because the reason is known.
 */
export function measureLandmarks(
  face: Face | null,
  faceCount: number,
  { width, height }: { readonly width: number; readonly height: number },
): Readings {
  const scene: Scene = {
    width,
    height,
    file: null,
    faceCount,
    face,
    person: null,
    parts: null,
    partsAbsent: 'pending',
    whole: EMPTY_PATCH,
    head: face && EMPTY_PATCH,
  }
  return measureAll(
    scene,
    null,
    undefined,
    face ? [...RULES.values()].filter(({ landmarksOnly }) => landmarksOnly) : undefined,
  )
}

/** Readings of a camera frame whose pixels are still being analysed. */
export function createPendingReadings(): Readings {
  return Object.fromEntries(
    [...RULES.values()].flatMap(({ id, quantities, needs }) =>
      Object.keys(quantities).map(quantity => [
        toCheckId(id, quantity),
        { unknown: needs.includes('file') ? 'no-file' : 'pending' } as const,
      ]),
    ),
  )
}

/** Unit of a check; '' for an id that no rule has. */
export function getUnit(checkId: string): Unit {
  const [rule, quantity] = splitCheckId(checkId)
  return RULES.get(rule)?.quantities[quantity]?.unit ?? ''
}
