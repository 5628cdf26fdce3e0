import { describe, expect, it } from 'vitest'
import type { Limit } from '../contract/limit'
import type { Profile } from '../contract/profile'
import type { Reading } from '../contract/reading'
import { labOfHex } from '../lib/color'
import { judge } from './judge'

const limit = (own: Partial<Limit>): Limit => ({
  level: 'required',
  clause: 'clause',
  source: 'source',
  trust: 'A',
  ...own,
})
function judged(reading: Reading | undefined, own: Partial<Limit>): ReturnType<typeof judge> {
  const profile = { checks: { 'a.b': limit(own) } } as unknown as Profile
  return judge(reading ? { 'a.b': reading } : {}, profile, () => 'px')
}
const verdict = (value: number | string | boolean, own: Partial<Limit>): string =>
  judged({ value }, own).checks[0]!.verdict

describe('one comparer for all', () => {
  it.each([
    [50, { min: 50, max: 110 }, 'pass'],
    [110, { min: 50, max: 110 }, 'pass'],
    [49.9, { min: 50 }, 'fail'],
    [110.1, { max: 110 }, 'fail'],
    [52, { min: 50, near: 3 }, 'warn'],
    [53, { min: 50, near: 3 }, 'pass'],
    [108, { max: 110, near: 3 }, 'warn'],
    [107, { max: 110, near: 3 }, 'pass'],
    [110, { max: 110, near: 3 }, 'warn'],
    [110.1, { max: 110, near: 3 }, 'fail'],
    [110, { max: 110, near: 0 }, 'pass'],
    [49, { min: 50, level: 'advised' }, 'warn'],
    [51, { min: 50, near: 3, level: 'advised' }, 'pass'],
    ['clear', { oneOf: ['none', 'clear'] }, 'pass'],
    ['tinted', { oneOf: ['none', 'clear'] }, 'fail'],
    [true, { oneOf: [false] }, 'fail'],
    // Ends are for numbers: they say nothing of a word or a yes.
    [true, { min: 5 }, 'pass'],
    ['7', { max: 5, near: 1 }, 'pass'],
  ] as const)('%s against %o is %s', (value, own, expected) =>
    expect(verdict(value, own as Partial<Limit>)).toBe(expected),
  )

  it('unknown stays unknown, with its reason and score, and makes the whole unknown', () => {
    const { checks, verdict } = judged({ unknown: 'turned', score: 0.5 }, { min: 1 })
    expect(checks[0]).toMatchObject({ verdict: 'unknown', reason: 'turned', value: null, score: 0.5 })
    expect(verdict).toBe('unknown')
  })

  it('a check that nobody measured is there all the same', () => {
    expect(judged(undefined, {}).checks[0]).toMatchObject({ id: 'a.b', verdict: 'unknown', reason: 'not-run' })
  })

  it('a colour is judged by its distance from the nearest allowed one', () => {
    const near = judged({ colour: labOfHex('#64C5FF') }, { references: ['#FFFFFF', '#64C5FF'], max: 16 }).checks[0]!
    // What was measured is kept to be shown.
    for (const hex of ['#64c5ff', '#000000', '#ffffff', '#c8643c', '#101418'])
      expect(judged({ colour: labOfHex(hex) }, { references: ['#FFFFFF'], max: 16 }).checks[0]!.colour).toBe(hex)
    expect(near).toMatchObject({ verdict: 'pass', value: 0 })
    // The common app blue, 16.5 from the reference light blue (CIEDE2000).
    expect(judged({ colour: labOfHex('#438EDB') }, { references: ['#64C5FF'], max: 16 }).checks[0]!.value).toBeCloseTo(
      16.5,
      1,
    )
  })

  it('an advised unknown does not hold the whole up', () => {
    expect(judged({ unknown: 'turned' }, { level: 'advised' }).verdict).toBe('pass')
  })

  it('a colour that the profile names no reference for is not judged', () => {
    expect(judged({ colour: labOfHex('#438EDB') }, { max: 16 }).checks[0]).toMatchObject({
      verdict: 'unknown',
      reason: 'not-run',
      value: null,
    })
  })

  it('tells value, unit, clause, limits and outlines as they are, and no score where there is none', () => {
    const oneOf = [3, 4]
    const regions = [[{ x: 1, y: 2 }], [{ x: 3, y: 4 }]]
    const { checks } = judged({ value: 3, regions }, { min: 1, max: 5, near: 1, oneOf })
    expect(checks).toEqual([
      {
        id: 'a.b',
        value: 3,
        unit: 'px',
        reason: null,
        clause: 'clause',
        verdict: 'pass',
        limits: { min: 1, max: 5, oneOf: [3, 4], level: 'required' },
        score: null,
        regions,
      },
    ])
    expect(checks[0]!.limits.oneOf).not.toBe(oneOf)
    expect(judged({ value: 3, score: 0 }, {}).checks[0]).toMatchObject({
      score: 0,
      regions: [],
      limits: { level: 'required' },
    })
    expect(Object.keys(judged({ value: 3 }, {}).checks[0]!.limits)).toEqual(['level'])
    expect(judged({ value: 3, score: undefined } as unknown as Reading, {}).checks[0]!.score).toBeNull()
  })

  it.each([
    [['pass', 'fail', 'unknown'], 'fail'],
    [['unknown', 'pass'], 'unknown'],
    [['pass', 'pass'], 'pass'],
    [[], 'pass'],
  ] as const)('of required checks %o the whole is %s', (verdicts, whole) => {
    const ids = verdicts.map((_, at) => `a.${at}`)
    const profile = { checks: Object.fromEntries(ids.map(id => [id, limit({ min: 1 })])) } as unknown as Profile
    const readings = verdicts.map((one, at): [string, Reading] => [
      ids[at]!,
      one === 'unknown' ? { unknown: 'turned' } : { value: one === 'pass' ? 1 : 0 },
    ])
    expect(judge(Object.fromEntries(readings), profile, () => 'px').verdict).toBe(whole)
  })
})
