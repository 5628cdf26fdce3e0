import { batch, computed, signal } from '@preact/signals'
import type { Limit } from '../contract/limit'
import type { Profile } from '../contract/profile'
import { downloadBlob } from '../state/download'
import { profileId } from '../state/store'
import { getProfileFile, migrateProfile, profileProblems, validateProfile, type ProfileProblem } from '../zhaojian'
import {
  toFieldText,
  EMPTY_PROFILE,
  parseFile,
  readAt,
  formatFile,
  withCheckMode,
  writeAt,
  type Json,
  type JsonObject,
  type CheckMode,
  type Path,
} from './model'
import { checkFilter } from './navigation'

/** What the form shows: the file as it is now and as it was opened. */

/** `from`: id of a bundled profile, '' for an empty one, or the name of an opened file with its extension. */
export interface Origin {
  readonly from: string
  readonly file: JsonObject
}

const initialFile = getProfileFile(profileId.value) as JsonObject
export const origin = signal<Origin>({ from: profileId.value, file: initialFile })
export const file = signal<JsonObject>(initialFile)
/** As it was last saved or opened. */
const savedText = signal(formatFile(initialFile))
/** Counts opened files: the form is rendered anew for each. */
export const openedCount = signal(0)
/** Why the last file was not opened. */
export const openProblem = signal<'not-json' | 'not-a-profile' | null>(null)
/** The opened file was one of a former version, and was made one of the present. */
export const isMigrated = signal(false)
/** The last file that was saved, until something is changed. */
export const savedFileName = signal<string | null>(null)

export const problems = computed<readonly ProfileProblem[]>(() => profileProblems(file.value))
export const isUnsaved = computed(() => formatFile(file.value) !== savedText.value)
export const isChanged = computed(() => formatFile(file.value) !== formatFile(origin.value.file))
/** The file completed with the rules' limits; null while it is invalid. */
export const profile = computed<Profile | null>(() => toProfile(file.value))
export const toProfile = (json: JsonObject): Profile | null => {
  const valid = validateProfile(json)
  return 'profile' in valid ? valid.profile : null
}

/** The rules' own limits by check id, in the order of display. */
export const RULE_LIMITS: Readonly<Record<string, Limit>> = toProfile({
  ...EMPTY_PROFILE,
  name: { 'zh-CN': '-', en: '-' },
  source: { title: '-', trust: 'D' },
})!.checks

export const getValue = (path: Path): Json | undefined => readAt(file.value, path)
export const toPathName = (path: Path): string => path.join('.')
export const getProblems = (path: Path): readonly ProfileProblem[] =>
  problems.value.filter(({ keys }) => keys.join('.') === toPathName(path))

/** Undefined removes the field from the file. */
export function setValue(path: Path, value: Json | undefined): void {
  setFile(writeAt(file.value, path, value, origin.value.file))
}

/** Own limits of checks that are set to another mode, to restore them. */
const setAsideLimits = new Map<string, JsonObject>()
export function setCheckMode(check: string, mode: CheckMode): void {
  const own = getValue(['checks', check])
  if (typeof own === 'object') setAsideLimits.set(check, own as JsonObject)
  const change = { mode, own: setAsideLimits.get(check) ?? buildOwnLimit(check), former: origin.value.file }
  setFile(withCheckMode(file.value, check, change))
}

/** An own limit starts with the rule's numbers, without their source: that is the school's own notice. */
function buildOwnLimit(check: string): JsonObject {
  const {
    clause: _,
    clauseEn: _clauseEn,
    quoted: _quoted,
    reading: _reading,
    measurement: _measurement,
    source: _source,
    trust: _trust,
    near: _near,
    ...kept
  } = RULE_LIMITS[check] ?? { level: 'required' as const }
  const title = toFieldText(getValue(['source', 'title']))
  return { ...(kept as JsonObject), ...(title ? { source: title } : {}), trust: getValue(['source', 'trust']) ?? 'A' }
}

function setFile(next: JsonObject): void {
  batch(() => {
    file.value = next
    savedFileName.value = null
  })
}

export const startFrom = (id: string): void => openJson(id, id ? (getProfileFile(id) as JsonObject) : EMPTY_PROFILE)

export async function openFile(blob: File): Promise<void> {
  const parsed = parseFile(await blob.text())
  if (typeof parsed === 'string') openProblem.value = parsed
  else openJson(/\.json$/i.test(blob.name) ? blob.name : `${blob.name}.json`, parsed)
}

export const undoAll = (): void => openJson(origin.value.from, origin.value.file)

function openJson(from: string, opened: JsonObject): void {
  const json = migrateProfile(opened) as JsonObject
  setAsideLimits.clear()
  batch(() => {
    isMigrated.value = json !== opened
    origin.value = { from, file: json }
    file.value = json
    savedText.value = formatFile(opened)
    openProblem.value = savedFileName.value = null
    checkFilter.value = ''
    openedCount.value++
  })
}

/** Saves the profile as a file; an invalid one as a draft, which only this form opens. */
export function saveProfile(): void {
  const isDraft = problems.value.length > 0
  const id = toFieldText(getValue(['id'])).replace(/[^a-z0-9-]/g, '') || 'profile'
  const name = `${id}${isDraft ? '.draft' : ''}.json`
  downloadBlob(new Blob([formatFile(file.value)], { type: 'application/json' }), name)
  batch(() => {
    savedText.value = formatFile(file.value)
    savedFileName.value = isDraft ? null : name
  })
}
