import type { JSX, TargetedEvent } from 'preact'
import { setBatchProfile } from '../../state/batch/actions'
import { setRowFilter } from '../../state/batch/table-view'
import { counts } from '../../state/batch/store'
import { profiles } from '../../state/checker'
import { isChoiceMissing, preloadProfiles } from '../../state/chosen-profile'
import { locale, profileId } from '../../state/store'
import { getBatchText } from '../text/batch'
import { getSchoolText } from '../text/school'
import { askToConfirm } from './confirm-dialog'

/** Chooses the profile. Asks for confirmation, because changing it discards all results. */
export function SchoolChoice(): JSX.Element {
  const text = getBatchText()
  const applyProfile = (id: string): void => {
    setRowFilter({ rule: null })
    setBatchProfile(id)
  }
  const onChange = (event: TargetedEvent<HTMLSelectElement>): void => {
    const id = event.currentTarget.value
    const { checked } = counts.value
    if (!checked) {
      applyProfile(id)
      return
    }
    event.currentTarget.value = profileId.value
    askToConfirm({
      title: text.ask.profile,
      note: text.ask.profileNote(checked),
      yes: text.ask.profileYes,
      act: () => applyProfile(id),
    })
  }
  return (
    <label class="field batch-school">
      <span>{text.profile}</span>
      <select value={profileId.value} onFocus={() => void preloadProfiles()} onChange={onChange}>
        {profiles.map(({ id, name }) => (
          <option key={id} value={id} selected={id === profileId.value}>
            {name[locale.value]}
          </option>
        ))}
      </select>
      {isChoiceMissing.value && (
        <span class="caution" role="alert">
          {getSchoolText().notLoaded}
        </span>
      )}
    </label>
  )
}
