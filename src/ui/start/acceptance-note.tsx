import type { JSX } from 'preact'
import { isRehearsalOnly, refusesSelfies, type Profile } from '../../contract/profile'
import { chooseBackgroundHere } from '../../state/actions'
import { chosenBackground } from '../../state/background-choice'
import { locale, profile } from '../../state/store'
import { Clause } from '../common/clause'
import { VerdictIcon } from '../common/icons'
import { getSchoolText, type SchoolText } from '../text/school'
import { isOver } from './collection-window'

/** What the school accepts, told before a camera or a file chooser opens. */
export function AcceptanceNote(): JSX.Element | null {
  const text = getSchoolText()
  const { acceptance, backgrounds } = profile.value
  if (!acceptance && !backgrounds) return null
  return (
    <div class="acceptance" data-acceptance>
      {acceptance && (
        <p class={isRehearsalOnly(profile.value) ? 'caution' : undefined}>
          <VerdictIcon verdict={isRehearsalOnly(profile.value) ? 'warn' : 'pass'} />
          <span>
            <strong>{describeOrigins(profile.value, text)}</strong> {acceptance.note?.[locale.value]}{' '}
            {isRehearsalOnly(profile.value) && text.rehearsal}
          </span>
        </p>
      )}
      {backgrounds && <BackgroundSelect backgrounds={backgrounds} />}
    </div>
  )
}

/** The school's words for it, and what else its notice tells: below the buttons, so that these stay in sight. */
export function AcceptanceFacts(): JSX.Element | null {
  const facts = listFacts(profile.value, getSchoolText())
  const { acceptance } = profile.value
  if (!acceptance?.clause && !facts.length) return null
  return (
    <div class="acceptance quiet">
      {acceptance?.clause && (
        <p>
          <Clause clause={acceptance.clause} clauseEn={acceptance.clauseEn} quoted={acceptance.quoted} />
        </p>
      )}
      {facts.length > 0 && (
        <ul>
          {facts.map(fact => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function describeOrigins(asked: Profile, text: SchoolText): string {
  const origins = asked.acceptance!.origins
  if (isRehearsalOnly(asked)) return text.ownAppOnly
  if (origins.every(origin => origin === 'studio')) return text.studioOnly
  if (!refusesSelfies(asked)) return text.selfieToo
  return origins.includes('studio') ? text.studioOrHelper : text.helperOnly
}

function listFacts(asked: Profile, text: SchoolText): string[] {
  const { acceptance, window: open, fee, platform, attempts, contact, glasses, maxAgeMonths } = asked
  return [
    acceptance?.replacesBackground && text.replacesBackground,
    // One that is over is told by CollectionNote.
    open && !(open.to && isOver(open.to, new Date())) && text.open(open.from, open.to),
    fee && text.fee(fee.min, fee.max),
    platform && text.platform(platform.name[locale.value], platform.compulsory === true),
    attempts && text.attempts(attempts),
    glasses && text.glasses[glasses],
    maxAgeMonths && text.maxAge(maxAgeMonths),
    contact?.[locale.value],
  ].filter(fact => typeof fact === 'string')
}

/** Any of the backgrounds, until the student says which one the test centre asks for. */
function BackgroundSelect({ backgrounds }: { backgrounds: NonNullable<Profile['backgrounds']> }): JSX.Element {
  const text = getSchoolText()
  return (
    <label class="field">
      <span>{text.background}</span>
      <select
        data-field="background"
        value={chosenBackground.value ?? ''}
        onChange={event => chooseBackgroundHere(event.currentTarget.value || null)}
      >
        <option value="">{text.anyBackground}</option>
        {backgrounds.map(({ id, name }) => (
          <option key={id} value={id} selected={id === chosenBackground.value}>
            {name[locale.value]}
          </option>
        ))}
      </select>
    </label>
  )
}
