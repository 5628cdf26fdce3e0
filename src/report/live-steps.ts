import { ruleOf } from '../contract/check-id'
import type { Check, LiveReport } from '../contract/report'
import { LIVE_STEPS, type LiveStep } from '../contract/rule'
import { RULES } from '../rules/index'

export type StepState = 'right' | 'wrong' | 'unsure' | 'waiting'

/** The step that an instruction belongs to; null for those that are no check, and for what no step mends. */
export function getLiveStep(instruction: string): LiveStep | null {
  const live = RULES.get(ruleOf(instruction))?.live
  return live ? live.step : null
}

/** The coach's order, as the steps that a student sees. Verdicts are the report's own. */
export function getStepStates({ checks }: LiveReport): { readonly step: LiveStep; readonly state: StepState }[] {
  const required = checks.filter(({ limits }) => limits.level === 'required')
  return LIVE_STEPS.map(step => ({ step, state: getStepState(required.filter(({ id }) => getLiveStep(id) === step)) }))
}

function getStepState(checks: readonly Check[]): StepState {
  if (checks.some(({ verdict }) => verdict === 'fail')) return 'wrong'
  const untold = checks.filter(({ verdict }) => verdict === 'unknown')
  // Without a face nothing else can be looked at yet.
  if (untold.some(({ reason }) => reason === 'pending' || reason === 'no-face' || reason === 'no-crop'))
    return 'waiting'
  return untold.length ? 'unsure' : 'right'
}
