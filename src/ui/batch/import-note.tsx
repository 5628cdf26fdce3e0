import type { JSX } from 'preact'
import { dismissImportResult, lastImport, isReadingFiles } from '../../state/batch/import-files'
import { CloseIcon } from '../common/icons'
import { getPageText } from '../text'
import { getBatchText } from '../text/batch'

/** Result of the last import. */
export function ImportNote(): JSX.Element {
  const text = getBatchText()
  const result = lastImport.value
  const { added = 0, replaced = 0, already = 0, others = 0, unreadable = 0 } = result ?? {}
  const sentences = [
    added > 0 && text.added(added),
    replaced > 0 && text.replaced(replaced),
    already > 0 && text.already(already),
    others > 0 && text.others(others),
    unreadable > 0 && text.unreadable(unreadable),
    result && !added && !replaced && !already && text.nothingFound,
  ].filter(sentence => sentence !== false && sentence !== null)
  const isVisible = isReadingFiles.value || (result !== null && (added === 0 || sentences.length > 1))
  // The live region must exist before its text, else screen readers don't announce it.
  return (
    <div class={isVisible ? 'intake' : 'intake unseen'} role="status">
      <p>{isReadingFiles.value ? text.reading : sentences.join(' ')}</p>
      {isVisible && !isReadingFiles.value && (
        <button type="button" class="intake-close" aria-label={getPageText().dismiss} onClick={dismissImportResult}>
          <CloseIcon />
        </button>
      )}
    </div>
  )
}
