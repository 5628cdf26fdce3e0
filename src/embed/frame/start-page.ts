import { preloadChecker } from '../../state/actions'
import { requestedProfile, requestedTheme, isEmbedded, isHostAwaited, applyTheme } from '../../state/embedding'
import { syncBatchWithUrl } from '../../state/batch/batch-entry'
import { adoptProfile, restoreProfile } from '../../state/given-profile'
import { listenToHost } from './host-messages'

/** Starts the page with the profile from the URL or from the host, else with the last chosen one. */
export function startPage(): void {
  if (isEmbedded) {
    document.documentElement.dataset['embed'] = ''
    applyTheme(requestedTheme)
  }
  if (isHostAwaited) listenToHost()
  else if (requestedProfile) void adoptProfile({ name: requestedProfile })
  else void restoreProfile()
  // An embedded page checks single photos; the batch does not use the page's own checker.
  if (isEmbedded) void preloadChecker()
  else void syncBatchWithUrl().then(preloadChecker)
}
