import { batch, computed, signal } from '@preact/signals'
import type { Limit } from '../contract/limit'
import type { Profile } from '../contract/profile'
import { downloadOnce } from '../state/download'
import { profileId } from '../state/store'
import { getProfileFile, profileProblems, validateProfile, type ProfileProblem } from '../zhaojian'
import {
  fieldText,
  FRESH,
  parseFile,
  read,
  textOf,
  withMode,
  write,
  type Json,
  type JsonObject,
  type Mode,
  type Path,
} from './model'
import { filter } from './seeking'

/** What the form shows: the file as it is now, and as it was when it was opened. */

/** `from`: a profile's id, '' for the fresh one, a file's name with its ending for an opened one. */
export interface Origin {
  readonly from: string
  readonly file: JsonObject
}

const first = getProfileFile(profileId.value) as JsonObject
export const origin = signal<Origin>({ from: profileId.value, file: first })
export const file = signal<JsonObject>(first)
/** As it was last saved or opened. */
const keptText = signal(textOf(first))
/** Counts what was opened: lists of the form are drawn anew for each. */
export const opened = signal(0)
/** Why the last file was not opened. */
export const refused = signal<'not-json' | 'not-a-profile' | null>(null)
/** The last file that was saved, until something is changed. */
export const savedAs = signal<string | null>(null)

export const problems = computed<readonly ProfileProblem[]>(() => profileProblems(file.value))
export const isUnsaved = computed(() => textOf(file.value) !== keptText.value)
export const isChanged = computed(() => textOf(file.value) !== textOf(origin.value.file))
/** With all that it leaves to the rules; null while something is wrong. */
export const profile = computed<Profile | null>(() => profileOf(file.value))
export const profileOf = (json: JsonObject): Profile | null => {
  const valid = validateProfile(json)
  return 'profile' in valid ? valid.profile : null
}

/** What the rules say by themselves, by check id, in the order of display. */
export const GENERAL: Readonly<Record<string, Limit>> = profileOf({
  ...FRESH,
  name: { 'zh-CN': '-', en: '-' },
  source: { title: '-', trust: 'D' },
})!.checks

export const valueAt = (path: Path): Json | undefined => read(file.value, path)
export const nameOf = (path: Path): string => path.join('.')
export const problemsAt = (path: Path): readonly ProfileProblem[] =>
  problems.value.filter(({ keys }) => keys.join('.') === nameOf(path))

/** Undefined takes the field out of the file. */
export function edit(path: Path, value: Json | undefined): void {
  become(write(file.value, path, value, origin.value.file))
}

/** A check's own limit is remembered while it is set aside. */
const setAside = new Map<string, JsonObject>()
export function setMode(check: string, mode: Mode): void {
  const own = valueAt(['checks', check])
  if (typeof own === 'object') setAside.set(check, own as JsonObject)
  become(withMode(file.value, check, mode, setAside.get(check) ?? beginning(check), origin.value.file))
}

/** An own limit begins with the rule's numbers; where they come from is the school's own notice. */
function beginning(check: string): JsonObject {
  const {
    clause: _,
    source: _source,
    trust: _trust,
    near: _near,
    ...kept
  } = GENERAL[check] ?? { level: 'required' as const }
  const title = fieldText(valueAt(['source', 'title']))
  return { ...(kept as JsonObject), ...(title ? { source: title } : {}), trust: valueAt(['source', 'trust']) ?? 'A' }
}

function become(next: JsonObject): void {
  batch(() => {
    file.value = next
    savedAs.value = null
  })
}

export const startFrom = (id: string): void => begin(id, id ? (getProfileFile(id) as JsonObject) : FRESH)

export async function openFile(blob: File): Promise<void> {
  const parsed = parseFile(await blob.text())
  if (typeof parsed === 'string') refused.value = parsed
  else begin(/\.json$/i.test(blob.name) ? blob.name : `${blob.name}.json`, parsed)
}

export const undoAll = (): void => begin(origin.value.from, origin.value.file)

function begin(from: string, json: JsonObject): void {
  setAside.clear()
  batch(() => {
    origin.value = { from, file: json }
    file.value = json
    keptText.value = textOf(json)
    refused.value = savedAs.value = null
    filter.value = ''
    opened.value++
  })
}

/** The profile as a file; while something is wrong, a draft, which only this form takes. */
export function save(): void {
  const isDraft = problems.value.length > 0
  const id = fieldText(valueAt(['id'])).replace(/[^a-z0-9-]/g, '') || 'profile'
  const name = `${id}${isDraft ? '.draft' : ''}.json`
  downloadOnce(new Blob([textOf(file.value)], { type: 'application/json' }), name)
  batch(() => {
    keptText.value = textOf(file.value)
    savedAs.value = isDraft ? null : name
  })
}
