import * as v from 'valibot'
import { splitCheckId } from '../contract/check-id'
import type { Limit } from '../contract/limit'
import type { Profile } from '../contract/profile'
import { CHECK_IDS, RULES } from '../rules'
import { profileSchema, type ProfileFile } from './schema'

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
  readonly kind: 'unknown-key' | 'unknown-check' | 'range' | 'value'
}

/**
 * A profile file or object, with `extends` resolved and every limit complete. Errors: ProfileError naming the first
 * bad field.
 */
export function parseProfile(json: unknown): Profile {
  const read = parseProfileFile(json)
  if (Array.isArray(read)) throw new ProfileError(read[0]!.keys.join('.') || '(whole)', read[0]!.problem)
  const { checks, extends: parent, $schema: _, ...rest } = read
  const ids = parent === 'base' ? CHECK_IDS : Object.keys(checks)
  const limits: Record<string, Limit> = {}
  for (const id of ids) {
    const own = checks[id]
    if (own === 'off') continue
    limits[id] = mergeLimits(getDefaultLimit(id)!, own)
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
  const parsed = v.safeParse(profileSchema, json, { abortPipeEarly: true })
  if (!parsed.success) return parsed.issues.flatMap(toProblems)
  const unknown = Object.keys(parsed.output.checks).filter(id => !getDefaultLimit(id))
  return unknown.length
    ? unknown.map(id => ({ keys: ['checks', id], problem: 'there is no such check', kind: 'unknown-check' as const }))
    : parsed.output
}

/** A union's issue hides which member was meant; the member that got furthest says what is really wrong. */
function toProblems(issue: v.BaseIssue<unknown>): ProfileProblem[] {
  const own = issue.path?.map(({ key }) => String(key)) ?? []
  const inner = issue.issues?.flatMap(toProblems).filter(({ keys }) => keys.length > 0) ?? []
  return inner.length
    ? inner.map(problem => ({ ...problem, keys: [...own, ...problem.keys] }))
    : [{ keys: own, problem: issue.message, kind: getProblemKind(issue) }]
}

/** By valibot's types: a strict object's key where nothing is expected; the schema's only check over two fields. */
function getProblemKind({ type, expected }: v.BaseIssue<unknown>): ProfileProblem['kind'] {
  if (type === 'strict_object' && expected === 'never') return 'unknown-key'
  return type === 'check' ? 'range' : 'value'
}

function getDefaultLimit(id: string): Limit | undefined {
  const [rule, quantity] = splitCheckId(id)
  return RULES.get(rule)?.quantities[quantity]?.limit
}

/**
 * A school's numbers replace the rule's own as a whole: its `max` alone must not inherit a `min` it never asked for.
 */
function mergeLimits(own: Limit, school: ProfileFile['checks'][string] | undefined): Limit {
  if (!school || school === 'off') return own
  // A host's object may hold `undefined` where it sets nothing.
  const set = Object.fromEntries(Object.entries(school).filter(([, value]) => value !== undefined))
  const setsRange = ['min', 'max', 'oneOf'].some(key => key in set)
  const { min: _min, max: _max, oneOf: _oneOf, ...kept } = own
  return { ...(setsRange ? kept : own), ...set }
}
