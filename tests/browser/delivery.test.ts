import { readFileSync } from 'node:fs'
import { csvParse } from 'd3-dsv'
import type { Browser, Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { findViolations } from '../support/axe'
import { launchBrowser } from '../support/browser'
import { drawJpeg } from '../../tools/pictures/drawn-jpeg'
import { readJpeg } from '../../tools/pictures/read-jpeg'
import { readZip } from '../support/read-zip'

/** What a studio takes away from a batch, on the built site: the files as the browser saves them. */
const ID_NUMBER = '440524188001010014'
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** Three photos and a file that is none, checked: in the order of their names, as the list takes them in. */
async function openCheckedBatch(): Promise<Page> {
  const page = await (
    await browser.newContext({ locale: 'en', acceptDownloads: true, viewport: { width: 1280, height: 860 } })
  ).newPage()
  // The picker is the system's own window: what stands in for it is told by each test.
  await page.addInitScript('delete window.showSaveFilePicker')
  await page.goto(`${inject('site')}?profile=hanjiang-2025&batch`)
  const named = async (name: string, options: object): Promise<{ name: string; mimeType: string; buffer: Buffer }> => ({
    name,
    mimeType: 'image/jpeg',
    buffer: await drawJpeg({ width: 900, height: 1200, ...options }),
  })
  await page
    .locator('[data-action="add-files"] input')
    .setInputFiles([
      await named(`张三${ID_NUMBER}.jpg`, {}),
      await named('=1+1.jpg', {}),
      await named('open "mouth".jpg', { mouthGap: 0.2 }),
      { name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no photo') },
    ])
  await page.locator('[data-run="idle"]').waitFor()
  return page
}

async function saveFile(page: Page, action: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = (await Promise.all([
    page.waitForEvent('download'),
    page.locator(`[data-action="${action}"]`).click(),
  ])) as [Download, void]
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

describe('a checked batch', () => {
  let page: Page
  beforeAll(async () => {
    page = await openCheckedBatch()
  })
  afterAll(() => page?.context().close())

  it('is saved as a table, as data and as a sheet', async () => {
    const table = await saveFile(page, 'deliver-csv')
    expect(table.name).toMatch(/^zhaojian-hanjiang-2025-\d{4}-\d\d-\d\d\.csv$/)
    expect([...table.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const rows = csvParse(table.bytes.toString('utf8').slice(1))
    expect(rows.map(row => [row['File name'], row['Verdict id, file as given']])).toEqual([
      ["'=1+1.jpg", 'pass'],
      [`张三${ID_NUMBER}.jpg`, 'pass'],
      ['notes.jpg', ''],
      ['open "mouth".jpg', 'fail'],
    ])

    const data = JSON.parse((await saveFile(page, 'deliver-json')).bytes.toString('utf8')) as {
      schema: string
      files: { report: { checks: { id: string; regions: unknown[] }[] } | null }[]
    }
    expect(data.schema).toBe('zhaojian-batch/1')
    expect(data.files.map(({ report }) => report?.checks.length ?? 0)).toEqual([45, 45, 0, 45])
    expect(data.files[0]!.report!.checks.find(({ id }) => id === 'ears.left')!.regions).not.toEqual([])

    const sheet = (await saveFile(page, 'deliver-sheet')).bytes.toString('utf8')
    expect(sheet.match(/<img src="data:image\/jpeg;base64,[^"]{1000,}"/g)).toHaveLength(3)
    expect(sheet).toContain('open &quot;mouth&quot;.jpg')
  })

  it('is saved as a ZIP of the photos that are fine, each by the school’s rules, with what came of all', async () => {
    await page.locator('[data-action="deliver-zip"]').click()
    await page.locator('[data-action="zip-save"]:enabled').waitFor()
    const { name, bytes } = await saveFile(page, 'zip-save')
    expect(name).toMatch(/\.zip$/)
    const files = readZip(bytes)
    expect([...files.keys()]).toEqual(['=1+1.jpg', `张三${ID_NUMBER}.jpg`, 'results.csv'])
    for (const photo of [...files.values()].slice(0, 2)) {
      const { width, height } = readJpeg(photo)
      expect(width * 4).toBe(height * 3)
      expect(photo.length).toBeGreaterThanOrEqual(51_200)
    }
    const results = csvParse(files.get('results.csv')!.toString('utf8').slice(1))
    expect(results.map(row => row['File in the ZIP'])).toEqual(["'=1+1.jpg", `张三${ID_NUMBER}.jpg`, '', ''])
    expect(results.map(row => row['Why not in the ZIP'] !== '')).toEqual([false, false, true, true])
  })

  it('tells which names can’t be given and which would be one, and waits for the user to mend it', async () => {
    await page.locator('[data-field="pattern"]').fill('{id-number}')
    await page.locator('[data-trouble="unnamed"] li', { hasText: '=1+1.jpg' }).waitFor()
    await page.locator('.zip-name strong', { hasText: `${ID_NUMBER}.jpg` }).waitFor()
    await page.locator('[data-field="pattern"]').fill('photo')
    await page.locator('[data-trouble="clashes"] li').waitFor()
    expect(await page.locator('[data-action="zip-save"]').isDisabled()).toBe(true)
    expect(await findViolations(page)).toEqual([])
    await page.locator('[data-field="number"]').check()
    await page.locator('.zip-name strong', { hasText: 'photo-2.jpg' }).waitFor()
    await page.locator('[data-field="pattern"]').fill('{student}')
    expect(await page.locator('[data-action="zip-save"]').isDisabled()).toBe(true)
    await page.locator('[data-field="pattern"]').fill('{name}')
  })

  it('goes straight into the file that the user chose; cancelled, it leaves none', async () => {
    // The origin's private folder in place of the system's window: its writable streams are the same.
    await page.evaluate(() =>
      Object.assign(window, {
        showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) =>
          (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true }),
      }),
    )
    const kept = (): Promise<number[]> =>
      page.evaluate(async () => {
        const sizes: number[] = []
        for await (const handle of (
          (await navigator.storage.getDirectory()) as unknown as { values(): AsyncIterable<FileSystemFileHandle> }
        ).values())
          sizes.push((await handle.getFile()).size)
        return sizes
      })
    await page.locator('[data-action="zip-save"]').click()
    await page.locator('[data-action="zip-cancel"]').click()
    await page.locator('[data-zip="cancelled"]').waitFor()
    expect(await kept()).toEqual([])
    await page.locator('[data-action="zip-save"]').click()
    await page.locator('[data-zip="done"]').waitFor()
    expect(await kept()).toEqual([expect.any(Number)])
    expect((await kept())[0]).toBeGreaterThan(100_000)
  })
})
