import * as v from 'valibot'
import { splitCheckId } from '../contract/check-id'
import type { Limit } from '../contract/limit'
import type { Profile } from '../contract/profile'
import { CHECK_IDS, RULES } from '../rules'
import { findContradictions } from './contradictions'
import { profileSchema, profileSchemaV1, type ProfileFile } from './schema'

/** A profile that can't be used. `path` names the field, as in `checks.ears.left.level`. */
export class ProfileError extends TypeError {
  constructor(
    readonly path: string,
    readonly problem: string,
  ) {
    super(`profile: ${path}: ${problem}`)
    this.name = 'ProfileError'
  }
}

/** A field that is wrong. `keys` leads to it, outermost first; empty for the whole file. */
export interface ProfileProblem {
  readonly keys: readonly string[]
  /** In English, for who wrote the file. */
  readonly problem: string
  /** What kind of mistake it is: the parser's own, so that nobody reads it out of the words. */
  readonly kind: 'unknown-key' | 'unknown-check' | 'range' | 'value' | 'contradiction'
}

const V1 = 'zhaojian-profile/1'

/** A file of the first version as one of the second; anything else as it is. The order of keys is kept. */
export function migrateProfile(json: unknown): unknown {
  return isVersion1(json) ? { ...json, schema: 'zhaojian-profile/2' } : json
}

const isVersion1 = (json: unknown): json is object =>
  typeof json === 'object' && json !== null && 'schema' in json && json.schema === V1

/**
 * A profile file or object, with `extends` resolved and every limit complete. Errors: ProfileError naming the first
 * bad field.
 */
export function parseProfile(json: unknown): Profile {
  const read = parseProfileFile(json)
  if (Array.isArray(read)) throw new ProfileError(read[0]!.keys.join('.') || '(whole)', read[0]!.problem)
  return resolveLimits(read)
}

function resolveLimits(file: ProfileFile): Profile {
  const { checks, extends: parent, $schema: _, ...rest } = file
  const ids = parent === 'base' ? CHECK_IDS : Object.keys(checks)
  const limits: Record<string, Limit> = {}
  for (const id of ids) {
    const own = checks[id]
    if (own === 'off') continue
    limits[id] = mergeLimits(getDefaultLimit(id)!, own, file.source)
  }
  return { ...rest, checks: limits } as Profile
}

/** Every field that is wrong; empty for a profile that can be used. */
export function profileProblems(json: unknown): ProfileProblem[] {
  const read = parseProfileFile(json)
  return Array.isArray(read) ? read : []
}

function parseProfileFile(json: unknown): ProfileFile | ProfileProblem[] {
  // One problem a field.
  const parsed = v.safeParse(isVersion1(json) ? profileSchemaV1 : profileSchema, json, { abortPipeEarly: true })
  if (!parsed.success) return parsed.issues.flatMap(toProblems)
  const unknown = Object.keys(parsed.output.checks).filter(id => !getDefaultLimit(id))
  if (unknown.length)
    return unknown.map(id => ({ keys: ['checks', id], problem: 'there is no such check', kind: 'unknown-check' }))
  const file = migrateProfile(parsed.output) as ProfileFile
  const contradictions = findContradictions(resolveLimits(file))
  return contradictions.length ? contradictions.map(found => ({ ...found, kind: 'contradiction' })) : file
}

/** A union's issue hides which member was meant; the member that got furthest says what is really wrong. */
function toProblems(issue: v.BaseIssue<unknown>): ProfileProblem[] {
  const own = issue.path?.map(({ key }) => String(key)) ?? []
  const inner = issue.issues?.flatMap(toProblems).filter(({ keys }) => keys.length > 0) ?? []
  return inner.length
    ? inner.map(problem => ({ ...problem, keys: [...own, ...problem.keys] }))
    : [{ keys: own, problem: issue.message, kind: getProblemKind(issue) }]
}

/** By valibot's types: a strict object's key where nothing is expected; the schema's checks are over two fields. */
function getProblemKind({ type, expected }: v.BaseIssue<unknown>): ProfileProblem['kind'] {
  if (type === 'strict_object' && expected === 'never') return 'unknown-key'
  return type === 'check' ? 'range' : 'value'
}

function getDefaultLimit(id: string): Limit | undefined {
  const [rule, quantity] = splitCheckId(id)
  return RULES.get(rule)?.quantities[quantity]?.limit
}

/** What goes together: a school that sets one of them takes none of the others over from the rule. */
const RANGE_KEYS = ['min', 'max', 'oneOf']
/** Explains the rule's own number, and so holds for no other. */
const READING_KEYS = ['reading', 'measurement']

/**
 * A school's numbers replace the rule's own as a whole: its `max` alone must not inherit a `min` it never asked for.
 * A clause of the school stands in the school's notice unless it names another source.
 */
function mergeLimits(own: Limit, school: ProfileFile['checks'][string] | undefined, { title, trust }: Source): Limit {
  if (!school || school === 'off') return own
  // A host's object may hold `undefined` where it sets nothing.
  const set = Object.fromEntries(Object.entries(school).filter(([, value]) => value !== undefined))
  const has = (key: string): boolean => key in set
  const dropped = [
    ...(RANGE_KEYS.some(has) ? [...RANGE_KEYS, ...READING_KEYS] : []),
    ...(has('references') ? READING_KEYS : []),
    ...(has('clause') ? ['clauseEn', 'quoted'] : []),
  ]
  const kept = Object.fromEntries(Object.entries(own).filter(([key]) => !dropped.includes(key)))
  return { ...(kept as unknown as Limit), ...(has('clause') ? { source: title, trust } : {}), ...set }
}
type Source = ProfileFile['source']
