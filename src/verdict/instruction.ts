import { ruleOf } from '../contract/check-id'
import type { Check } from '../contract/report'
import { LIVE_STEPS, type Rule } from '../contract/rule'

/** What the coach knows of each rule, by its id. A check of a rule that is not there counts, and is told last. */
export type LiveRules = ReadonlyMap<string, Pick<Rule, 'live'>>

/** Nothing is left to do. */
export const READY = 'ready'
/** Everything is right but for a moving head. */
export const HOLD_STILL = 'hold-still'
/** Something required is still being looked at, and nothing is wrong with the rest. */
export const WAIT = 'wait'

/** The required checks that someone in front of a camera can do something about, in the order of doing. */
export function selectLiveChecks(checks: readonly Check[], rules: LiveRules): Check[] {
  return checks
    .filter(({ id, limits }) => limits.level === 'required' && rules.get(ruleOf(id))?.live !== false)
    .sort((a, b) => compareLive(rules.get(ruleOf(a.id))?.live, rules.get(ruleOf(b.id))?.live))
}

function compareLive(a: Rule['live'] | undefined, b: Rule['live'] | undefined): number {
  if (!a || !b) return Number(!a) - Number(!b)
  return LIVE_STEPS.indexOf(a.step) - LIVE_STEPS.indexOf(b.step) || a.order - b.order
}

/** Every one of them is right; what can't be told is not. */
export const areAllMet = (checks: readonly Check[], rules: LiveRules): boolean =>
  selectLiveChecks(checks, rules).every(({ verdict }) => verdict === 'pass' || verdict === 'warn')
export const hasFault = (checks: readonly Check[], rules: LiveRules): boolean =>
  selectLiveChecks(checks, rules).some(({ verdict }) => verdict === 'fail')

/** Unknown for these, moving helps nobody. */
const REASONS_MOVING_CANNOT_MEND = new Set<string | null>([
  'ambiguous',
  'glasses',
  'covered',
  'not-loaded',
  'stopped',
  'not-run',
  'failed',
  'no-background',
])

/**
 * The room's faults and what can't be told: moving mends neither, so they are told once and then wait until nothing
 * else is left.
 */
export function isShownOnce({ id, verdict, reason }: Check, rules: LiveRules): boolean {
  if (verdict === 'unknown') return REASONS_MOVING_CANNOT_MEND.has(reason)
  const live = rules.get(ruleOf(id))?.live
  return live ? live.told === 'once' : false
}

/**
 * The one thing to do next: the first failed rule in order, then the first that can't be told, then those `setAside`;
 * WAIT where one is still pending, READY where nothing is left. `onlyThis`: only things set aside are left.
 */
export function chooseInstruction(
  checks: readonly Check[],
  rules: LiveRules,
  setAside: ReadonlySet<string> = new Set(),
): { readonly instruction: string; readonly onlyThis: boolean } {
  const live = selectLiveChecks(checks, rules)
  const open = [
    ...live.filter(({ verdict }) => verdict === 'fail'),
    ...live.filter(({ verdict, reason }) => verdict === 'unknown' && reason !== 'pending'),
  ]
  const next = open.find(({ id }) => !setAside.has(id))
  if (next) return { instruction: next.id, onlyThis: false }
  if (live.some(({ reason }) => reason === 'pending')) return { instruction: WAIT, onlyThis: false }
  return open[0] ? { instruction: open[0].id, onlyThis: true } : { instruction: READY, onlyThis: false }
}
