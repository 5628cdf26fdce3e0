import { buildFileName } from '../lib/file-name'

/**
 * A profile file as it is edited: plain JSON in which every change replaces one value and keeps all else, including the
 * order of keys. A field that should be a number but cannot be read as one keeps the typed text, which the profile's
 * parser reports.
 */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}
/** Keys that lead to a value, outermost first; numbers are indexes of lists. */
export type Path = readonly (string | number)[]

/** Which limit a file sets for a check: the rule's, its own, or none. */
export type CheckMode = 'rule' | 'own' | 'off'

/** The order of keys in the repository's files, for all levels at once. */
const KEY_ORDER = [
  '$schema',
  'schema',
  'id',
  'version',
  'extends',
  'name',
  'search',
  'title',
  'detail',
  'url',
  'min',
  'max',
  'oneOf',
  'near',
  'references',
  'level',
  'clause',
  'clauseEn',
  'quoted',
  'source',
  'trust',
  'reading',
  'measurement',
  'checked',
  'window',
  'from',
  'to',
  'fee',
  'platform',
  'compulsory',
  'attempts',
  'contact',
  'acceptance',
  'origins',
  'replacesBackground',
  'note',
  'glasses',
  'maxAgeMonths',
  'backgrounds',
  'ratio',
  'density',
  'fileName',
  'checks',
  'steps',
  'refuses',
  'zh-CN',
  'en',
]

/** A profile that leaves everything to the rules; name and source are still to be filled in. */
export const EMPTY_PROFILE: JsonObject = {
  schema: 'zhaojian-profile/2',
  id: 'my-school',
  version: '1',
  extends: 'base',
  name: { 'zh-CN': '', en: '' },
  source: { title: '', trust: 'A' },
  ratio: [3, 4],
  density: 300,
  checks: {},
  steps: [],
  refuses: [],
}

/** Parses the text of a profile file, or returns why it is none. */
export function parseFile(text: string): JsonObject | 'not-json' | 'not-a-profile' {
  let parsed: Json
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, '')) as Json
  } catch {
    return 'not-json'
  }
  return isObject(parsed) && String(parsed['schema']).startsWith('zhaojian-profile/') ? parsed : 'not-a-profile'
}

/** Formats a file like the repository's files. */
export const formatFile = (file: JsonObject): string => `${JSON.stringify(file, null, 2)}\n`

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value at `path`; undefined where there is none. */
export function readAt(tree: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>(
    (at, key) =>
      typeof key === 'number' ? toList(at)[key] : isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined,
    tree,
  )
}

export const toList = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : []

/**
 * Returns the tree with `value` at `path`, or without that key where `value` is undefined. A key that is added again
 * gets the place that it had in `former`.
 */
export function writeAt<Tree extends Json>(
  tree: Tree,
  path: Path,
  value: Json | undefined,
  former: Json | undefined,
): Tree {
  const [key, ...rest] = path
  if (key === undefined) return value as Tree
  const own = readAt(tree, [key])
  const next = rest.length ? writeAt(own ?? {}, rest, value, readAt(former, [key])) : value
  if (typeof key === 'number')
    return toList(tree).toSpliced(key, 1, ...(next === undefined ? [] : [next])) as unknown as Tree
  return setKey(isObject(tree) ? tree : {}, key, next, isObject(former) ? former : {}) as unknown as Tree
}

function setKey(object: JsonObject, key: string, value: Json | undefined, former: JsonObject): JsonObject {
  if (value === undefined) return Object.fromEntries(Object.entries(object).filter(([other]) => other !== key))
  if (Object.hasOwn(object, key)) return { ...object, [key]: value }
  const order = Object.hasOwn(former, key) ? Object.keys(former) : KEY_ORDER
  return Object.fromEntries(
    insertInOrder(Object.entries(object), [key, value] as [string, Json], order, ([name]) => name),
  )
}

/** Inserts before the first item that comes later in `order`; an item that `order` does not name goes to the end. */
function insertInOrder<Item>(
  items: readonly Item[],
  item: Item,
  order: readonly Json[],
  getName: (item: Item) => Json,
): Item[] {
  const place = order.indexOf(getName(item))
  const at = place < 0 ? -1 : items.findIndex(other => order.indexOf(getName(other)) > place)
  return items.toSpliced(at < 0 ? items.length : at, 0, item)
}

/** Adds a value to a list, or removes it; the list keeps the order of `order`. */
export function toggleInList(list: readonly Json[], value: Json, order: readonly Json[]): readonly Json[] {
  return list.includes(value) ? list.filter(one => one !== value) : insertInOrder(list, value, order, one => one)
}

/** A check that the file does not name has the rule's limit where `extends` is base; else it is left out. */
export function getCheckMode(file: JsonObject, check: string): CheckMode {
  const own = readAt(file, ['checks', check])
  if (own === undefined) return extendsBase(file) ? 'rule' : 'off'
  if (own === 'off') return 'off'
  return isObject(own) && !Object.keys(own).length && !extendsBase(file) ? 'rule' : 'own'
}

export interface CheckModeChange {
  readonly mode: CheckMode
  /** The limit that mode `own` starts with. */
  readonly own: JsonObject
  /** The file whose order of keys is kept. */
  readonly former: JsonObject
}

export function withCheckMode(file: JsonObject, check: string, { mode, own, former }: CheckModeChange): JsonObject {
  const silent = extendsBase(file) ? 'rule' : 'off'
  const value = mode === 'own' ? own : mode === silent ? undefined : mode === 'off' ? 'off' : {}
  return writeAt(file, ['checks', check], value, former)
}

const extendsBase = (file: JsonObject): boolean => file['extends'] === 'base'

/** Reads typed text as a number: undefined where it is empty, the text itself where it is no number. */
export function parseNumber(text: string): number | string | undefined {
  // Chinese keyboards may write full-width digits.
  const plain = text.normalize('NFKC').trim()
  if (plain === '') return undefined
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : text
}

/** A value as a field shows it. */
export const toFieldText = (value: Json | undefined): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''

const EXAMPLE = {
  original: '张三.jpg',
  numbers: { 'id-number': '11010519491231002X', 'student-number': '2023010115', 'exam-number': '420325100123' },
}

/** An example of a file name under this template. */
export const buildExampleName = (template: string, profileId: string): string =>
  buildFileName(template, { ...EXAMPLE, profileId })
