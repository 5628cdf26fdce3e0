import type { LocalisedText } from '../contract/locale'
import type { ProfileName } from '../contract/profile'

type ById<T> = Readonly<Record<string, T>>
const IDS: ById<string> = import.meta.glob('./*.json', { eager: true, import: 'id' })
const NAMES: ById<LocalisedText> = import.meta.glob('./*.json', { eager: true, import: 'name' })
const SEARCH: ById<string> = import.meta.glob('./*.json', { eager: true, import: 'search' })

/** What each of our profiles is looked for by. The build leaves the rules out here (build/listed-profiles.ts). */
export const PROFILE_NAMES: readonly ProfileName[] = Object.keys(IDS).map(path => ({
  id: IDS[path]!,
  name: NAMES[path]!,
  search: SEARCH[path]!,
}))
