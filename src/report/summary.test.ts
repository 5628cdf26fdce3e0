import { describe, expect, it } from 'vitest'
import type { Check, Report } from '../contract/report'
import { getRuleGroup, isMendedBySaving, isPending, summarise } from './summary'

const check = (id: string, verdict: Check['verdict'], overrides: Partial<Check> = {}): Check => ({
  id,
  verdict,
  reason: null,
  value: verdict === 'unknown' ? null : 1,
  unit: '',
  limits: { level: 'required' },
  score: null,
  regions: [],
  clause: '',
  ...overrides,
})
const CROP: Report['crop'] = { x: 0, y: 0, width: 3, height: 4, outputWidth: 3, outputHeight: 4 }
const report = (checks: Check[], crop: Report['crop'] = CROP): Report => ({
  schema: 'zhaojian-report/1',
  profile: { id: 'one', version: '1' },
  source: { bytes: 1, type: 'image/jpeg', width: 3, height: 4, orientation: 1 },
  verdict: 'fail',
  checks,
  crop,
  timings: {},
})
const advised = { limits: { level: 'advised' } } as const
const ids = (checks: readonly Check[]): string[] => checks.map(({ id }) => id)

describe('what saving mends', () => {
  it.each([
    ['a file’s fault', check('file.width', 'fail'), CROP, true],
    ['what a file does not say', check('file.density', 'unknown'), CROP, true],
    ['a file’s warning', check('file.ratio', 'warn'), CROP, true],
    ['what is right already', check('file.width', 'pass'), CROP, false],
    ['a fault of the photo', check('pose.yaw', 'fail'), CROP, false],
    ['anything without a crop', check('file.width', 'fail'), null, false],
    ['what compression has cost', check('file.quality', 'fail'), CROP, false],
    ['a quality that is not known', check('file.quality', 'unknown'), CROP, true],
  ] as const)('%s', (_, testedCheck, crop, mended) =>
    expect(isMendedBySaving(testedCheck, report([testedCheck], crop))).toBe(mended),
  )
})

describe('a summary', () => {
  const checks = [
    check('pose.yaw', 'fail'),
    check('pose.roll', 'fail', advised),
    check('glasses.kind', 'unknown', { reason: 'ambiguous' }),
    check('ears.left', 'unknown', { reason: 'pending' }),
    check('eyes.left', 'unknown', { reason: 'turned', ...advised }),
    check('mouth.gap', 'warn'),
    check('gaze.offset', 'pass'),
    check('lighting.exposure', 'pass'),
    check('file.width', 'fail'),
    check('file.density', 'unknown', { reason: 'not-stated' }),
  ]

  it('sorts required checks by what helps', () => {
    const { toMend, mendedBySaving, unknown, pending } = summarise(report(checks))
    expect(ids(toMend)).toEqual(['pose.yaw'])
    expect(ids(mendedBySaving)).toEqual(['file.width', 'file.density'])
    expect(ids(unknown)).toEqual(['glasses.kind'])
    expect(ids(pending)).toEqual(['ears.left'])
    expect(checks.filter(isPending)).toEqual(pending)
  })

  it('without a crop counts the file’s faults as the photo’s', () => {
    const { toMend, mendedBySaving, unknown } = summarise(report(checks, null))
    expect(ids(toMend)).toEqual(['pose.yaw', 'file.width'])
    expect(mendedBySaving).toEqual([])
    expect(ids(unknown)).toEqual(['glasses.kind', 'file.density'])
  })

  it('counts verdicts, without what saving mends and what is still pending', () => {
    expect(summarise(report(checks)).counts).toEqual({ pass: 2, warn: 1, fail: 2, unknown: 2 })
    expect(summarise(report(checks, null)).counts).toEqual({ pass: 2, warn: 1, fail: 3, unknown: 3 })
  })

  it('groups by subject, the worst first and among equals as the profile has them; no group is empty', () => {
    const { groups } = summarise(report(checks))
    expect(groups.map(({ id }) => id)).toEqual(['face', 'light', 'file'])
    expect(ids(groups[0]!.checks)).toEqual([
      'pose.yaw',
      'pose.roll',
      'glasses.kind',
      'ears.left',
      'eyes.left',
      'mouth.gap',
      'gaze.offset',
    ])
    expect(groups[0]!.counts).toEqual({ pass: 1, warn: 1, fail: 2, unknown: 2 })
    const reversedVerdicts = summarise(report([...checks].reverse())).groups[0]!.checks.map(({ verdict }) => verdict)
    expect(reversedVerdicts).toEqual(['fail', 'fail', 'unknown', 'unknown', 'unknown', 'warn', 'pass'])
  })
})

it.each([
  ['pose.yaw', 'face'],
  ['red-eye.share', 'light'],
  ['clothing.contrast', 'background'],
  ['noise.level', 'picture'],
  ['geometry.centre', 'position'],
  ['file.bytes', 'file'],
])('%s belongs to the group %s', (id, group) => expect(getRuleGroup({ id })).toBe(group))
