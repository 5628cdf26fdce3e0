import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { assembleAssets } from '../../build/models/assemble'
import type { Limit } from '../../src/contract/limit'
import type { Profile } from '../../src/contract/profile'
import type { Check } from '../../src/contract/report'
import { isInside } from '../../src/lib/polygon'
import { measureAll, RULES, getUnit } from '../../src/rules/index'
import { judge } from '../../src/verdict/judge'
import { CASE_KINDS, type RuleCase, type RuleCases, type UnknownCase } from '../support/rule-cases'

/** A number counts as near a limit that has no band of its own within this share of the limit. */
const NEAR_SHARE = 0.1

const modules = import.meta.glob<{ default: RuleCases }>('../../src/rules/*/cases.ts')

beforeAll(() => assembleAssets(process.cwd()))

/** What the rule's own measure and limit say of one quantity. */
function judgeCase(ruleId: string, quantity: string, { scene, plan = null }: RuleCase | UnknownCase): Check {
  const rule = RULES.get(ruleId)!
  const id = `${ruleId}.${quantity}`
  const failures: unknown[] = []
  const readings = measureAll(scene, plan, (_, error) => failures.push(error), [rule])
  expect(failures).toEqual([])
  const profile = { checks: { [id]: rule.quantities[quantity]!.limit } } as unknown as Profile
  return judge(readings, profile, getUnit).checks[0]!
}

function expectValue(check: Check, { value, tolerance, place }: RuleCase): void {
  if (typeof value === 'number')
    expect(Math.abs(Number(check.value) - value), `${check.id} is ${check.value}, not ${value}`).toBeLessThanOrEqual(
      tolerance ?? Math.max(0.005, 0.02 * Math.abs(value)),
    )
  else if (value !== undefined) expect(check.value).toBe(value)
  if (place) {
    const holds = check.regions.some(region => isInside(region, place))
    expect(holds, `${check.id}: an outline around ${place.x}, ${place.y}`).toBe(true)
  }
}

/** Distance of the value from the limit that it is nearest to. */
function marginOf(check: Check, { min = -Infinity, max = Infinity }: Limit): number {
  return Math.min(Math.abs(Number(check.value) - min), Math.abs(max - Number(check.value)))
}

function expectNear(check: Check, limit: Limit, { isLeastCertain }: RuleCase): void {
  const { min, max, near = 0, level } = limit
  expect(check.verdict, `${check.id} is ${check.value}`).toBe(
    level === 'required' && near > 0 && !isLeastCertain ? 'warn' : 'pass',
  )
  if (isLeastCertain || (min === undefined && max === undefined)) return
  const nearest = Math.abs(Number(check.value) - (min ?? -Infinity)) < Math.abs((max ?? Infinity) - Number(check.value))
  const bound = Math.abs((nearest ? min : max)!)
  expect(marginOf(check, limit), `${check.id} is ${check.value}`).toBeLessThanOrEqual(near || NEAR_SHARE * bound)
}

describe.each([...RULES.values()].map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  const path = `../../src/rules/${id}/cases.ts`

  it('has cases of all its quantities', async () => {
    expect(existsSync(`src/rules/${id}/cases.ts`), `src/rules/${id}/cases.ts`).toBe(true)
    const { default: cases } = await modules[path]!()
    expect(Object.keys(cases).sort()).toEqual(Object.keys(rule.quantities).sort())
    for (const quantity of Object.values(cases)) expect(Object.keys(quantity).sort()).toEqual([...CASE_KINDS].sort())
  })

  describe.each(Object.entries(rule.quantities))('%s', (quantity, { limit }) => {
    const casesOf = async (): Promise<RuleCases[string]> => (await modules[path]!()).default[quantity]!

    it('passes', async () => {
      const made = await (await casesOf()).pass()
      const check = judgeCase(id, quantity, made)
      expect(check.verdict, `${check.id} is ${check.value ?? check.reason}`).toBe('pass')
      expectValue(check, made)
    })

    it('is near its limit', async () => {
      const made = await (await casesOf()).near()
      const check = judgeCase(id, quantity, made)
      expectNear(check, limit, made)
      expectValue(check, made)
    })

    it('fails', async () => {
      const made = await (await casesOf()).fail()
      const check = judgeCase(id, quantity, made)
      expect(check.verdict, `${check.id} is ${check.value ?? check.reason}`).toBe(
        limit.level === 'required' ? 'fail' : 'warn',
      )
      expectValue(check, made)
    })

    it('is unknown', async () => {
      const made = await (await casesOf()).unknown()
      const check = judgeCase(id, quantity, made)
      expect(check.verdict, `${check.id} is ${check.value}`).toBe('unknown')
      expect(check.reason).toBe(made.reason)
    })
  })
})
