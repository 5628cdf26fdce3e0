import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compareReports } from '../../src/editor/differences'
import { getProblemKind } from '../../src/editor/problems'
import { describeCheck } from '../../src/report/explain'
import { getProfile, getProfileFile } from '../../src/profiles'
import { profileProblems } from '../../src/profiles/parse'
import type { Check, Report } from '../../src/contract/report'
import { LOCALES } from '../../src/contract/locale'

const readHanjiangFile = (): Record<string, unknown> => getProfileFile('hanjiang-2025') as Record<string, unknown>

describe('a profile’s file', () => {
  it('is given as it is written, and a change to it changes nothing else', () => {
    for (const name of readdirSync('src/profiles').filter(name => name.endsWith('.json'))) {
      expect(`${JSON.stringify(getProfileFile(name.replace('.json', '')), null, 2)}\n`).toBe(
        readFileSync(`src/profiles/${name}`, 'utf8'),
      )
    }
    readHanjiangFile()['id'] = 'other'
    expect(readHanjiangFile()['id']).toBe('hanjiang-2025')
    expect(() => getProfileFile('nowhere')).toThrow('nowhere')
  })
})

it('every check has a title, and its named values have words, in both languages', () => {
  for (const locale of LOCALES)
    for (const [id, { oneOf = [] }] of Object.entries(getProfile('hanjiang-2025').checks)) {
      const about = describeCheck(id, locale)!
      expect(about.title, id).not.toBe('')
      for (const value of oneOf) if (typeof value === 'string') expect(about.values, id).toHaveProperty([value])
    }
  expect(describeCheck('nose.length', 'en')).toBeNull()
})

describe('the editor has words of its own for', () => {
  it.each([
    ['id', { id: 'A' }],
    ['empty', { version: '' }],
    ['empty', { name: { 'zh-CN': '', en: 'a' } }],
    ['url', { source: { title: 'a', url: 'a', trust: 'A' } }],
    ['ratio', { ratio: [3, 0.5] }],
    ['density', { density: 'x' }],
    ['density', { density: undefined }],
    ['file-name', { fileName: '{x}' }],
    ['number', { checks: { 'file.width': { min: 'x' } } }],
    ['positive', { checks: { 'file.width': { near: -1 } } }],
    ['range', { checks: { 'file.width': { min: 2, max: 1 } } }],
    ['colours', { checks: { 'background.colour': { references: [] } } }],
    ['colour', { checks: { 'background.colour': { references: ['x'] } } }],
    ['one-of', { checks: { 'glasses.kind': { oneOf: [] } } }],
    ['unknown-check', { checks: { 'nose.length': {} } }],
    ['unknown-key', { nose: 1 }],
    ['unknown-key', { checks: { 'file.width': { nose: 1 } } }],
    ['other', { schema: 'zhaojian-profile/3' }],
    ['contradiction', { ratio: [2, 3] }],
    ['contradiction', { glasses: 'forbidden' }],
  ] as const)('%s: %j', (kind, change) =>
    expect(profileProblems({ ...readHanjiangFile(), ...change }).map(getProblemKind)).toEqual([kind]),
  )
})

it('verdicts are set beside the former ones: changed, new, gone; and what saving mends apart', () => {
  const check = (id: string, verdict: Check['verdict']): Check => ({
    id,
    verdict,
    reason: null,
    value: 1,
    unit: '',
    limits: { level: 'required' },
    score: null,
    regions: [],
    clause: '',
  })
  const report = (...checks: Check[]): Report =>
    ({ checks, crop: { x: 0, y: 0, width: 3, height: 4, outputWidth: 3, outputHeight: 4 } }) as unknown as Report
  const { changed, needing, mended, fine } = compareReports(
    report(check('a.a', 'fail'), check('b.b', 'pass'), check('c.c', 'pass'), check('file.density', 'warn')),
    report(check('a.a', 'pass'), check('b.b', 'pass'), check('d.d', 'pass'), check('file.density', 'warn')),
  )
  expect(changed.map(({ id, now, before }) => [id, before?.verdict, now?.verdict])).toEqual([
    ['a.a', 'pass', 'fail'],
    ['c.c', undefined, 'pass'],
    ['d.d', 'pass', undefined],
  ])
  expect([needing, mended, fine].map(list => list.map(({ id }) => id))).toEqual([
    ['a.a'],
    ['file.density'],
    ['b.b', 'c.c'],
  ])
  expect(compareReports(report(check('a.a', 'fail')), null).changed).toEqual([])
})
