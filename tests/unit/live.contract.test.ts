import { describe, expect, it } from 'vitest'
import type { Limit } from '../../src/contract/limit'
import type { Reading } from '../../src/contract/reading'
import type { Check } from '../../src/contract/report'
import { defineRule, LIVE_STEPS, type Readings, type Rule } from '../../src/contract/rule'
import { ruleOf } from '../../src/contract/check-id'
import { labOfHex } from '../../src/lib/color'
import { getProfile, listProfiles } from '../../src/profiles'
import { getLiveStep } from '../../src/report/live-steps'
import { RULES, getUnit } from '../../src/rules'
import { Coach } from '../../src/verdict/coach'
import { READY, type LiveRules } from '../../src/verdict/instruction'
import { judge } from '../../src/verdict/judge'

/** What no frame of a camera shows: its rules are told of the photo that is taken, not while it is taken. */
const NOT_LIVE = ['file']
const DEFAULT = 'hanjiang-2025'

/** A reading well within the limit, or outside it. */
function readingFor(limit: Limit, isGood: boolean): Reading {
  const { min, max, oneOf, references } = limit
  if (references) return { colour: isGood ? labOfHex(references[0]!) : { L: 0, a: 0, b: 0 } }
  if (oneOf) return { value: isGood ? oneOf[0]! : 'none of these' }
  if (isGood) return { value: min !== undefined && max !== undefined ? (min + max) / 2 : (min ?? max!) }
  return { value: max === undefined ? min! - 1 : max + 1 }
}

function readAll(limits: Readonly<Record<string, Limit>>, broken: string | null): Readings {
  return Object.fromEntries(Object.entries(limits).map(([id, limit]) => [id, readingFor(limit, id !== broken)]))
}

/** What the coach says after frames every 200 ms for `seconds`, the head still and every frame looked at. */
function coachFor(seconds: number, checks: readonly Check[], rules: LiveRules): ReturnType<Coach['update']>[] {
  const coach = new Coach(rules)
  return Array.from({ length: seconds * 5 }, (_, frame) => coach.update(checks, true, frame * 200, frame * 200))
}

function expectNeverReady(checks: readonly Check[], rules: LiveRules, id: string): void {
  // Longer than it takes to set a fault of the room aside.
  const told = coachFor(8, checks, rules)
  expect(
    told.filter(({ instruction }) => instruction === READY),
    id,
  ).toEqual([])
  expect(Math.max(...told.map(({ coach }) => coach.heldFor)), id).toBe(0)
  expect(told.at(-1)!.instruction).toBe(id)
}

describe.each(listProfiles().map(({ id }) => id))('the camera under %s', profileId => {
  const profile = getProfile(profileId)
  const required = Object.entries(profile.checks)
    .filter(([, { level }]) => level === 'required')
    .map(([id]) => id)
  const live = required.filter(id => !NOT_LIVE.includes(ruleOf(id)))
  const judged = (broken: string | null): Check[] => judge(readAll(profile.checks, broken), profile, getUnit).checks

  it('is ready where every check passes', () => {
    const last = coachFor(2, judged(null), RULES).at(-1)!
    expect(last.instruction).toBe(READY)
    expect(last.coach.heldFor).toBeGreaterThan(1000)
  })

  it.each(live)('is not ready while %s alone fails, and says so', id => {
    expect(judged(id).filter(({ verdict }) => verdict === 'fail')).toMatchObject([{ id }])
    expectNeverReady(judged(id), RULES, id)
  })

  if (profileId === DEFAULT)
    it('is not ready while any one of them alone can’t be told', () => {
      for (const id of live) {
        const readings = { ...readAll(profile.checks, null), [id]: { unknown: 'too-small' } as const }
        expectNeverReady(judge(readings, profile, getUnit).checks, RULES, id)
      }
    })
})

describe('every rule', () => {
  it('is live, but for those that no frame shows', () => {
    const notLive = [...RULES.values()].filter(rule => !rule.live)
    expect(notLive.map(({ id }) => id)).toEqual(NOT_LIVE)
    for (const { needs } of notLive) expect(needs).toContain('file')
  })

  it('that is live has a step and words for it, and a place of its own', () => {
    const live = [...RULES.values()].flatMap(rule => (rule.live ? [{ ...rule, live: rule.live }] : []))
    for (const rule of live) {
      for (const quantity of Object.keys(rule.quantities))
        expect(LIVE_STEPS).toContain(getLiveStep(`${rule.id}.${quantity}`))
    }
    expect(findShared(live.map(({ id, live: { step, order } }) => [id, `${step} ${order}`]))).toEqual([])
    expect(new Set(live.map(rule => rule.live.step))).toEqual(new Set(LIVE_STEPS))
  })

  it('has a place of its own in its group', () => {
    expect(findShared([...RULES.values()].map(({ id, group, order }) => [id, `${group} ${order}`]))).toEqual([])
  })
})

/** Rules that share a place, each with what is taken: `posters and noise at light 30; taken: …`. */
function findShared(places: readonly (readonly [id: string, place: string])[]): string[] {
  const taken = places.map(([, place]) => place).sort()
  return places.flatMap(([id, place], i) =>
    places
      .slice(i + 1)
      .filter(([, other]) => other === place)
      .map(([other]) => `${id} and ${other} at ${place}; taken: ${taken.join(', ')}`),
  )
}

const words = { title: 'Posters', fine: 'None.', high: { finding: 'Posters.', advice: 'Take them down.' } }
const limit = { max: 0.1, level: 'required', clause: 'none', source: 'made up', trust: 'D' } as const
const POSTERS: Rule = defineRule({
  id: 'posters',
  needs: ['face'],
  group: 'background',
  order: 30,
  live: { step: 'background', order: 30, told: 'once' },
  overlay: null,
  frameScore: null,
  quantities: { share: { unit: 'ratio', limit } },
  measure: () => ({ share: { value: 0.5 } }),
  text: { 'zh-CN': { share: words }, en: { share: words } },
})

describe('a new required rule that fails', () => {
  const profile = getProfile(DEFAULT)
  const checks = judge(
    { ...readAll(profile.checks, null), 'posters.share': { value: 0.5 } },
    { ...profile, checks: { ...profile.checks, 'posters.share': limit } },
    getUnit,
  ).checks

  it('does not let the camera say ready', () =>
    expectNeverReady(checks, new Map([...RULES, ['posters', POSTERS]]), 'posters.share'))

  it('does not either where the coach has never heard of it', () => expectNeverReady(checks, RULES, 'posters.share'))

  it('comes after a fault of an earlier step, and before one of a later', () => {
    const failing = (id: string): Check[] => checks.map(one => (one.id === id ? { ...one, verdict: 'fail' } : one))
    const rules = new Map([...RULES, ['posters', POSTERS] as const])
    expect(coachFor(1, failing('lighting.balance'), rules).at(-1)!.instruction).toBe('lighting.balance')
    expect(coachFor(1, failing('ears.left'), rules).at(-1)!.instruction).toBe('posters.share')
  })

  it('is refused by the compiler where it lacks its group, its step, its layer or its say in choosing frames', () => {
    const { group, order, live, overlay, frameScore, ...rest } = POSTERS
    // @ts-expect-error -- no group
    defineRule({ ...rest, order, live, overlay, frameScore })
    // @ts-expect-error -- no place in the group
    defineRule({ ...rest, group, live, overlay, frameScore })
    // @ts-expect-error -- not said whether it is live
    defineRule({ ...rest, group, order, overlay, frameScore })
    // @ts-expect-error -- no layer
    defineRule({ ...rest, group, order, live, frameScore })
    // @ts-expect-error -- not said whether it chooses frames
    defineRule({ ...rest, group, order, live, overlay })
    // @ts-expect-error -- live without a step
    defineRule({ ...rest, group, order, overlay, frameScore, live: { order: 1, told: 'once' } })
    expect(defineRule({ ...rest, group, order, live, overlay, frameScore })).toEqual(POSTERS)
  })
})
