import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CHECK_IDS } from '../rules'
import { getProfile, getProfileFile, listProfiles } from './index'
import { migrateProfile, parseProfile, profileProblems } from './parse'

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
    const merged = parseProfile(withChecks({ [id]: school })).checks[id]!
    const { clause, clauseEn, quoted: _quoted, reading, measurement, source, trust, level, near, ...range } = merged
    expect(range).toEqual(limit)
    expect(level).toBe('level' in school ? school.level : 'required')
    expect(near).toBe(id === 'pose.yaw' ? 2 : undefined)
    expect([clause, clauseEn, source, trust]).not.toContain(undefined)
    // What is said about the rule's own number holds for no other.
    if (!('level' in school)) expect([reading, measurement]).toEqual([undefined, undefined])
  })
})

describe('the clause of a limit', () => {
  const limitOf = (school: object): object => parseProfile(withChecks({ 'ears.left': school })).checks['ears.left']!
  const { title, trust } = getProfile('hanjiang-2025').source

  it('stands in the school’s own notice unless it names another source', () => {
    expect(limitOf({ clause: '露出双耳' })).toMatchObject({ clause: '露出双耳', source: title, trust })
    expect(limitOf({ clause: '露出双耳', source: '附件', trust: 'A' })).toMatchObject({ source: '附件', trust: 'A' })
    expect(limitOf({ min: 0.4 })).toMatchObject({ clause: '头发不得遮挡眉毛、眼睛、耳朵', trust: 'C' })
  })

  it('is not a quotation because the rule’s clause was one', () => {
    const headwearOf = (school: object): object =>
      parseProfile(withChecks({ 'headwear.worn': school })).checks['headwear.worn']!
    expect(headwearOf({ level: 'advised' })).toMatchObject({ quoted: true })
    expect(headwearOf({ clause: '免冠' })).not.toHaveProperty('quoted')
  })

  it('takes its translation with it, and keeps the reading of a number that stays', () => {
    expect(limitOf({ clause: '露出双耳' })).not.toHaveProperty('clauseEn')
    expect(limitOf({ clause: '露出双耳' })).toHaveProperty('reading')
    expect(limitOf({ clause: '露出双耳', clauseEn: 'Both ears' })).toMatchObject({ clauseEn: 'Both ears' })
  })
})

describe('a file of the first version', () => {
  const former = JSON.parse(readFileSync('tests/profiles/hanjiang-2025.v1.json', 'utf8')) as Record<string, unknown>

  it('is read as one of the second, with the same limits', () => {
    const { schema, checks } = parseProfile(former)
    expect(schema).toBe('zhaojian-profile/2')
    expect(checks['file.bytes']).toMatchObject({ min: 51_200, max: 1_000_000, trust: 'B' })
    for (const [id, { min, max, oneOf, level }] of Object.entries(getProfile('hanjiang-2025').checks))
      expect(checks[id], id).toMatchObject(JSON.parse(JSON.stringify({ min, max, oneOf, level })) as object)
  })

  it('has none of the fields that the second brought', () => {
    expect(profileProblems({ ...former, glasses: 'clear' })).toMatchObject([{ keys: ['glasses'], kind: 'unknown-key' }])
    expect(profileProblems({ ...former, ratio: [413, 579] })).toMatchObject([
      { keys: ['ratio', '0'], kind: 'value' },
      {},
    ])
  })

  it('becomes one of the second with its keys in the same order', () => {
    expect(migrateProfile(former)).toEqual({ ...former, schema: 'zhaojian-profile/2' })
    expect(Object.keys(migrateProfile(former) as object)).toEqual(Object.keys(former))
    expect(migrateProfile('no object')).toBe('no object')
  })
})

describe('a shape that no allowed size has is refused', () => {
  const sizes = (ratio: number[], [width, height]: [number, number]): ReturnType<typeof profileProblems> =>
    profileProblems(
      withChecks(
        {
          'file.width': { min: width, max: width },
          'file.height': { min: height, max: height },
          'file.ratio': { min: 0.6, max: 0.8 },
          'file.bytes': 'off',
        },
        { ratio },
      ),
    )
  it.each([
    [[390, 567], [390, 567], true],
    [[413, 579], [413, 579], true],
    [[413, 626], [413, 626], true],
    [[130, 189], [390, 567], true],
    [[413, 579], [413, 580], false],
    [[3, 4], [480, 641], false],
    [[3, 4], [2, 3], false],
  ] as [number[], [number, number], boolean][])('%j as %j: %s', (ratio, size, fits) => {
    expect(sizes(ratio, size).map(({ kind }) => kind)).toEqual(fits ? [] : ['contradiction'])
  })

  it('also where the ratio’s own limit excludes it', () =>
    expect(profileProblems(withChecks({}, { ratio: [2, 3] }))).toMatchObject([
      { keys: ['ratio'], kind: 'contradiction' },
    ]))
})

describe('more bytes than the pixels of any JPEG fill are refused', () => {
  it.each([
    [102_400, { max: 150 }, ['checks.file.bytes.min']],
    [45_001, { max: 150 }, ['checks.file.bytes.min']],
    [45_000, { max: 150 }, []],
    [102_400, { min: 150 }, []],
  ])('%i bytes, width %j', (min, width, refused) => {
    const checks = { 'file.width': width, 'file.height': { max: 200 }, 'file.bytes': { min } }
    const found = profileProblems(withChecks(checks, { ratio: [3, 4] }))
    expect(found.map(({ keys }) => keys.join('.'))).toEqual(refused)
    expect(found.map(({ problem }) => problem).join()).toContain(refused.length ? '45000 bytes' : '')
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
