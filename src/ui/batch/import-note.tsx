import type { JSX } from 'preact'
import { dismissImportResult, lastImport, isReadingFiles } from '../../state/batch/import-files'
import { CloseIcon } from '../common/icons'
import { getPageText } from '../text'
import { getBatchText } from '../text/batch'

/** What became of the last files that were added. */
export function ImportNote(): JSX.Element {
  const text = getBatchText()
  const told = lastImport.value
  const { added = 0, already = 0, others = 0, unreadable = 0 } = told ?? {}
  const sentences = [
    added > 0 && text.added(added),
    already > 0 && text.already(already),
    others > 0 && text.others(others),
    unreadable > 0 && text.unreadable(unreadable),
    told && !added && !already && text.nothingFound,
  ].filter(one => one !== false && one !== null)
  const isTold = isReadingFiles.value || (told !== null && (added === 0 || sentences.length > 1))
  // The live region is there before its words, else they are not read aloud.
  return (
    <div class={isTold ? 'intake' : 'intake unseen'} role="status">
      <p>{isReadingFiles.value ? text.reading : sentences.join(' ')}</p>
      {isTold && !isReadingFiles.value && (
        <button type="button" class="intake-close" aria-label={getPageText().dismiss} onClick={dismissImportResult}>
          <CloseIcon />
        </button>
      )}
    </div>
  )
}
