import type { JSX } from 'preact'
import { isFailureCode } from '../../contract/failure'
import { dismissFailure, retry } from '../../state/actions'
import type { Failure } from '../../state/page-failure'
import { locale } from '../../state/store'
import { getFailureText } from '../../text'
import { NativeCamera } from '../start/file-buttons'
import { getPageText } from '../text'
import { VerdictIcon } from './icons'

/** Failures that a retry may fix without any change by the student. */
export const RETRYABLE_CODES = new Set<string>([
  'assets-missing',
  'out-of-memory',
  'crashed',
  'too-slow',
  'closed',
  'unsupported-browser',
  'unexpected',
])

/** What went wrong and what to do; the rest of the page stays usable. */
export function FailurePanel({ failure }: { failure: Failure }): JSX.Element {
  const text = getPageText()
  const isCamera = failure.code.startsWith('camera-')
  return (
    <section class="failure" role="alert">
      <VerdictIcon verdict="fail" />
      <div class="failure-words">
        <h2>{text.failureTitles[failure.code]}</h2>
        <p>{getFailureAdvice(failure)}</p>
        {failure.fileName !== undefined && <p class="quiet">{text.aboutFile(failure.fileName)}</p>}
        {failure.detail && (
          <p class="quiet">
            <code>{failure.detail}</code>
          </p>
        )}
        <div class="buttons">
          {RETRYABLE_CODES.has(failure.code) && (
            <button type="button" class="button" onClick={retry}>
              {text.retry}
            </button>
          )}
          {failure.code === 'page-updated' && (
            <button type="button" class="button" data-action="reload" onClick={() => location.reload()}>
              {text.reload}
            </button>
          )}
          {isCamera && <NativeCamera />}
          <button type="button" class="button" onClick={dismissFailure}>
            {text.dismiss}
          </button>
        </div>
      </div>
    </section>
  )
}

export const getFailureAdvice = ({ code }: Failure): string =>
  isFailureCode(code) ? getFailureText(code, locale.value) : (getPageText().failureRemedies[code] ?? '')
