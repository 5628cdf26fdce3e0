import { start } from '../../state/actions'
import { askedProfile, askedTheme, isEmbedded, isHostAwaited, showTheme } from '../../state/embedding'
import { followAddress } from '../../state/batch/door'
import { adoptProfile } from '../../state/given-profile'
import { answerHost } from './frame'

/**
 * The page begins: with the profile that its address names, or that the page around it will name, else with the one
 * chosen last.
 */
export function begin(): void {
  if (isEmbedded) {
    document.documentElement.dataset['embed'] = ''
    showTheme(askedTheme)
  }
  if (isHostAwaited) answerHost()
  else if (askedProfile) void adoptProfile({ name: askedProfile })
  // In a school's page a student checks the one photo; a batch needs no checker of the page's own.
  if (isEmbedded) void start()
  else void followAddress().then(start)
}
