import { ruleOf } from '../contract/check-id'
import type { Check, LiveReport } from '../contract/report'

/** The coach's order, as the steps that a student sees. Verdicts are the report's own. */
const RULES_BY_STEP = {
  face: ['face'],
  light: ['lighting'],
  background: ['background', 'clothing'],
  position: ['geometry'],
  pose: ['pose'],
  glasses: ['glasses', 'headwear', 'occlusion'],
  hair: ['ears', 'eyebrows'],
  expression: ['eyes', 'gaze', 'mouth'],
} as const satisfies Record<string, readonly string[]>

export type LiveStep = keyof typeof RULES_BY_STEP
export type StepState = 'right' | 'wrong' | 'unsure' | 'waiting'

const STEPS = Object.entries(RULES_BY_STEP) as [LiveStep, readonly string[]][]

/** The step that an instruction belongs to; null for those that are no check. */
export const getLiveStep = (instruction: string): LiveStep | null =>
  STEPS.find(([, rules]) => rules.includes(ruleOf(instruction)))?.[0] ?? null

export function getStepStates({ checks }: LiveReport): { readonly step: LiveStep; readonly state: StepState }[] {
  return STEPS.map(([step, rules]) => ({
    step,
    state: getStepState(checks.filter(({ id, limits }) => limits.level === 'required' && rules.includes(ruleOf(id)))),
  }))
}

function getStepState(checks: readonly Check[]): StepState {
  if (checks.some(({ verdict }) => verdict === 'fail')) return 'wrong'
  const untold = checks.filter(({ verdict }) => verdict === 'unknown')
  // Without a face nothing else can be looked at yet.
  if (untold.some(({ reason }) => reason === 'pending' || reason === 'no-face' || reason === 'no-crop'))
    return 'waiting'
  return untold.length ? 'unsure' : 'right'
}
