import { describe, expect, it } from 'vitest'
import type { BatchRow } from '../contract/batch'
import type { Check, Report, Verdict } from '../contract/report'
import { getRowStatus, surveyRows, type RowFilter } from './batch-view'
import { findFaults } from './faults'

const check = (
  id: string,
  verdict: Verdict,
  value: Check['value'] = verdict === 'unknown' ? null : 1,
  level: 'required' | 'advised' = 'required',
): Check => ({
  id,
  verdict,
  value,
  reason: value === null ? 'blurred' : null,
  unit: '',
  limits: { level },
  score: null,
  regions: [],
  clause: '',
})

const CROP: Report['crop'] = { x: 0, y: 0, width: 3, height: 4, outputWidth: 3, outputHeight: 4 }
function report(checks: Check[], crop: Report['crop'] = CROP): Report {
  const required = checks.filter(({ limits }) => limits.level === 'required')
  const verdict = required.some(one => one.verdict === 'fail')
    ? 'fail'
    : required.some(one => one.verdict === 'unknown')
      ? 'unknown'
      : 'pass'
  return {
    schema: 'zhaojian-report/1',
    profile: { id: 'one', version: '1' },
    source: { bytes: 1, type: 'image/jpeg', width: 3, height: 4, orientation: 1 },
    verdict,
    checks,
    crop,
    timings: {},
  }
}

let counted = 0
const row = (name: string, about: Partial<BatchRow> = {}): BatchRow => ({
  id: ++counted,
  name,
  folder: '',
  bytes: 1,
  state: about.report ? 'checked' : 'waiting',
  report: null,
  failure: null,
  acceptance: null,
  ...about,
})
const checked = (name: string, ...checks: Check[]): BatchRow => row(name, { report: report(checks) })

const ALL: RowFilter = { kind: 'all', rule: null, text: '', sort: 'added', descending: false, valueRule: 'pose.yaw' }
const names = (rows: readonly BatchRow[], choice: Partial<RowFilter>): string[] =>
  surveyRows(rows, { ...ALL, ...choice }).order.map(id => rows.find(one => one.id === id)!.name)

describe('what a report holds against its file', () => {
  it('keeps the photo’s faults apart from what saving mends', () => {
    const found = findFaults(
      report([
        check('pose.yaw', 'fail'),
        check('file.width', 'fail'),
        check('file.ratio', 'warn', 1, 'advised'),
        check('glasses.kind', 'unknown'),
      ]),
    )
    expect(found.photo.map(({ id }) => id)).toEqual(['pose.yaw'])
    expect(found.file.map(({ id }) => id)).toEqual(['file.width'])
    expect(found.unknown.map(({ id }) => id)).toEqual(['glasses.kind'])
  })

  it('counts required misses alone as missed, and is worked out once a report', () => {
    const one = report([
      check('pose.yaw', 'fail'),
      check('pose.roll', 'fail', 1, 'advised'),
      check('glasses.kind', 'unknown'),
      check('file.width', 'fail'),
      check('file.density', 'unknown'),
      check('mouth.gap', 'warn'),
    ])
    const found = findFaults(one)
    expect([...found.missed]).toEqual(['pose.yaw', 'file.width'])
    expect(found.file.map(({ id }) => id)).toEqual(['file.width', 'file.density'])
    expect(found.photo.map(({ id }) => id)).toEqual(['pose.yaw'])
    expect([...found.checks.keys()]).toEqual(one.checks.map(({ id }) => id))
    expect(found.checks.get('mouth.gap')).toBe(one.checks[5])
    expect(findFaults(one)).toBe(found)
    expect(findFaults({ ...one })).not.toBe(found)
  })

  it('mends nothing where no crop can be cut', () => {
    const found = findFaults(report([check('file.width', 'fail')], null))
    expect(found.photo.map(({ id }) => id)).toEqual(['file.width'])
    expect(found.file).toEqual([])
  })

  it('leaves the report’s own verdict as it is', () => {
    expect(getRowStatus(checked('a', check('file.width', 'fail')))).toBe('fail')
    expect(getRowStatus(row('b', { state: 'failed', failure: 'damaged' }))).toBe('failed')
    expect(getRowStatus(row('c', { state: 'checking' }))).toBe('waiting')
    expect(getRowStatus({ ...checked('d', check('pose.yaw', 'fail')), state: 'checking' })).toBe('waiting')
    expect(getRowStatus(checked('e', check('pose.yaw', 'unknown')))).toBe('unknown')
    expect(getRowStatus(row('f', { state: 'checked' }))).toBe('waiting')
  })
})

describe('sorting', () => {
  it('puts names as a person would: numbers by size, Chinese by pinyin', () => {
    expect(names([row('10-李.jpg'), row('2-王.jpg'), row('张三.jpg'), row('安.jpg')], { sort: 'name' })).toEqual([
      '2-王.jpg',
      '10-李.jpg',
      '安.jpg',
      '张三.jpg',
    ])
  })

  it('puts the worst first: broken, most to mend, can’t tell, good, not looked at', () => {
    const rows = [
      row('waiting'),
      checked('good', check('pose.yaw', 'pass')),
      checked('untold', check('pose.yaw', 'unknown')),
      checked('file', check('file.width', 'fail')),
      checked('two', check('pose.yaw', 'fail'), check('pose.roll', 'fail')),
      checked('one', check('pose.yaw', 'fail'), check('file.width', 'fail')),
      row('broken', { state: 'failed' }),
    ]
    expect(names(rows, { sort: 'verdict', descending: true })).toEqual([
      'broken',
      'two',
      'one',
      'file',
      'untold',
      'good',
      'waiting',
    ])
  })

  it('puts equal names by their folders, both ways up, and what is equal in both as added', () => {
    const rows = [
      row('b.jpg', { folder: '2班' }),
      row('b.jpg', { folder: '10班' }),
      row('a.jpg', { folder: '10班' }),
      row('b.jpg', { folder: '2班' }),
    ]
    const [first, second, third, fourth] = rows.map(({ id }) => id)
    const order = (descending: boolean): readonly number[] =>
      surveyRows(rows, { ...ALL, sort: 'name', descending }).order
    expect(order(false)).toEqual([third, first, fourth, second])
    expect(order(true)).toEqual([second, first, fourth, third])
  })

  it('weighs one fault of the photo above any of its file, and those above what can’t be told', () => {
    const untold = ['glasses.kind', 'ears.left', 'eyes.left'].map(id => check(id, 'unknown'))
    const fileFaults = ['file.width', 'file.height', 'file.bytes'].map(id => check(id, 'fail'))
    const rows = [
      checked('file and untold', fileFaults[0]!, ...untold),
      checked('three of the file', ...fileFaults),
      checked('photo', check('pose.yaw', 'fail')),
      checked('photo and untold', check('pose.yaw', 'fail'), untold[0]!),
      checked('three untold', ...untold),
      checked('one untold', untold[0]!),
    ]
    const worst = ['photo and untold', 'photo', 'three of the file', 'file and untold', 'three untold', 'one untold']
    expect(names(rows, { sort: 'verdict', descending: true })).toEqual(worst)
    expect(names(rows, { sort: 'verdict' })).toEqual(worst.toReversed())
  })

  it('sorts words and yes or no among the values too', () => {
    const kinds = ['tinted', 'none', 'clear'].map(kind => checked(kind, check('glasses.kind', 'pass', kind)))
    expect(names(kinds, { sort: 'value', valueRule: 'glasses.kind' })).toEqual(['clear', 'none', 'tinted'])
    expect(names(kinds, { sort: 'value', valueRule: 'glasses.kind', descending: true })).toEqual([
      'tinted',
      'none',
      'clear',
    ])
    const worn = [true, false].map(is => checked(String(is), check('headwear.worn', 'pass', is)))
    expect(names(worn, { sort: 'value', valueRule: 'headwear.worn' })).toEqual(['false', 'true'])
    expect(names([...kinds, ...worn], { sort: 'value', valueRule: 'pose.yaw' })).toHaveLength(5)
    const sizes = ['10', 9].map(size => checked(String(size), check('file.width', 'pass', size)))
    expect(names(sizes, { sort: 'value', valueRule: 'file.width' })).toEqual(['9', '10'])
  })

  it('keeps the order of adding among equals, both ways up', () => {
    const rows = ['a', 'b', 'c'].map(name => checked(name, check('pose.yaw', 'pass', 5)))
    for (const descending of [false, true])
      for (const sort of ['verdict', 'value'] as const)
        expect(names(rows, { sort, descending })).toEqual(['a', 'b', 'c'])
    expect(names(rows, { descending: true })).toEqual(['c', 'b', 'a'])
  })

  it('sorts by a rule’s value, what has none last either way', () => {
    const rows = [
      checked('none', check('pose.yaw', 'unknown')),
      row('waiting'),
      checked('high', check('pose.yaw', 'fail', 9)),
      checked('low', check('pose.yaw', 'pass', -9)),
    ]
    expect(names(rows, { sort: 'value' })).toEqual(['low', 'high', 'none', 'waiting'])
    expect(names(rows, { sort: 'value', descending: true })).toEqual(['high', 'low', 'none', 'waiting'])
  })
})

describe('filtering', () => {
  const rows = [
    checked('张三.jpg', check('pose.yaw', 'fail'), check('file.width', 'fail')),
    row('李四.jpg', {
      folder: '一班/补拍',
      report: report([check('pose.yaw', 'pass'), check('file.width', 'fail')]),
      acceptance: { note: '人工核对', at: '2025-06-01T00:00:00Z' },
    }),
    checked('Ren\u0065\u0301.jpg', check('pose.yaw', 'pass')),
    row('坏.jpg', { state: 'failed' }),
    row('等.jpg'),
  ]

  it('by how they stand, with an acceptance beside it', () => {
    expect(names(rows, { kind: 'fail' })).toEqual(['张三.jpg', '李四.jpg'])
    expect(names(rows, { kind: 'accepted' })).toEqual(['李四.jpg'])
    expect(names(rows, { kind: 'failed' })).toEqual(['坏.jpg'])
    expect(names(rows, { kind: 'waiting' })).toEqual(['等.jpg'])
  })

  it('by a rule that is missed, the file’s own too', () => {
    expect(names(rows, { rule: 'pose.yaw' })).toEqual(['张三.jpg'])
    expect(names(rows, { rule: 'file.width' })).toEqual(['张三.jpg', '李四.jpg'])
  })

  it('by words in name or folder, whatever their case and their way of writing é', () => {
    expect(names(rows, { text: '一班 李' })).toEqual(['李四.jpg'])
    expect(names(rows, { text: 'RENÉ' })).toHaveLength(1)
    expect(names(rows, { text: '王' })).toEqual([])
    expect(names(rows, { text: '  补拍   李四 ' })).toEqual(['李四.jpg'])
    expect(names(rows, { text: '补拍/李四' })).toEqual(['李四.jpg'])
    expect(names(rows, { text: '补拍 张三' })).toEqual([])
    expect(names(rows, { text: '   ' })).toHaveLength(rows.length)
  })

  it('counts on each choice what it would show', () => {
    const { kinds, rules } = surveyRows(rows, { ...ALL, kind: 'accepted' })
    expect(kinds).toEqual({ all: 5, fail: 2, unknown: 0, pass: 1, failed: 1, waiting: 1, accepted: 1 })
    expect([...rules]).toEqual([['file.width', 1]])
    expect(surveyRows(rows, { ...ALL, rule: 'pose.yaw' }).kinds).toMatchObject({ all: 1, fail: 1, accepted: 0 })
    const all = surveyRows(rows, { ...ALL, rule: 'pose.yaw' }).rules
    expect([...all]).toEqual([
      ['pose.yaw', 1],
      ['file.width', 2],
    ])
    expect([...surveyRows(rows, { ...ALL, text: '李' }).rules]).toEqual([['file.width', 1]])
    expect(surveyRows(rows, { ...ALL, text: '李' }).kinds).toMatchObject({ all: 1, fail: 1, pass: 0, accepted: 1 })
  })
})
