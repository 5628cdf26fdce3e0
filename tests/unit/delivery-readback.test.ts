import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { csvParseRows } from 'd3-dsv'
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest'
import type { BatchRow } from '../../src/contract/batch'
import { PhotoError } from '../../src/contract/failure'
import { planZip } from '../../src/delivery/zip-plan'
import { runToEnd } from '../../src/contract/sliced'
import { writeZip } from '../../src/state/batch/write-zip'
import { createBatchRows, BATCH_PROFILE } from '../support/batch-rows'
import { buildCsv } from '../support/delivery'
import { findFaults } from '../../src/report/faults'

/**
 * What a studio's own tools read of the files: Python, LibreOffice, unzip. Where one is absent, the test says so and
 * is skipped.
 */
const ID_NUMBER = '440524188001010014'
const ROWS = createBatchRows(
  ['张三 “毕业照”.jpg', { folder: '2025届/一班' }],
  [`${ID_NUMBER}.jpg`, { folder: ID_NUMBER }],
  [ID_NUMBER, { folder: '007' }],
  ['=1+1.jpg', { acceptance: { note: '=HYPERLINK("https://example.org","点我")', at: '2026-06-01T02:03:04.000Z' } }],
  ['+1.jpg'],
  ['-1.jpg'],
  ['@SUM(1).jpg', { checks: { 'pose.yaw': { verdict: 'fail', value: -23.5 } }, verdict: 'fail' }],
  ['a "quoted", name.jpg', { acceptance: { note: '第一行\n第二行, "引号"', at: '2026-06-01T02:03:04.000Z' } }],
  ['ｅ́ é 🎓.jpg', { folder: '3月4日' }],
  ['tab\there.jpg', { acceptance: { note: '1-2', at: '2026-06-01T02:03:04.000Z' } }],
  ['坏.jpg', { state: 'failed', failure: 'damaged' }],
)
const folder = mkdtempSync(join(tmpdir(), 'zhaojian-delivery-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Readers of others, which not every machine has; without one its test proves nothing. */
function skipWithout(context: TestContext, command: string, ...args: string[]): void {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
  } catch {
    console.log(`skipped: no ${command} here`)
    context.skip(`${command} is not installed here, and only a foreign reader proves anything`)
  }
}
const runPython = (script: string, ...args: string[]): string =>
  execFileSync('python3', ['-c', script, ...args], { encoding: 'utf8', maxBuffer: 1 << 26 })

describe('the table', () => {
  const text = buildCsv(ROWS)
  const file = join(folder, 'table.csv')
  /**
   * The cells as they were written, by the same library: what others read is compared with it, and it with the rows.
   */
  const cells = csvParseRows(text.slice(1))
  const read = (place: number): string[] => cells.slice(1).map(row => row[place]!)
  beforeAll(() => writeFileSync(file, text))

  it('holds what the list shows, with an apostrophe before what a spreadsheet would change', () => {
    const plain = (shown: string): string => shown.replace(/^'/, '')
    expect(read(0)).toEqual(ROWS.map(({ id }) => String(id)))
    expect(read(1).map(plain)).toEqual(ROWS.map(row => row.folder))
    expect(read(2).map(plain)).toEqual(ROWS.map(row => row.name))
    expect(read(10).map(plain)).toEqual(ROWS.map(({ acceptance }) => acceptance?.note ?? ''))
    expect(read(1).filter(cell => cell.startsWith("'"))).toEqual([`'${ID_NUMBER}`, "'007", "'3月4日"])
    expect(read(2).filter(cell => cell.startsWith("'"))).toEqual([
      `'${ID_NUMBER}`,
      "'=1+1.jpg",
      "'+1.jpg",
      "'-1.jpg",
      "'@SUM(1).jpg",
    ])
  })

  it('Python reads the same cells', context => {
    skipWithout(context, 'python3', '--version')
    const found = runPython(
      'import csv,json,sys; print(json.dumps(list(csv.reader(open(sys.argv[1], encoding="utf-8-sig", newline="")))))',
      file,
    )
    expect(JSON.parse(found)).toEqual(cells)
  })

  it('LibreOffice reads the same cells, numbers as numbers, no formula and no date among them', context => {
    skipWithout(context, 'soffice', '--version')
    // Comma, quote, UTF-8; special numbers told, formulas run: as careless as an office may have it set.
    execFileSync(
      'soffice',
      [
        '--headless',
        `-env:UserInstallation=file://${folder}/office`,
        '--infilter=CSV:44,34,76,1,,2052,false,true,false,false,false,0,true',
        '--convert-to',
        'fods',
        '--outdir',
        folder,
        file,
      ],
      { stdio: 'ignore', timeout: 120_000 },
    )
    const sheet = readSheet(readFileSync(join(folder, 'table.fods'), 'utf8'))
    expect(sheet.map(row => row.map(({ text }) => text))).toEqual(
      cells.map(row => row.map(cell => cell.replace(/\t/g, ' '))),
    )
    expect(sheet.flat().filter(({ formula }) => formula)).toEqual([])
    // Number, width, height, bytes and every measured value; all else is text or empty.
    for (const [at, row] of sheet.slice(1).entries()) {
      const types = row.map(({ type }) => type)
      const checked = ROWS[at]!.state === 'checked'
      expect(types.flatMap((type, place) => (type === 'float' ? [place] : []))).toEqual([
        0,
        ...(checked ? [12, 13, 14, ...Object.keys(BATCH_PROFILE.checks).map((_, check) => 16 + 2 * check)] : [14]),
      ])
      expect(new Set(types)).toEqual(new Set(['float', 'string', '']))
    }
  }, 150_000)
})

describe('the ZIP', () => {
  const plan = runToEnd(
    planZip(
      ROWS,
      'with-crop',
      { template: '{name}', profileId: BATCH_PROFILE.id, keepFolders: true, numberClashes: false },
      findFaults,
    ),
  )
  const file = join(folder, 'photos.zip')
  const jpegOf = (id: number): string => `\xff\xd8 jpeg ${id} ${'x'.repeat(id * 1000)}`
  const broken = 6
  const told = (row: BatchRow, missed: ReadonlyMap<number, string>): { path: string } | { why: string } => {
    const path = plan.paths.get(row.id)
    return path === undefined || missed.has(row.id) ? { why: missed.get(row.id) ?? 'left out' } : { path }
  }
  let table = ''
  const inZip = plan.entries.filter(({ row }) => row.id !== broken)

  beforeAll(async () => {
    const chunks: Uint8Array[] = []
    const missed = await writeZip({
      entries: plan.entries,
      getConcurrency: () => 3,
      modified: new Date(2026, 5, 1, 12, 34, 56),
      signal: new AbortController().signal,
      onProgress: () => {},
      produce: async id => {
        if (id === broken) throw new PhotoError('no-crop')
        return { jpeg: new Blob([Buffer.from(jpegOf(id), 'latin1')]) }
      },
      buildResults: async codes => new Blob([(table = buildCsv(ROWS, 'zh-CN', row => told(row, codes)))]),
      target: new WritableStream({
        write: chunk => {
          chunks.push(chunk)
        },
      }),
    })
    expect([...missed]).toEqual([[broken, 'no-crop']])
    writeFileSync(file, Buffer.concat(chunks))
  })

  it('Python reads every photo under its name, in order, and the table last', context => {
    skipWithout(context, 'python3', '--version')
    const found = JSON.parse(
      runPython(
        'import zipfile,json,sys; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; ' +
          'print(json.dumps([[i.filename, i.flag_bits>>11&1, list(i.date_time), z.read(i).decode("latin1")] ' +
          'for i in z.infolist()]))',
        file,
      ),
    ) as [string, number, number[], string][]
    expect(found.map(([name]) => name)).toEqual([...inZip.map(({ path }) => path), 'results.csv'])
    expect(found.map(([, utf8]) => utf8)).toEqual(found.map(() => 1))
    expect(found.map(([, , time]) => time)).toEqual(found.map(() => [2026, 6, 1, 12, 34, 56]))
    expect(found.slice(0, -1).map(([, , , bytes]) => bytes)).toEqual(inZip.map(({ row }) => jpegOf(row.id)))
    expect(Buffer.from(found.at(-1)![3], 'latin1').toString('utf8')).toBe(table)
  })

  it('the table says where each photo is, and why one is not there', () => {
    const rows = csvParseRows(table.slice(1))
    expect(rows[0]!.slice(16, 18)).toEqual(['ZIP 里的文件', '没放进 ZIP 的原因'])
    expect(rows[broken]!.slice(16, 18)).toEqual(['', 'no-crop'])
    expect(
      rows
        .slice(1)
        .map(row => row[16]!.replace(/^'/, ''))
        .filter(Boolean),
    ).toEqual(inZip.map(({ path }) => path))
  })

  it('unzip unpacks it with its folders and Chinese names', context => {
    skipWithout(context, 'unzip', '-v')
    execFileSync('unzip', ['-tqq', file])
    execFileSync('unzip', ['-qq', file, '-d', join(folder, 'out')], { env: { ...process.env, LC_ALL: 'C.UTF-8' } })
    const unpacked = readdirSync(join(folder, 'out'), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name).slice(join(folder, 'out').length + 1))
    expect(unpacked.toSorted()).toEqual([...inZip.map(({ path }) => path), 'results.csv'].toSorted())
  })
})

interface Cell {
  readonly text: string
  readonly type: string
  readonly formula: boolean
}

/** Rows of a flat OpenDocument sheet, as far as cells go. */
function readSheet(xml: string): Cell[][] {
  const plain = (paragraph: string): string =>
    paragraph
      .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count) => ' '.repeat(Number(count ?? 1)))
      .replace(/<text:tab\/>/g, ' ')
      .replace(/<[^>]*>/g, '')
      .replace(/&(?:quot|apos|lt|gt|amp);|&#x([0-9a-f]+);/gi, (entity, code) =>
        code
          ? String.fromCodePoint(parseInt(code, 16))
          : { '&quot;': '"', '&apos;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&' }[entity]!,
      )
  return [...xml.matchAll(/<table:table-row\b[^>]*>(.*?)<\/table:table-row>/gs)]
    .map(([, row]) =>
      [...row!.matchAll(/<table:table-cell\b([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)]
        .flatMap(([, about, inside = '']) => {
          const type = /office:value-type="(\w+)"/.exec(about!)?.[1] ?? ''
          const value = /office:value="([^"]*)"/.exec(about!)?.[1]
          const text =
            value ??
            [...inside.matchAll(/<text:p>(.*?)<\/text:p>/gs)].map(([, paragraph]) => plain(paragraph!)).join('\n')
          const cell: Cell = { text, type, formula: about!.includes('table:formula') }
          return Array<Cell>(Math.min(1000, Number(/number-columns-repeated="(\d+)"/.exec(about!)?.[1] ?? 1))).fill(
            cell,
          )
        })
        .slice(0, 16 + 2 * Object.keys(BATCH_PROFILE.checks).length),
    )
    .filter(row => row.some(({ text }) => text !== ''))
}
