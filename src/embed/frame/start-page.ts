import { preloadChecker } from '../../state/actions'
import { requestedProfile, requestedTheme, isEmbedded, isHostAwaited, applyTheme } from '../../state/embedding'
import { syncBatchWithUrl } from '../../state/batch/batch-entry'
import { adoptProfile } from '../../state/given-profile'
import { listenToHost } from './host-messages'

/**
 * The page begins: with the profile that its address names, or that the page around it will name, else with the one
 * chosen last.
 */
export function startPage(): void {
  if (isEmbedded) {
    document.documentElement.dataset['embed'] = ''
    applyTheme(requestedTheme)
  }
  if (isHostAwaited) listenToHost()
  else if (requestedProfile) void adoptProfile({ name: requestedProfile })
  // In a school's page a student checks the one photo; a batch needs no checker of the page's own.
  if (isEmbedded) void preloadChecker()
  else void syncBatchWithUrl().then(preloadChecker)
}
