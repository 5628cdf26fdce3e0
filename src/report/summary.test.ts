import { describe, expect, it } from 'vitest'
import type { Check, Report } from '../contract/report'
import { getRemedy, getRuleGroup, isMendedBySaving, isPending, summarise } from './summary'

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

describe('what could not be checked', () => {
  const open = check('glasses.glare', 'unknown', { reason: 'ambiguous' })
  const atAGlance = check('clothing.contrast', 'unknown', { reason: 'ambiguous' })
  const advisedCheck = check('lighting.cast', 'unknown', { reason: 'too-small', ...advised })

  it('is open only where it is required and no glance settles it', () => {
    const { unchecked, unknown, counts } = summarise(report([atAGlance, advisedCheck, check('pose.yaw', 'pass'), open]))
    expect(ids(unknown)).toEqual(['glasses.glare'])
    expect(ids(unchecked)).toEqual(['glasses.glare', 'clothing.contrast', 'lighting.cast'])
    expect(counts.unknown).toBe(unchecked.length)
  })
  it('counts neither what is pending nor what saving mends', () => {
    const checks = [
      check('ears.left', 'unknown', { reason: 'pending' }),
      check('file.density', 'unknown', { reason: 'not-stated' }),
    ]
    expect(summarise(report(checks)).unchecked).toEqual([])
  })
})

describe('the order of faults', () => {
  const few = check('file.width', 'fail', { value: 300, limits: { min: 480, level: 'required' } })
  const wide = check('file.width', 'fail', { value: 3000, limits: { max: 1350, level: 'required' } })

  it('a file of no use, face and hair, framing, background, light, sharpness, what saving mends', () => {
    const order = [
      'ears.left',
      'geometry.head-top',
      'background.colour',
      'lighting.balance',
      'sharpness.detail',
      'file.format',
    ]
    const checks = order.toReversed().map(id => check(id, 'fail'))
    expect(ids(summarise(report([...checks, few], null)).toMend)).toEqual(['file.width', ...order])
  })
  it.each([
    ['too few pixels', few, 'other-file'],
    ['too many pixels', wide, 'saving'],
    ['hair', check('ears.left', 'fail'), 'moving'],
    ['the wall', check('background.colour', 'fail'), 'place'],
    ['the light', check('lighting.balance', 'fail'), 'place'],
    ['a rule that nobody has', check('no.such', 'fail'), null],
  ] as const)('%s', (_, fault, remedy) => expect(getRemedy(fault)).toBe(remedy))
})
