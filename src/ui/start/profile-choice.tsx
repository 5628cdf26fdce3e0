import type { JSX } from 'preact'
import { setProfile } from '../../state/actions'
import { profiles } from '../../state/engine'
import { locale, profile, profileId } from '../../state/store'
import { words } from '../text'
import { LinkIcon } from '../common/icons'

/** Which school's rules, and how far their source can be trusted. */
export function ProfileChoice({ brief = false }: { brief?: boolean }): JSX.Element {
  const text = words()
  const { source } = profile.value
  const thin = source.trust !== 'A'
  return (
    <div class={brief ? 'profile brief' : 'profile'}>
      <label class="field">
        <span>{brief ? text.checkedAgainst : text.profile}</span>
        <select value={profileId.value} onChange={event => setProfile(event.currentTarget.value)}>
          {profiles.map(({ id, name }) => <option key={id} value={id} selected={id === profileId.value}>{name[locale.value]}</option>)}
        </select>
      </label>
      {!brief && (
        <p class="source">
          {text.profileSource}{' '}
          {source.url
            ? <a href={source.url} target="_blank" rel="noopener noreferrer">{source.title}<LinkIcon /></a>
            : <cite>{source.title}</cite>}
          <span class={thin ? 'trust thin' : 'trust'}>{text.trust[source.trust]}</span>
          {source.note && <span class="trust">{source.note[locale.value]}</span>}
        </p>
      )}
    </div>
  )
}
