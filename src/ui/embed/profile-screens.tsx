import type { JSX } from 'preact'
import { isEmbedded, showsDetails } from '../../state/embedding'
import { returnToProfileList } from '../../state/given-profile'
import { profileProblem } from '../../state/own-profile'
import { VerdictIcon } from '../common/icons'
import { ProgressBar } from '../common/progress-bar'
import { getPageText } from '../text'

/** Screens shown instead of the start screen until a requested profile is loaded. */

export function AwaitingScreen(): JSX.Element {
  const text = getPageText().embed
  return (
    <div class="working">
      <h1 tabIndex={-1} class="unseen">
        {text.awaiting}
      </h1>
      <ProgressBar loading={null} stage={text.awaiting} />
    </div>
  )
}

/** A plain message for the student; the cause is in a collapsed section for the web team. */
export function RefusedScreen(): JSX.Element | null {
  const text = getPageText().embed
  const problem = profileProblem.value
  if (!problem) return null
  return (
    <section class="failure refused" role="alert" data-problem={problem.code}>
      <VerdictIcon verdict="fail" />
      <div class="failure-words">
        <h1 tabIndex={-1}>{text.refused}</h1>
        <p>{text.refusedAdvice}</p>
        {!isEmbedded && (
          <div class="buttons">
            <button type="button" class="button" data-action="choose-other" onClick={returnToProfileList}>
              {text.chooseOther}
            </button>
          </div>
        )}
        <details open={showsDetails}>
          <summary>{text.details}</summary>
          <p>{text.problem[problem.code]}</p>
          <p lang="en">
            <code>
              {problem.path}: {problem.problem}
            </code>
          </p>
          <p class="quiet">{text.detailsLead}</p>
        </details>
      </div>
    </section>
  )
}
