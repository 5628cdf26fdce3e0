import type { JSX } from 'preact'
import type { LocalisedText } from '../../contract/profile'
import { setProfile } from '../../state/actions'
import { isEmbedded } from '../../state/embedding'
import { profiles } from '../../state/checker'
import { isChoiceMissing, preloadProfiles } from '../../state/chosen-profile'
import { isProfileGiven } from '../../state/given-profile'
import { OWN_PROFILE_ID, ownProfile } from '../../state/own-profile'
import { isProfileChosen, locale, profile, profileId } from '../../state/store'
import { getPageText } from '../text'
import { getSchoolText } from '../text/school'
import { LinkIcon } from '../common/icons'
import { ProfileSearch } from './profile-search'

/** Choice of profile; with `brief` in a line of the result. */
export function ProfileChoice({ brief = false }: { brief?: boolean }): JSX.Element {
  const text = getPageText()
  return (
    <div class={brief ? 'profile brief' : 'profile'}>
      {isEmbedded && isProfileGiven.value ? (
        <p>
          {text.checkedAgainst} <strong>{profile.value.name[locale.value]}</strong>
        </p>
      ) : (
        <Choice label={brief ? text.checkedAgainst : text.profile} />
      )}
      {!brief && !(isEmbedded && isProfileGiven.value) && <ProfileSearch />}
      {isChoiceMissing.value ? (
        <p class="caution" role="alert">
          {getSchoolText().notLoaded}
        </p>
      ) : (
        !isProfileChosen.value && <p class="profile-note">{text.profileNotChosen}</p>
      )}
    </div>
  )
}

/** Where the profile's rules come from, and how reliable that is. */
export function ProfileSource(): JSX.Element {
  const text = getPageText()
  const { source } = profile.value
  const thin = source.trust !== 'A'
  return (
    <p class="source">
      {text.profileSource}{' '}
      {source.url ? (
        <a href={source.url} target="_blank" rel="noopener noreferrer">
          {source.title}
          <LinkIcon />
        </a>
      ) : (
        <cite>{source.title}</cite>
      )}
      <span class={thin ? 'trust thin' : 'trust'}>{text.trust[source.trust]}</span>
      {source.note && <span class="trust">{source.note[locale.value]}</span>}
    </p>
  )
}

/** A profile given by URL or host is listed first. */
function Choice({ label }: { label: string }): JSX.Element {
  const option = (id: string, name: LocalisedText): JSX.Element => (
    <option key={id} value={id} selected={id === profileId.value}>
      {name[locale.value]}
    </option>
  )
  return (
    <label class="field">
      <span>{label}</span>
      <select
        value={profileId.value}
        onFocus={() => void preloadProfiles()}
        onChange={event => setProfile(event.currentTarget.value)}
      >
        {ownProfile.value && option(OWN_PROFILE_ID, ownProfile.value.name)}
        {profiles.map(({ id, name }) => option(id, name))}
      </select>
    </label>
  )
}
