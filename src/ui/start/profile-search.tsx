import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { ProfileName } from '../../contract/profile'
import { setProfile } from '../../state/actions'
import { profiles } from '../../state/checker'
import { preloadProfiles } from '../../state/chosen-profile'
import { locale } from '../../state/store'
import { getSchoolText } from '../text/school'

/** How many of those found are shown: more would push the page away on a phone. */
const MAX_SHOWN = 6
const STANDARD_PROFILE_ID = 'moe-2017-99'

/** Finds a school or an examination by name, city, exam or the initials of its pinyin. */
export function ProfileSearch(): JSX.Element {
  const text = getSchoolText()
  const [query, setQuery] = useState('')
  const words = query.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  const choose = (id: string): void => {
    setProfile(id)
    setQuery('')
  }
  return (
    <details class="profile-search">
      <summary>{text.search}</summary>
      <input
        type="search"
        aria-label={text.search}
        value={query}
        placeholder={text.searchHint}
        autocomplete="off"
        data-field="profile-search"
        onFocus={() => void preloadProfiles()}
        onInput={event => setQuery(event.currentTarget.value)}
      />
      {words.length > 0 && <Found found={profiles.filter(one => matches(one, words))} choose={choose} />}
    </details>
  )
}

const matches = ({ name, search = '' }: ProfileName, words: readonly string[]): boolean => {
  const all = `${name['zh-CN']} ${name.en} ${search}`.toLowerCase()
  return words.every(word => all.includes(word))
}

function Found({ found, choose }: { found: readonly ProfileName[]; choose: (id: string) => void }): JSX.Element {
  const text = getSchoolText()
  return (
    <>
      <p class="unseen" role="status">
        {text.foundCount(found.length)}
      </p>
      <ul class="profile-found">
        {found.slice(0, MAX_SHOWN).map(({ id, name }) => (
          <li key={id}>
            <button type="button" class="link" data-profile={id} onClick={() => choose(id)}>
              {name[locale.value]}
            </button>
          </li>
        ))}
      </ul>
      {found.length > MAX_SHOWN && <p class="quiet">{text.foundMore(found.length - MAX_SHOWN)}</p>}
      {found.length === 0 && (
        <div class="quiet" data-not-here>
          <p>{text.notHere}</p>
          <button type="button" class="link" onClick={() => choose(STANDARD_PROFILE_ID)}>
            {text.useStandard}
          </button>
        </div>
      )}
    </>
  )
}
