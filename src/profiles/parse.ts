import * as v from 'valibot'
import type { Limit } from '../contract/limit'
import type { Profile } from '../contract/profile'
import { RULES } from '../rules'
import base from './base.json'
import { profileSchema, type ProfileFile } from './schema'

/** A profile that can't be used. `path` names the field, as in `checks.ears.left.level`. */
export class ProfileError extends TypeError {
  constructor(readonly path: string, readonly problem: string) {
    super(`profile: ${path}: ${problem}`)
    this.name = 'ProfileError'
  }
}

/** A profile file or object, with `extends` resolved and every limit complete. Errors: ProfileError naming the first bad field. */
export function parseProfile(json: unknown): Profile {
  const parsed = v.safeParse(profileSchema, json)
  if (!parsed.success) {
    const { path, message } = located(parsed.issues[0])
    throw new ProfileError(path.join('.') || '(whole)', message)
  }
  const { checks, extends: parent, $schema: _, ...rest } = parsed.output
  for (const id of Object.keys(checks)) if (!defaultLimit(id)) throw new ProfileError(`checks.${id}`, 'there is no such check')
  const ids = parent === 'base' ? [...new Set([...baseOrder(), ...Object.keys(checks)])] : Object.keys(checks)
  const limits: Record<string, Limit> = {}
  for (const id of ids) {
    const own = checks[id]
    if (own === 'off') continue
    limits[id] = merged(defaultLimit(id)!, own)
  }
  return { ...rest, checks: limits } as Profile
}

/** A union's issue hides which member was meant; the member that got furthest says what is really wrong. */
function located(issue: v.BaseIssue<unknown>): { path: string[]; message: string } {
  const own = issue.path?.map(({ key }) => String(key)) ?? []
  const inner = issue.issues?.map(located).reduce((best, one) => one.path.length > best.path.length ? one : best)
  return inner?.path.length ? { path: [...own, ...inner.path], message: inner.message } : { path: own, message: issue.message }
}

/** The order of display: base.json's list, then whatever rule it does not know yet. */
function baseOrder(): string[] {
  const all = [...RULES.values()].flatMap(rule => Object.keys(rule.quantities).map(quantity => `${rule.id}.${quantity}`))
  const off = new Set<string>(base.off)
  return [...base.order.filter(id => all.includes(id)), ...all.filter(id => !base.order.includes(id))].filter(id => !off.has(id))
}

function defaultLimit(id: string): Limit | undefined {
  const [rule, quantity] = id.split('.') as [string, string]
  return RULES.get(rule)?.quantities[quantity]?.limit
}

/** A school's numbers replace the rule's own as a whole: its `max` alone must not inherit a `min` it never asked for. */
function merged(own: Limit, school: ProfileFile['checks'][string] | undefined): Limit {
  if (!school || school === 'off') return own
  const setsRange = ['min', 'max', 'oneOf'].some(key => key in school)
  const { min: _min, max: _max, oneOf: _oneOf, ...kept } = own
  const result = { ...(setsRange ? kept : own), ...school }
  return Object.fromEntries(Object.entries(result).filter(([, value]) => value !== undefined)) as unknown as Limit
}
