import type { JSX } from 'preact'
import { locale, profile } from '../../state/store'
import { VerdictIcon } from './icons'

/** Reasons for which the school rejects photos and that are not checked here. */
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
