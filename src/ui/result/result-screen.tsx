import type { JSX } from 'preact'
import { report } from '../../state/store'
import { ProfileChoice } from '../start/profile-choice'
import { CheckList } from './check-list'
import { PhotoView } from './photo-view'
import { SavePanel } from './save-panel'
import { VerdictCard } from './verdict-card'

export function ResultScreen(): JSX.Element | null {
  const found = report.value
  if (!found) return null
  return (
    <div class="result">
      <div class="result-photo"><PhotoView /></div>
      <div class="result-words">
        <VerdictCard report={found} />
        <SavePanel />
        <ProfileChoice brief />
        <CheckList report={found} />
      </div>
    </div>
  )
}
