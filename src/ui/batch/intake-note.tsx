import type { JSX } from 'preact'
import { forgetIntake, intake, isReading } from '../../state/batch/take-in'
import { CloseIcon } from '../common/icons'
import { words } from '../text'
import { batchWords } from '../text/batch'

/** What became of the last files that were added. */
export function IntakeNote(): JSX.Element {
  const text = batchWords()
  const told = intake.value
  const { added = 0, already = 0, others = 0, unreadable = 0 } = told ?? {}
  const sentences = [
    added > 0 && text.added(added),
    already > 0 && text.already(already),
    others > 0 && text.others(others),
    unreadable > 0 && text.unreadable(unreadable),
    told && !added && !already && text.nothingFound,
  ].filter(one => one !== false && one !== null)
  const isTold = isReading.value || (told !== null && (added === 0 || sentences.length > 1))
  // The live region is there before its words, else they are not read aloud.
  return (
    <div class={isTold ? 'intake' : 'intake unseen'} role="status">
      <p>{isReading.value ? text.reading : sentences.join(' ')}</p>
      {isTold && !isReading.value && (
        <button type="button" class="intake-close" aria-label={words().dismiss} onClick={forgetIntake}>
          <CloseIcon />
        </button>
      )}
    </div>
  )
}
