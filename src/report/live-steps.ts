import { ruleOf } from '../contract/check-id'
import type { Check, LiveReport } from '../contract/report'
import { LIVE_STEPS, type LiveStep } from '../contract/rule'
import { RULES } from '../rules/index'

export type StepState = 'right' | 'wrong' | 'unsure' | 'waiting'

/** The step that an instruction belongs to; null for instructions that are no check, or that no step can fix. */
export function getLiveStep(instruction: string): LiveStep | null {
  const live = RULES.get(ruleOf(instruction))?.live
  return live ? live.step : null
}

/** The student's steps in the coach's order. Verdicts are taken from the report. */
export function getStepStates({ checks }: LiveReport): { readonly step: LiveStep; readonly state: StepState }[] {
  const required = checks.filter(({ limits }) => limits.level === 'required')
  return LIVE_STEPS.map(step => ({ step, state: getStepState(required.filter(({ id }) => getLiveStep(id) === step)) }))
}

function getStepState(checks: readonly Check[]): StepState {
  if (checks.some(({ verdict }) => verdict === 'fail')) return 'wrong'
  const unknown = checks.filter(({ verdict }) => verdict === 'unknown')
  // Without a face nothing else can be checked yet.
  if (unknown.some(({ reason }) => reason === 'pending' || reason === 'no-face' || reason === 'no-crop'))
    return 'waiting'
  return unknown.length ? 'unsure' : 'right'
}
