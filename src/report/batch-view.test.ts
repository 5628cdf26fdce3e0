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

  it('mends nothing where no crop can be cut', () => {
    const found = findFaults(report([check('file.width', 'fail')], null))
    expect(found.photo.map(({ id }) => id)).toEqual(['file.width'])
    expect(found.file).toEqual([])
  })

  it('leaves the report’s own verdict as it is', () => {
    expect(getRowStatus(checked('a', check('file.width', 'fail')))).toBe('fail')
    expect(getRowStatus(row('b', { state: 'failed', failure: 'damaged' }))).toBe('failed')
    expect(getRowStatus(row('c', { state: 'checking' }))).toBe('waiting')
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
  })

  it('counts on each choice what it would show', () => {
    const { kinds, rules } = surveyRows(rows, { ...ALL, kind: 'accepted' })
    expect(kinds).toEqual({ all: 5, fail: 2, unknown: 0, pass: 1, failed: 1, waiting: 1, accepted: 1 })
    expect([...rules]).toEqual([['file.width', 1]])
    expect(surveyRows(rows, { ...ALL, rule: 'pose.yaw' }).kinds).toMatchObject({ all: 1, fail: 1, accepted: 0 })
  })
})
