import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CHECK_IDS } from '../rules'
import { getProfile, getProfileFile, listProfiles } from './index'
import { parseProfile, profileProblems } from './parse'

/** A profile that is not among ours is validated when it arrives, and again by the checker that gets it. */

it.each(listProfiles().map(({ id }) => id))('%s, read, can be read again and stays the same, in the same order', id => {
  const again = parseProfile(JSON.parse(JSON.stringify(getProfile(id))))
  expect(again).toEqual(getProfile(id))
  expect(Object.keys(again.checks)).toEqual(Object.keys(getProfile(id).checks))
})

it('the demo school is one, and a wrong field of it is named, with the problem apart', () => {
  const own = JSON.parse(readFileSync('demo/host/school.json', 'utf8')) as {
    checks: Record<string, Record<string, unknown>>
  }
  expect(parseProfile(own).id).toBe('example-college')
  own.checks['file.width']!['level'] = 'perhaps'
  expect(() => parseProfile(own)).toThrow(
    expect.objectContaining({
      path: 'checks.file.width.level',
      problem: expect.stringContaining('required') as string,
    }),
  )
})

/** A file of ours with other checks: every rule with its own limit, and these on top. */
const withChecks = (checks: object, more: object = {}): object => ({
  ...getProfileFile('hanjiang-2025'),
  checks,
  ...more,
})

describe('the checks of a profile', () => {
  it('are every rule’s own with those of the file on top, less what the file turns off', () => {
    const { checks } = parseProfile(withChecks({ 'ears.left': 'off', 'pose.yaw': { max: 5 } }))
    expect(Object.keys(checks)).toEqual(CHECK_IDS.filter(id => id !== 'ears.left'))
    expect(checks['pose.pitch']).toMatchObject({ min: -10, max: 10 })
    expect(checks['pose.yaw']).toMatchObject({ max: 5 })
  })

  it('keep the rule’s range where a host’s object leaves it undefined', () => {
    const { checks } = parseProfile(withChecks({ 'pose.yaw': { level: 'advised', max: undefined } }))
    expect(checks['pose.yaw']).toMatchObject({
      level: 'advised',
      max: getProfile('hanjiang-2025').checks['pose.yaw']!.max,
    })
  })
  it('are those of the file alone where it does not extend the rules', () => {
    const { checks } = parseProfile(withChecks({ 'pose.yaw': { max: 5 }, 'ears.left': 'off' }, { extends: undefined }))
    expect(Object.keys(checks)).toEqual(['pose.yaw'])
  })

  it.each([
    ['a maximum drops the rule’s minimum', 'pose.yaw', { max: 5 }, { max: 5 }],
    ['a minimum drops the rule’s maximum', 'pose.yaw', { min: 5 }, { min: 5 }],
    ['a choice drops both ends', 'pose.yaw', { oneOf: [0] }, { oneOf: [0] }],
    ['an end drops the rule’s choice', 'glasses.kind', { max: 1 }, { max: 1 }],
    ['a level alone keeps both ends', 'pose.yaw', { level: 'advised' }, { min: -10, max: 10 }],
    ['a level alone keeps the choice', 'glasses.kind', { level: 'advised' }, { oneOf: ['none', 'clear'] }],
  ] as const)('%s', (_, id, school, limit) => {
    const { clause, source, trust, level, near, ...range } = parseProfile(withChecks({ [id]: school })).checks[id]!
    expect(range).toEqual(limit)
    expect(level).toBe('level' in school ? school.level : 'required')
    expect(near).toBe(id === 'pose.yaw' ? 2 : undefined)
    expect([clause, source, trust]).not.toContain(undefined)
  })
})

describe('what is wrong with a profile', () => {
  it('is nothing with ours', () => expect(profileProblems(getProfileFile('hanjiang-2025'))).toEqual([]))

  it('is told by its place and kind, each field once', () => {
    const found = profileProblems(
      withChecks({ 'file.width': { nose: 1 }, 'file.height': { min: 2, max: 1 } }, { density: -1.5, nose: 1 }),
    )
    expect(found.map(({ keys, kind }) => [keys.join('/'), kind]).sort()).toEqual([
      ['checks/file.height', 'range'],
      ['checks/file.width/nose', 'unknown-key'],
      ['density', 'value'],
      ['nose', 'unknown-key'],
    ])
  })

  it('is a value, not an unknown key, where a whole object is missing', () => {
    const [problem, ...others] = profileProblems(withChecks({}, { source: undefined }))
    expect(problem).toMatchObject({ keys: ['source'], kind: 'value' })
    expect(others).toEqual([])
  })

  it('is each check that no rule has, be the rule or only its quantity unknown', () =>
    expect(profileProblems(withChecks({ 'nose.length': {}, 'file.nose': 'off', 'pose.yaw': {} }))).toEqual(
      ['nose.length', 'file.nose'].map(id => ({
        keys: ['checks', id],
        problem: 'there is no such check',
        kind: 'unknown-check',
      })),
    ))

  it('is the whole of what is no object', () => {
    expect(profileProblems(null)).toMatchObject([{ keys: [], kind: 'value' }])
    expect(() => parseProfile(null)).toThrow(expect.objectContaining({ name: 'ProfileError', path: '(whole)' }))
  })
})
