import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { acceptUpdate, dismissNotice, notice } from '../../state/offline'
import { getPageText } from '../text'

/** Milliseconds that good news stays: nothing is to be done about it. */
const READY_NOTICE_MS = 12_000

/** At the edge of the page, once: that it works offline now, or that a new version may be taken. */
export function OfflineNotice(): JSX.Element {
  const text = getPageText()
  const shown = notice.value
  useEffect(() => {
    if (shown !== 'ready') return
    const timer = setTimeout(dismissNotice, READY_NOTICE_MS)
    return () => clearTimeout(timer)
  }, [shown])
  // The live region is there before its words, else they are not read aloud.
  return (
    <div class="notice" role="status" data-notice={shown ?? undefined} hidden={!shown}>
      {shown && <p>{text.offline[shown]}</p>}
      {shown === 'update' && (
        <button type="button" class="link" data-action="update" onClick={acceptUpdate}>
          {text.offline.updateNow}
        </button>
      )}
      {shown && (
        <button type="button" class="link" data-action="dismiss-notice" onClick={dismissNotice}>
          {shown === 'update' ? text.offline.later : text.dismiss}
        </button>
      )}
    </div>
  )
}
