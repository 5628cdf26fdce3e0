import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { getProfile, listProfiles, resolveProfile } from './index'
import { buildPublishedSchema } from './published-schema'
import { toCropTarget, toFileTarget } from './targets'

const files = readdirSync('src/profiles').filter(name => name.endsWith('.json'))

describe('profiles', () => {
  it.each(files)('%s is listed under its own name, every limit with clause and source', file => {
    const id = file.replace('.json', '')
    const profile = getProfile(id)
    expect(profile.id).toBe(id)
    for (const [check, limit] of Object.entries(profile.checks)) {
      // Either a notice says it, and where; or it is this project's own, and says why.
      if (limit.trust === 'D') expect(limit.reading, check).toBeDefined()
      else expect([limit.clause, limit.source], check).not.toContain('')
      if (limit.clause !== '') expect(limit.clauseEn, `${check} in English`).toBeTruthy()
      expect(['required', 'advised'], check).toContain(limit.level)
    }
    if (profile.source.trust !== 'A') expect(profile.source.note, 'a thin source is told').toBeDefined()
  })

  /** Words that were read in the notice itself, or where it is quoted. Anything else is a summary. */
  const READ_AS_QUOTES = [
    '均匀无渐变',
    '正面免冠彩色头像',
    '正面免冠',
    '嘴唇自然闭合',
    '左右肩膀平衡',
    '一般在20KB至40KB',
  ]
  it('shows nothing in quotation marks but words that were read as a quote', () => {
    const profiles = listProfiles().map(({ id }) => getProfile(id))
    const limits = profiles.flatMap(({ checks }) => Object.values(checks))
    const quoted = limits.filter(limit => limit.quoted).map(({ clause }) => clause)
    expect(new Set(quoted)).toEqual(new Set(READ_AS_QUOTES))
    expect(profiles.filter(({ acceptance }) => acceptance?.quoted)).toEqual([])
  })

  it('has the default first and at least thirty in all', () => {
    expect(listProfiles()[0]!.id).toBe('hanjiang-2025')
    expect(listProfiles().length).toBeGreaterThanOrEqual(30)
  })

  it('takes the stricter reading of 50 KB to 1 MB and the largest 3:4 box', () => {
    const profile = getProfile('hanjiang-2025')
    expect(toFileTarget(profile)).toMatchObject({ minBytes: 51_200, maxBytes: 1_000_000, density: 300 })
    expect(toCropTarget(profile)).toMatchObject({
      ratio: [3, 4],
      width: { min: 480, max: 1350 },
      height: { min: 640, max: 1700 },
      headTop: { min: 50, max: 110 },
    })
  })

  it('gives a resolved profile back unchanged', () => {
    for (const { id } of listProfiles()) expect(resolveProfile(structuredClone(getProfile(id)))).toEqual(getProfile(id))
  })
})

describe('a bad profile is refused naming the field', () => {
  const good = (): Record<string, unknown> =>
    JSON.parse(readFileSync('src/profiles/hanjiang-2025.json', 'utf8')) as Record<string, unknown>
  it.each([
    [
      'id',
      (p: Record<string, unknown>) => {
        p['id'] = 'Not An Id'
      },
    ],
    [
      'density',
      (p: Record<string, unknown>) => {
        p['density'] = -1
      },
    ],
    [
      'ratio',
      (p: Record<string, unknown>) => {
        p['ratio'] = [3]
      },
    ],
    [
      'checks.file.width.min',
      (p: Record<string, unknown>) => {
        ;(p['checks'] as Record<string, Record<string, unknown>>)['file.width']!['min'] = 'wide'
      },
    ],
    [
      'checks.background.colour.references',
      (p: Record<string, unknown>) => {
        ;(p['checks'] as Record<string, Record<string, unknown>>)['background.colour']!['references'] = ['blue']
      },
    ],
    [
      'checks.nose.length',
      (p: Record<string, unknown>) => {
        ;(p['checks'] as Record<string, unknown>)['nose.length'] = {}
      },
    ],
    [
      'extra',
      (p: Record<string, unknown>) => {
        p['extra'] = 1
      },
    ],
  ])('%s', (path, spoil) => {
    const profile = good()
    spoil(profile)
    expect(() => resolveProfile(profile)).toThrow(path)
  })
})

it('the published schema is what the parser’s schema says (npm run profile:schema)', () => {
  expect(readFileSync('public/profile.schema.json', 'utf8')).toBe(buildPublishedSchema())
})
