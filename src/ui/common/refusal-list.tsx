import type { JSX } from 'preact'
import { locale, profile } from '../../state/store'
import { VerdictIcon } from './icons'

/** What the school refuses besides what is checked. */
export function RefusalList(): JSX.Element {
  return (
    <ul>
      {profile.value.refuses.map(refusal => (
        <li key={refusal.en}>
          <VerdictIcon verdict="fail" />
          {refusal[locale.value]}
        </li>
      ))}
    </ul>
  )
}
