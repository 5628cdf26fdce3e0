import { csvParseRows } from 'd3-dsv'
import { describe, expect, it } from 'vitest'
import { createBatchRow, createBatchRows, BATCH_PROFILE } from '../../tests/support/batch-rows'
import { buildCsv, getDeliveryWords } from '../../tests/support/delivery'
import type { BatchRow } from '../contract/batch'
import { runToEnd } from '../contract/sliced'
import { explain } from '../report/explain'
import { generateJsonPieces } from './json'
import { generateSheetPieces } from './sheet'
import { planZip as planningZip, type ZipPlan } from './zip-plan'
import { findFaults } from '../report/faults'

const HOSTILE = `"><script>alert('1')</script>&<img src=x onerror=alert(2)>.jpg`
const YAW = { 'pose.yaw': { verdict: 'fail', value: -23.456789012 } } as const
const ROWS = createBatchRows(
  ['张三.jpg', { folder: '一班' }],
  [
    '=cmd|calc.jpg',
    { checks: YAW, verdict: 'fail', acceptance: { note: '头发自然, "就这样"\n可以', at: '2026-06-01T02:03:04.000Z' } },
  ],
  ['c.jpg', { checks: { 'file.bytes': { verdict: 'fail', value: 12 } }, verdict: 'fail' }],
  ['d.jpg', { checks: { 'ears.left': { verdict: 'unknown', value: null, reason: 'blurred' } }, verdict: 'unknown' }],
  ['e.txt', { state: 'failed', failure: 'not-an-image' }],
  ['f.jpg', { state: 'waiting' }],
  [HOSTILE, { checks: YAW, verdict: 'fail', crop: null }],
)

describe('the table', () => {
  const lines = buildCsv(ROWS, 'en').split('\r\n')
  it('has its mark, one line of heads, one a file, and two columns for every check', () => {
    expect(lines[0]!.startsWith('\ufeffNumber,Folder,File name,State,Verdict,')).toBe(true)
    expect(lines).toHaveLength(ROWS.length + 2)
    expect(lines.at(-1)).toBe('')
    for (const line of lines.slice(1, 2))
      expect(line.split(',')).toHaveLength(16 + 2 * Object.keys(BATCH_PROFILE.checks).length)
    expect(lines[0]).toContain('(pose.yaw deg)')
  })
  it('says what was found, what saving mends and what a person took as good', () => {
    expect(lines[1]).toMatch(/^1,一班,张三\.jpg,Checked,OK,pass,,,,no,,,1080,1440,123456,hanjiang-2025\/2025\.1,1?/)
    expect(lines[2]).toMatch(
      /^2,,'=cmd\|calc\.jpg,Checked,Not OK,fail,[^,]+,,,yes,"头发自然, ""就这样""\n可以",2026-06-01T02:03:04\.000Z,/,
    )
    expect(lines[2]).toContain(',-23.456789,fail,')
    expect(lines[3]).toMatch(/^3,,c\.jpg,Checked,Not OK,fail,,[^,]+,,no,/)
    expect(lines[4]).toMatch(/^4,,d\.jpg,Checked,Couldn’t be checked,unknown,,,[^,]+,no,/)
    expect(lines[5]).toMatch(/^5,,e\.txt,Error: This is not a picture|^5,,e\.txt,Error: /)
    expect(lines[6]).toMatch(/^6,,f\.jpg,Waiting,,,,,,no,,,,,123456,,,/)
  })
  it('has its heads in the order of its cells', () => {
    const { heads } = getDeliveryWords('en')
    expect(csvParseRows(lines[0]!.slice(1))[0]!.slice(0, 16)).toEqual([
      heads.number,
      heads.folder,
      heads.name,
      heads.state,
      heads.verdict,
      heads.verdictId,
      heads.toMend,
      heads.mendedBySaving,
      heads.unknown,
      heads.accepted,
      heads.note,
      heads.time,
      heads.width,
      heads.height,
      heads.bytes,
      heads.profile,
    ])
  })
  it('has the unit of each check from any report there is, and none where there is none', () => {
    const headsOf = (rows: readonly BatchRow[]): string => buildCsv(rows, 'en').split('\r\n')[0]!
    expect(headsOf(ROWS.slice(4))).toBe(lines[0])
    const untold = headsOf(ROWS.slice(4, 6))
    expect(untold).toContain('(pose.yaw)')
  })
  it('has two empty cells for a check that a report does not hold, and for all of what has no report', () => {
    const [row] = createBatchRows(['a.jpg'])
    const without = { ...row!, report: { ...row!.report!, checks: row!.report!.checks.slice(1) } }
    expect(buildCsv([without], 'en').split('\r\n')[1]).toMatch(/,hanjiang-2025\/2025\.1,,,0\.25,pass,/)
    expect(lines[6]).toMatch(/,123456,,+$/)
    for (const [row] of lines
      .slice(1, -1)
      .filter((_, at) => at !== 1)
      .map(line => csvParseRows(line)))
      expect(row).toHaveLength(16 + 2 * Object.keys(BATCH_PROFILE.checks).length)
  })
  it('keeps a value that is a word as text, and says nothing of one that is not known', () => {
    const [kind, worn, left] = [
      ['glasses.kind', { verdict: 'pass', value: '=clear' }],
      ['headwear.worn', { verdict: 'fail', value: true }],
      ['ears.left', { verdict: 'unknown', value: null }],
    ] as const
    const text = buildCsv(createBatchRows(['a.jpg', { checks: Object.fromEntries([kind, worn, left]) }]), 'en')
    const cells = text.split('\r\n')[1]!.split(',').slice(16)
    const place = (id: string): string[] => {
      const at = 2 * Object.keys(BATCH_PROFILE.checks).indexOf(id)
      return cells.slice(at, at + 2)
    }
    expect([kind[0], worn[0], left[0]].map(place)).toEqual([
      ["'=clear", 'pass'],
      ['true', 'fail'],
      ['', 'unknown'],
    ])
  })
  it('says of a ZIP what is in it, and why the rest is not', () => {
    const reasons = buildCsv(ROWS.slice(0, 2), 'en', ({ id }) =>
      id === 1 ? { path: '一班/张三.jpg' } : { why: '= because' },
    ).split('\r\n')
    expect(reasons[0]).toContain('Rules and version,File in the ZIP,Why not in the ZIP,')
    expect(reasons[1]).toContain('2025.1,一班/张三.jpg,,')
    expect(reasons[2]).toContain("2025.1,,'= because,")
  })
})

it('the data are JSON of a known schema, reports whole, a piece a file', () => {
  const whole = (row: BatchRow): BatchRow['report'] =>
    row.report && { ...row.report, checks: row.report.checks.map(check => ({ ...check, regions: [[{ x: 1, y: 2 }]] })) }
  const pieces = [
    ...generateJsonPieces({ rows: ROWS, profile: BATCH_PROFILE, made: '2026-06-01T00:00:00.000Z', getReport: whole }),
  ]
  expect(pieces).toHaveLength(ROWS.length + 2)
  const data = JSON.parse(pieces.join('')) as {
    schema: string
    made: string
    profile: unknown
    files: Record<string, unknown>[]
  }
  expect({ ...data, files: 0 }).toEqual({
    schema: 'zhaojian-batch/1',
    made: '2026-06-01T00:00:00.000Z',
    profile: { id: BATCH_PROFILE.id, version: BATCH_PROFILE.version },
    files: 0,
  })
  expect(data.files).toEqual(
    ROWS.map(row => ({
      name: row.name,
      folder: row.folder,
      bytes: row.bytes,
      state: row.state,
      failure: row.failure,
      acceptance: row.acceptance,
      report: whole(row),
    })),
  )
  expect(
    JSON.parse([...generateJsonPieces({ rows: [], profile: BATCH_PROFILE, made: '', getReport: whole })].join('')),
  ).toMatchObject({ files: [] })
})

describe('the sheet', () => {
  const sheet = async (pictureOf: (row: BatchRow) => string | null, style = ''): Promise<string> => {
    let text = ''
    for await (const piece of generateSheetPieces({
      rows: ROWS,
      findFaults,
      words: getDeliveryWords('zh-CN'),
      locale: 'zh-CN',
      explain: check => explain(check, 'zh-CN'),
      title: '照检清单',
      school: HOSTILE,
      facts: [{ label: '结果', value: HOSTILE }],
      closing: ['由学校决定'],
      style,
      loadPicture: async row => pictureOf(row),
    }))
      text += piece
    return text
  }
  it('shows whatever a name or a note holds as text, and may run and load nothing', async () => {
    const text = await sheet(() => 'data:image/jpeg;base64,/9j/', '.a::before { content: "</style><b>" }')
    expect(text).not.toMatch(/<script|<img src=x/)
    expect(text.match(/(?:src|href)="[^"]*"/g)).toEqual(ROWS.map(() => 'src="data:image/jpeg;base64,/9j/"'))
    expect(text.match(/<\/style>/g)).toHaveLength(1)
    expect(text).toMatch(
      /http-equiv="Content-Security-Policy" content="script-src &#39;none&#39;; connect-src &#39;none&#39;/,
    )
    await expect(sheet(() => 'blob:https://example.org/1')).rejects.toThrow(TypeError)
  })
  it('says verdict, faults and what was accepted, a row a file', async () => {
    const text = await sheet(() => null)
    const rows = text.match(/<tr class="is-\w+">.*?<\/tr>/gs)!
    expect(rows.map(row => /is-(\w+)/.exec(row)![1])).toEqual([
      'pass',
      'fail',
      'fail',
      'unknown',
      'warn',
      'unknown',
      'fail',
    ])
    expect(rows[0]).toMatch(/张三\.jpg<br><span class="sheet-folder">一班<\/span>.*符合/)
    expect(rows[1]).toMatch(/不符合.*<li><strong>[^<]+<\/strong>：[^<]+<\/li>.*人工认可：头发自然/s)
    expect(rows[2]).toMatch(/不符合<.*导出时修正：/)
    expect(rows[4]).toContain('这不是图片')
    expect(rows[5]).toContain('等候检查')
    // Empty fields produce no markup.
    expect(rows[0]).not.toMatch(/<ul>|<li>|sheet-mended|sheet-accepted|<img/)
    expect(rows[1]).not.toMatch(/sheet-folder|sheet-mended/)
    expect(rows[2]).not.toMatch(/<ul>|sheet-accepted/)
    expect(rows[3]).toMatch(/<ul><li><strong>[^<]+<\/strong>：[^<]+<\/li><\/ul>/)
    expect(rows[5]).not.toMatch(/<ul>|sheet-mended|sheet-accepted/)
  })
  it('begins with what it is and ends as it should, in its language', async () => {
    const text = await sheet(() => null, '.own { color: red }')
    expect(text).toContain('<title>照检清单 · ')
    expect(text).toContain('.own { color: red }')
    expect(text).toContain('<article class="sheet batch-sheet" lang="zh-CN">')
    expect(text).toContain('<h1>照检清单</h1>')
    expect(text).toContain('<dt>结果</dt>')
    expect(text).toContain('<p class="sheet-note">由学校决定</p>')
    const heads = [...text.matchAll(/<th scope="col">([^<]*)<\/th>/g)].map(([, head]) => head)
    const { number, photo, file, verdict, faults } = getDeliveryWords('zh-CN').heads
    expect(heads).toEqual([number, photo, file, verdict, faults])
    expect(text).toMatch(/<\/tbody><\/table><\/article>\s*<\/body>\s*<\/html>\s*$/)
  })
  it('joins what saving mends as the language does', async () => {
    let text = ''
    const words = getDeliveryWords('en')
    const low = { verdict: 'fail', value: 12 } as const
    for await (const piece of generateSheetPieces({
      rows: createBatchRows(['a.jpg', { checks: { 'file.bytes': low, 'file.width': low }, verdict: 'fail' }]),
      findFaults,
      words,
      locale: 'en',
      explain: ({ id }) => ({ title: id, finding: '' }),
      title: 'List',
      school: 'School',
      facts: [],
      closing: [],
      style: '',
      loadPicture: async () => null,
    }))
      text += piece
    expect(text).toContain(`<p class="sheet-mended">${words.mended(`file.width${words.joiner}file.bytes`)}</p>`)
  })
})

describe('what goes into a ZIP', () => {
  const planZip = (...of: Parameters<typeof planningZip>): ZipPlan => runToEnd(planningZip(...of))
  const naming = { template: '{name}', profileId: BATCH_PROFILE.id, keepFolders: true, numberClashes: false }
  it('what passes, once saved too, or was accepted; the rest is told with its reason', () => {
    const { entries, leftOut } = planZip(ROWS, 'passing', naming, findFaults)
    expect(entries.map(({ row, path }) => [row.id, path])).toEqual([
      [1, '一班/张三.jpg'],
      [2, '=cmd_calc.jpg'],
      [3, 'c.jpg'],
    ])
    expect([...leftOut]).toEqual([
      [4, 'not-passing'],
      [5, 'failed'],
      [6, 'not-checked'],
      [7, 'no-crop'],
    ])
  })
  it('counts what either choice would hold, whichever is chosen and however it is named', () => {
    for (const selection of ['passing', 'with-crop'] as const)
      for (const template of ['{name}', '{id-number}']) {
        const plan = planZip(ROWS, selection, { ...naming, template }, findFaults)
        expect(plan.counts).toEqual({ passing: 3, 'with-crop': 4 })
        expect(plan.rows).toBe(ROWS)
      }
  })
  it('a fault that only another photo mends keeps a photo out, one that is accepted does not', () => {
    const acceptance = { note: '', at: '2026-06-01T02:03:04.000Z' }
    const rows = createBatchRows(
      ['a.jpg', { checks: YAW, verdict: 'fail' }],
      ['b.jpg', { checks: YAW, verdict: 'fail', acceptance }],
      ['c.jpg', { checks: YAW, verdict: 'fail', acceptance, crop: null }],
    )
    const { leftOut, entries } = planZip(rows, 'passing', naming, findFaults)
    expect(entries.map(({ path }) => path)).toEqual(['b.jpg'])
    expect([...leftOut]).toEqual([
      [1, 'not-passing'],
      [3, 'no-crop'],
    ])
  })
  it('or all that can be cropped; names that can’t be given are told too', () => {
    expect(planZip(ROWS, 'with-crop', naming, findFaults).entries.map(({ row }) => row.id)).toEqual([1, 2, 3, 4])
    expect(
      [...planZip(ROWS, 'with-crop', { ...naming, template: 'x', keepFolders: false }, findFaults).leftOut].slice(0, 3),
    ).toEqual([
      [5, 'failed'],
      [6, 'not-checked'],
      [7, 'no-crop'],
    ])
    expect(planZip(ROWS, 'with-crop', { ...naming, template: 'x', keepFolders: false }, findFaults)).toMatchObject({
      entries: [],
      leftOut: new Map([
        [1, 'clash'],
        [2, 'clash'],
        [3, 'clash'],
        [4, 'clash'],
        [5, 'failed'],
        [6, 'not-checked'],
        [7, 'no-crop'],
      ]),
    })
    expect(
      planZip([createBatchRow('a.jpg')], 'passing', { ...naming, template: '{id-number}' }, findFaults).leftOut,
    ).toEqual(new Map([[1, 'no-id-number']]))
  })
})
