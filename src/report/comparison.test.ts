import { describe, expect, it } from 'vitest'
import type { Check, Report, Verdict } from '../contract/report'
import { findBest, findDifferences } from './comparison'

const check = (id: string, level: 'required' | 'advised' = 'required'): Check => ({
  id,
  verdict: 'pass',
  reason: null,
  value: 1,
  unit: 'ratio',
  limits: { min: 0.9, level },
  score: null,
  regions: [],
  clause: '',
})
const GOOD: Report = {
  schema: 'zhaojian-report/1',
  profile: { id: 'hanjiang-2025', version: '2025.1' },
  verdict: 'pass',
  timings: {},
  source: { bytes: 200_000, type: 'image/jpeg', width: 900, height: 1200, orientation: 1 },
  checks: [
    check('sharpness.focus', 'advised'),
    check('ears.left'),
    check('eyebrows.left'),
    check('lighting.balance'),
    check('file.width'),
  ],
  crop: { x: 0, y: 0, width: 900, height: 1200, outputWidth: 900, outputHeight: 1200 },
}
const withVerdicts = (report: Report, verdicts: Readonly<Record<string, Verdict>>): Report => ({
  ...report,
  checks: report.checks.map(one => (one.id in verdicts ? { ...one, verdict: verdicts[one.id]! } : one)),
})
const EAR = 'ears.left',
  BROW = 'eyebrows.left',
  LIGHT = 'lighting.balance'

describe('the best photo', () => {
  it('has the fewest things to mend', () => {
    expect(
      findBest([withVerdicts(GOOD, { [EAR]: 'fail', [BROW]: 'fail' }), withVerdicts(GOOD, { [EAR]: 'fail' }), null]),
    ).toEqual({
      index: 1,
      advantage: 'fewest-to-mend',
    })
  })
  it('then the fewest that cannot be told, then the fewest close to a limit', () => {
    expect(findBest([GOOD, withVerdicts(GOOD, { [EAR]: 'unknown' })])).toEqual({ index: 0, advantage: 'fewest-untold' })
    expect(findBest([withVerdicts(GOOD, { [LIGHT]: 'warn' }), withVerdicts(GOOD, { [EAR]: 'fail' }), GOOD])).toEqual({
      index: 2,
      advantage: 'most-room',
    })
  })
  it('is one that can be cut, however few rules another misses', () => {
    expect(findBest([{ ...GOOD, crop: null }, withVerdicts(GOOD, { [EAR]: 'fail', [BROW]: 'fail' })])).toEqual({
      index: 1,
      advantage: 'only-one-with-crop',
    })
  })
  it('gives more pixels where all else is equal, and is nobody where everything is', () => {
    const large = {
      ...GOOD,
      crop: { ...GOOD.crop!, outputWidth: GOOD.crop!.outputWidth + 3, outputHeight: GOOD.crop!.outputHeight + 4 },
    }
    expect(findBest([GOOD, large])).toEqual({ index: 1, advantage: 'most-pixels' })
    expect(findBest([GOOD, GOOD, withVerdicts(GOOD, { [EAR]: 'fail' })])).toBeNull()
  })
  it('has fewer pixels, but fewer things to mend', () => {
    const large = { ...GOOD, crop: { ...GOOD.crop!, outputWidth: 1200, outputHeight: 1600 } }
    expect(findBest([withVerdicts(large, { [LIGHT]: 'warn' }), GOOD])).toEqual({ index: 1, advantage: 'most-room' })
    // The area counts, not one side.
    const tall = { ...GOOD, crop: { ...GOOD.crop!, outputWidth: 800, outputHeight: 1300 } }
    expect(findBest([tall, GOOD])).toEqual({ index: 1, advantage: 'most-pixels' })
  })
  it('is no other for what saving mends, and none where neither can be cut', () => {
    expect(findBest([withVerdicts(GOOD, { 'file.width': 'warn' }), GOOD])).toBeNull()
    expect(findBest([withVerdicts(GOOD, { 'file.width': 'fail' }), GOOD])).toBeNull()
    expect(
      findBest([
        { ...GOOD, crop: null },
        { ...GOOD, crop: null },
      ]),
    ).toBeNull()
  })
  it('is found at any place, among many', () => {
    const worse = withVerdicts(GOOD, { [EAR]: 'fail' })
    for (const index of [0, 1, 2, 3]) {
      const reports = [worse, worse, null, worse].toSpliced(index, 0, GOOD)
      expect(findBest(reports)).toEqual({ index, advantage: 'fewest-to-mend' })
    }
    expect(findBest([])).toBeNull()
  })
  it('is not named while it is alone or still being looked at', () => {
    expect(findBest([GOOD, null])).toBeNull()
    const pending = {
      ...GOOD,
      checks: GOOD.checks.map(one =>
        one.id === EAR ? { ...one, verdict: 'unknown' as const, value: null, reason: 'pending' } : one,
      ),
    }
    expect(findBest([GOOD, pending])).toBeNull()
  })
})

it('tells the rules that differ, required ones first, and none that saving mends', () => {
  const other = withVerdicts(GOOD, { [EAR]: 'fail', 'sharpness.focus': 'warn', 'file.width': 'fail' })
  const rows = findDifferences([GOOD, null, other])
  expect(rows.map(({ id }) => id)).toEqual([EAR, 'sharpness.focus'])
  expect(rows[0]!.checks.map(one => one?.verdict)).toEqual(['pass', undefined, 'fail'])
  expect(findDifferences([null, null])).toEqual([])
  expect(findDifferences([])).toEqual([])
  expect(rows.map(({ required }) => required)).toEqual([true, false])
  expect(rows[0]!.checks[1]).toBeNull()
  expect(findDifferences([GOOD, null, GOOD])).toEqual([])
  // A rule that only the first has, another version's, differs from nothing.
  expect(findDifferences([GOOD, { ...GOOD, checks: [] }])).toEqual([])
  // Without a crop nothing is mended.
  const uncut = { ...withVerdicts(GOOD, { 'file.width': 'fail' }), crop: null }
  expect(findDifferences([GOOD, uncut]).map(({ id }) => id)).toEqual(['file.width'])
})
