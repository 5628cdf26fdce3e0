import { ruleOf } from '../contract/check-id'
import type { Check } from '../contract/report'

/**
 * The order in which a student can act: be found, light, wall, distance and position, head straight, glasses, hair,
 * expression, focus.
 * Rules by id; those not named (file, noise, …) are no matter for someone in front of a camera.
 */
const LIVE_RULE_ORDER = [
  'face',
  'lighting',
  'background',
  'clothing',
  'geometry',
  'pose',
  'glasses',
  'headwear',
  'occlusion',
  'ears',
  'eyebrows',
  'eyes',
  'gaze',
  'mouth',
  'expression',
  'sharpness',
]

/** Nothing is left to do. */
export const READY = 'ready'
/** Everything is right but for a moving head. */
export const HOLD_STILL = 'hold-still'
/** Something required is still being looked at, and nothing is wrong with the rest. */
export const WAIT = 'wait'

/** The required checks of the rules that someone in front of a camera can do something about, in the order of doing. */
export function selectLiveChecks(checks: readonly Check[]): Check[] {
  return LIVE_RULE_ORDER.flatMap(rule =>
    checks.filter(({ id, limits }) => ruleOf(id) === rule && limits.level === 'required'),
  )
}

/** Every one of them is right; what can't be told is not. */
export const areAllMet = (checks: readonly Check[]): boolean =>
  selectLiveChecks(checks).every(({ verdict }) => verdict === 'pass' || verdict === 'warn')
export const hasFault = (checks: readonly Check[]): boolean =>
  selectLiveChecks(checks).some(({ verdict }) => verdict === 'fail')

/** Unknown for these, moving helps nobody. */
const REASONS_MOVING_CANNOT_MEND = new Set<string | null>([
  'ambiguous',
  'glasses',
  'covered',
  'not-loaded',
  'not-run',
  'failed',
  'no-background',
])

/**
 * The room's faults and what can't be told: moving mends neither, so they are told once and then wait until nothing
 * else is left.
 */
export const isShownOnce = (check: Check): boolean =>
  check.verdict === 'unknown'
    ? REASONS_MOVING_CANNOT_MEND.has(check.reason)
    : ruleOf(check.id) === 'background' || ruleOf(check.id) === 'clothing'

/**
 * The one thing to do next: the first failed rule in order, then the first that can't be told, then those `setAside`;
 * WAIT where one is still pending, READY where nothing is left. `onlyThis`: only things set aside are left.
 */
export function chooseInstruction(
  checks: readonly Check[],
  setAside: ReadonlySet<string> = new Set(),
): { readonly instruction: string; readonly onlyThis: boolean } {
  const live = selectLiveChecks(checks)
  const open = [
    ...live.filter(({ verdict }) => verdict === 'fail'),
    ...live.filter(({ verdict, reason }) => verdict === 'unknown' && reason !== 'pending'),
  ]
  const next = open.find(({ id }) => !setAside.has(id))
  if (next) return { instruction: next.id, onlyThis: false }
  if (live.some(({ reason }) => reason === 'pending')) return { instruction: WAIT, onlyThis: false }
  return open[0] ? { instruction: open[0].id, onlyThis: true } : { instruction: READY, onlyThis: false }
}
