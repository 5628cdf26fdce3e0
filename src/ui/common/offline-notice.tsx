import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { acceptUpdate, dismissNotice, notice } from '../../state/offline'
import { getPageText } from '../text'

/** Milliseconds until the offline-ready notice disappears: it needs no action. */
const READY_NOTICE_MS = 12_000

/** Notice at the page's edge: the page now works offline, or a new version is available. */
export function OfflineNotice(): JSX.Element {
  const text = getPageText()
  const current = notice.value
  useEffect(() => {
    if (current !== 'ready') return
    const timer = setTimeout(dismissNotice, READY_NOTICE_MS)
    return () => clearTimeout(timer)
  }, [current])
  // The live region must exist before its text, else screen readers don't announce it.
  return (
    <div
      class={`notice notice-${current ?? 'none'}`}
      role="status"
      data-notice={current ?? undefined}
      hidden={!current}
    >
      {current && <p>{text.offline[current]}</p>}
      {current === 'update' && (
        <button type="button" class="link" data-action="update" onClick={acceptUpdate}>
          {text.offline.updateNow}
        </button>
      )}
      {current && (
        <button type="button" class="link" data-action="dismiss-notice" onClick={dismissNotice}>
          {current === 'update' ? text.offline.later : text.dismiss}
        </button>
      )}
    </div>
  )
}
