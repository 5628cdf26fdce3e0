import type { JSX } from 'preact'
import type { LiveReport, Verdict } from '../../contract/report'
import { getLiveStep, getStepStates, type StepState } from '../../report/live-steps'
import { VerdictIcon } from '../common/icons'
import { getPageText } from '../text'

const SIGN_BY_STATE: Readonly<Record<StepState, Verdict>> = {
  right: 'pass',
  wrong: 'warn',
  unsure: 'unknown',
  waiting: 'unknown',
}

/** The steps to a good photo in the coach's order, with the current one marked. */
export function LiveSteps({ report }: { report: LiveReport }): JSX.Element {
  const text = getPageText().camera
  const current = getLiveStep(report.instruction)
  return (
    <ol class="steps-live" aria-label={text.steps}>
      {getStepStates(report).map(({ step, state }) => (
        <li key={step} class={`step-${state}`} aria-current={step === current ? 'step' : undefined}>
          <VerdictIcon verdict={SIGN_BY_STATE[state]} />
          {text.step[step]}
          <span class="unseen">{text.stepState[state]}</span>
        </li>
      ))}
    </ol>
  )
}
