import { expect, it } from 'vitest'
import type { ReportContent } from './content'
import { buildReportDocument } from './document'

const HOSTILE = `"><script>alert('1')</script>&<img src=x onerror=alert(2)>.jpg`

const content = (changes: Partial<ReportContent> = {}): ReportContent => ({
  locale: 'zh-CN',
  title: '照检报告',
  school: HOSTILE,
  facts: [{ label: '文件', value: HOSTILE }],
  verdict: { sign: 'fail', line: '有 1 项必须改' },
  pictures: [{ src: 'data:image/jpeg;base64,/9j/', caption: HOSTILE }],
  first: { title: '先改这几项', items: [{ title: HOSTILE, advice: HOSTILE }] },
  saving: null,
  table: {
    title: '逐条结果',
    heads: { verdict: '结论', rule: HOSTILE, measured: HOSTILE, limit: '要求', clause: '条文' },
    groups: [
      {
        title: '人像',
        rows: [{ verdict: 'fail', word: '不符合', title: HOSTILE, measured: '56%', limit: HOSTILE, clause: HOSTILE }],
      },
    ],
  },
  files: [{ title: '检查的文件', facts: [{ label: 'SHA-256', value: 'ab12' }] }],
  closing: ['由学校决定'],
  ...changes,
})

it('shows whatever a name holds as text: no element and no attribute comes from it', () => {
  const page = buildReportDocument(content(), '.sheet { color: black }')
  expect(page).not.toMatch(/<script|<img src=x/)
  // After the report's own tags are removed, no quotes or angle brackets may remain.
  const tags = page.match(/<[^>]*>/g)!
  expect(tags.filter(tag => /\son\w+=|alert/.test(tag.replaceAll(/"[^"]*"/g, '""')))).toEqual([])
  expect(
    page.match(/&quot;&gt;&lt;script&gt;alert\(&#39;1&#39;\)&lt;\/script&gt;&amp;/g)!.length,
  ).toBeGreaterThanOrEqual(8)
})

it('holds everything itself: no address outside it, no script, and no style that ends early', () => {
  const page = buildReportDocument(content(), '.a::before { content: "</style><b>" }')
  expect(page.match(/(?:src|href)="[^"]*"/g)).toEqual(['src="data:image/jpeg;base64,/9j/"'])
  expect(page.match(/<\/style>/g)).toHaveLength(1)
  expect(page).not.toMatch(/https?:|@import|url\(/)
  expect(() =>
    buildReportDocument(content({ pictures: [{ src: 'blob:https://example.org/1', caption: '' }] }), ''),
  ).toThrow(TypeError)
})

it('says what it was given, in order, in the language it was given in', () => {
  const page = buildReportDocument(content(), '')
  expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN">/)
  const order = [
    '照检报告',
    '有 1 项必须改',
    '先改这几项',
    '逐条结果',
    '不符合',
    '56%',
    '检查的文件',
    'ab12',
    '由学校决定',
  ].map(words => page.indexOf(words))
  expect(order.every((at, i) => at > (order[i - 1] ?? -1))).toBe(true)
  expect(buildReportDocument(content({ first: null }), '')).not.toContain('先改这几项')
})
