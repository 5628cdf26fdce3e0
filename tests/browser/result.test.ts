import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Browser, Download, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { drawJpeg } from '../../tools/pictures/drawn-jpeg'

/** The result screen of one photo and of several, in the built site. */
let browser: Browser
let fringedPhoto: Buffer
let faultlessPhoto: Buffer
beforeAll(async () => {
  browser = await launchBrowser()
  fringedPhoto = await drawJpeg({ width: 900, height: 1200, fringe: { left: 0.7, right: 0.7 } })
  faultlessPhoto = await drawJpeg({ width: 900, height: 1200 })
})
afterAll(() => browser?.close())

interface ChosenFile {
  readonly name: string
  readonly buffer: Buffer
}

/** One page for all tests, and what it said against the content security policy. */
let page: Page
const violations: string[] = []
beforeAll(async () => {
  const context = await browser.newContext({
    acceptDownloads: true,
    locale: 'zh-CN',
    viewport: { width: 360, height: 780 },
  })
  page = await context.newPage()
  page.on('console', message => {
    if (/Content Security Policy|Refused to/.test(message.text())) violations.push(message.text())
  })
  await page.goto(`${inject('site')}?profile=hanjiang-2025`)
})

/** Has the page start anew with these files, and waits until they are checked. */
async function checkFiles(files: readonly ChosenFile[]): Promise<void> {
  if (await page.locator('[data-action="reset"]').count()) await page.locator('[data-action="reset"]').click()
  await page.locator('[data-phase="ready"]').waitFor()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(files.map(file => ({ ...file, mimeType: 'image/jpeg' })))
  await waitUntilChecked()
}

async function waitUntilChecked(): Promise<void> {
  await page.locator('[data-phase="done"]').waitFor()
  await page.locator('.verdict .progress').waitFor({ state: 'detached' })
}

async function downloadFile(action: string): Promise<{ bytes: Buffer; name: string }> {
  const [download] = (await Promise.all([
    page.waitForEvent('download'),
    page.locator(`[data-action="${action}"]`).click(),
  ])) as [Download, void]
  return { bytes: readFileSync(await download.path()), name: download.suggestedFilename() }
}
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

it(
  'of several photos hints at the faultless one, says of a broken file what it is, and opens, adds, ' +
    'removes and saves',
  async () => {
    await checkFiles([
      { name: 'fringe.jpg', buffer: fringedPhoto },
      { name: 'notes.jpg', buffer: Buffer.from('no photo') },
      { name: 'fine.jpg', buffer: faultlessPhoto },
    ])
    const cards = page.locator('.shot')
    expect(await page.locator('[data-screen="compare"]').count()).toBe(1)
    expect(await cards.evaluateAll(all => all.map(card => (card as HTMLElement).dataset['shot']))).toEqual([
      'done',
      'failed',
      'done',
    ])
    expect(await cards.evaluateAll(all => all.map(card => card.classList.contains('is-best')))).toEqual([
      false,
      false,
      true,
    ])
    expect(await page.locator('.compare-best').textContent()).toMatch(/第 3 张.*问题最少/)
    expect(await cards.nth(1).textContent()).toContain('这不是图片')
    // Brows are what differs, told in words beside the sign.
    expect(await page.locator('.differences tbody tr', { hasText: '左眉' }).textContent()).toMatch(/不符合.*符合/)
    await page.locator('.shot img').nth(1).waitFor()

    await cards.nth(0).locator('.shot-open').click()
    expect(await page.locator('.first').textContent()).toContain('左眉')
    await page
      .locator('[data-action="add"] input')
      .setInputFiles({ name: 'again.jpg', mimeType: 'image/jpeg', buffer: faultlessPhoto })
    await waitUntilChecked()
    expect(await cards.count()).toBe(4)
    // Two equal ones: neither is best.
    expect(await page.locator('.is-best').count()).toBe(0)

    await cards.nth(3).locator('.shot-remove').click()
    const made = await downloadFile('save-best')
    expect(made.name).toMatch(/^fine-.*\.jpg$/)
    await page.locator('[data-made]').waitFor()
    await page.locator('[data-action="compare"]').click()
    await cards.nth(0).locator('.shot-remove').click()
    await cards.nth(0).locator('.shot-remove').click()
    // The one that is left is a single photo again, its made file still there.
    await page.locator('[data-screen="result"] [data-made]').waitFor()
    expect(await page.locator('[data-action="compare"]').count()).toBe(0)
  },
)

it('keeps six photos at most and says so', async () => {
  await checkFiles(Array.from({ length: 7 }, (_, i) => ({ name: `${i}.jpg`, buffer: Buffer.from(`no photo ${i}`) })))
  expect(await page.locator('.shot').count()).toBe(6)
  expect(await page.locator('.compare .caution').textContent()).toContain('6 张')
})

describe('one photo with a fault, under a name that is markup', () => {
  beforeAll(() => checkFiles([{ name: `<img src=x onerror=alert(1)> & "x".jpg`, buffer: fringedPhoto }]))

  it('stands on a phone with its first fault in the first view, in an order and with what mends it', async () => {
    const first = page.locator('.first li').first()
    const box = (await first.boundingBox())!
    // The page is at its top once a screen opens.
    expect(box.y + box.height).toBeLessThanOrEqual(740)
    expect(await first.textContent()).toMatch(/眉露出.*重拍就能改/)
    const word = (await page.locator('.verdict h1').textContent())!.match(/\d+/)![0]
    expect(await page.locator('.count-fail').textContent()).toBe(`不符合${word}`)
    // No number of the trade, and none that reads backwards, before a row is open.
    expect(await page.locator('.checks').innerText()).not.toMatch(/ΔE|L\*|\d%/)
  })

  it('opens every row at once, and closes them', async () => {
    await page.locator('[data-action="open-all"]').click()
    await page.waitForFunction(
      () => !document.querySelector('details.check:not([open]), details.fold:not(.next):not([open])'),
    )
    expect(await page.locator('details.check.selected').count()).toBe(0)
    expect(await page.locator('[id="check-mouth.gap"] .facts').textContent()).toContain('测得（张开的程度）')
    await page.locator('[data-action="open-all"]').click()
    await page.waitForFunction(() => !document.querySelector('details.check[open]'))
  })

  it('folds what is met, with every rule still there to open', async () => {
    expect(await page.locator('details.check').count()).toBeGreaterThanOrEqual(44)
    expect(await page.locator('details.check-fail:visible').count()).toBeGreaterThan(0)
    expect(await page.locator('details.check-pass:visible').count()).toBe(0)
    const mouth = page.locator('[id="check-mouth.gap"]')
    await page.locator('details.fold', { has: mouth }).locator('> summary').press('Enter')
    await mouth.locator('summary').press('Enter')
    expect(await mouth.locator('.check-body').textContent()).toMatch(/测得.*要求.*条文/)
  })

  it('saves a report that holds everything itself, with the digests of the very files', async () => {
    const made = await downloadFile('save')
    await page.locator('[data-made]').waitFor()
    // Where it went is said.
    expect(await page.locator('[data-given="download"]').textContent()).toContain('下载')
    const { bytes, name } = await downloadFile('report-save')
    expect(name).toMatch(/\.html$/)
    const text = bytes.toString('utf8')
    expect(text).toContain(sha256(fringedPhoto))
    expect(text).toContain(sha256(made.bytes))
    expect(text).not.toMatch(/<script|<link|<img src=x|https?:\/\/|blob:/)

    // As a reader opens it: from disk.
    const file = join(mkdtempSync(join(tmpdir(), 'zhaojian-report-')), 'report.html')
    writeFileSync(file, bytes)
    const reader = await page.context().newPage()
    const asked: string[] = []
    reader.on('request', request => {
      if (!request.url().startsWith('data:')) asked.push(request.url())
    })
    await reader.goto(pathToFileURL(file).href)
    const seen = await reader.evaluate(() => ({
      rows: document.querySelectorAll('tbody tr:not(.sheet-group)').length,
      sources: [...document.querySelectorAll('[src], [href]')].map(one =>
        (one.getAttribute('src') ?? one.getAttribute('href'))!.slice(0, 11),
      ),
      widths: [...document.images].map(image => image.naturalWidth),
      name: document.querySelector('dd')!.textContent,
      verdict: document.querySelector('.sheet-verdict')!.textContent,
    }))
    expect(seen.rows).toBeGreaterThanOrEqual(44)
    expect(seen.sources).toEqual(['data:image/', 'data:image/'])
    expect(Math.min(...seen.widths)).toBeGreaterThanOrEqual(480)
    expect(seen.name).toBe(`<img src=x onerror=alert(1)> & "x".jpg`)
    expect(seen.verdict).toMatch(/有 \d+ 项必须改/)
    expect(asked).toEqual([pathToFileURL(file).href])
  })

  it('prints the report in place of the page, in its own style, within the content security policy', async () => {
    // Some browsers open a preview without a screen too, and print nothing else beside it: that it is asked for is
    // counted, the paper is made below.
    await page.evaluate(() => {
      window.print = () => {
        const { dataset } = document.documentElement
        dataset['printed'] = String(Number(dataset['printed'] ?? 0) + 1)
      }
    })
    await page.locator('[data-action="report-print"]').click()
    await page.locator('.print-sheet img').first().waitFor({ state: 'attached' })
    expect(await page.locator('.print-sheet').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('#app').isVisible()).toBe(false)
    expect(await page.locator('.print-sheet table').isVisible()).toBe(true)
    expect(await page.locator('.print-sheet').textContent()).toContain(sha256(fringedPhoto))
    expect(await page.locator('.sheet-verdict').evaluate(element => getComputedStyle(element).display)).toBe('flex')
    await page.waitForFunction(() => document.documentElement.dataset['printed'] === '1')
    // A4 in points.
    expect((await page.pdf({ preferCSSPageSize: true })).toString('latin1')).toMatch(
      /\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/,
    )
    expect(violations).toEqual([])

    await page.emulateMedia({ media: 'screen' })
    await page.locator('[data-action="reset"]').click()
    await page.locator('.print-sheet').waitFor({ state: 'detached' })
  })
})

describe('a photo that can’t be cropped', () => {
  beforeAll(async () => {
    const tight = await sharp(faultlessPhoto)
      .extract({ left: 150, top: 130, width: 600, height: 800 })
      .jpeg()
      .toBuffer()
    await checkFiles([{ name: 'tight.jpg', buffer: tight }])
  })

  it('says how many pixels are missing at which side, and offers nothing that can’t be done', async () => {
    expect(await page.locator('[data-action="save"]').count()).toBe(0)
    expect(await page.locator('.save button:disabled').count()).toBe(0)
    const panel = (await page.locator('[data-no-crop]').textContent())!
    expect(panel).toMatch(/上方还缺约 \d+ 像素（照片高度的 \d+%）/)
    await page.locator('[data-action="open-all"]').click()
    await page.waitForFunction(() => !document.querySelector('details.check:not([open])'))
    const text = (await page.locator('.result').textContent())!
    expect(text).not.toMatch(/在这里保存一份即可|丸子头|位置一栏/)
  })
})

describe('a photo that only the general standard’s room above the head keeps from a crop', () => {
  it('is saved as outside that limit, and says so', async () => {
    const low = await sharp(faultlessPhoto)
      .extract({ left: 0, top: 110, width: 900, height: 1090 })
      .jpeg({ quality: 95 })
      .toBuffer()
    await checkFiles([{ name: 'low.jpg', buffer: low }])
    expect(await page.locator('.outside').textContent()).toMatch(/头顶位置.*50 像素 至 110 像素/)
    const { name } = await downloadFile('save-outside')
    expect(name).toBe('low-hanjiang-2025-outside.jpg')
    expect(await page.locator('[data-outside="geometry.head-top"]').textContent()).toContain('头顶位置')
  })
})

describe('inside WeChat', () => {
  it('shows a large data: picture to hold, its hint below it, and a way out', async () => {
    const context = await browser.newContext({
      acceptDownloads: false,
      locale: 'zh-CN',
      viewport: { width: 360, height: 740 },
      userAgent:
        'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 ' +
        'Mobile Safari/537.36 MicroMessenger/8.0.47',
    })
    const everyday = page
    page = await context.newPage()
    try {
      const downloads: string[] = []
      page.on('download', download => downloads.push(download.suggestedFilename()))
      await page.goto(inject('site'))
      await checkFiles([{ name: 'fine.jpg', buffer: faultlessPhoto }])
      await page.locator('[data-action="save"]').click()
      const picture = page.locator('.made-photo')
      await picture.waitFor()
      expect((await picture.getAttribute('src'))!.slice(0, 23)).toBe('data:image/jpeg;base64,')
      const [held, hint] = [(await picture.boundingBox())!, (await page.locator('[data-given="hold"]').boundingBox())!]
      expect(held.width).toBeGreaterThan(250)
      expect(hint.y).toBeGreaterThanOrEqual(held.y + held.height)
      expect(await page.locator('[data-given="hold"]').textContent()).toContain('上面的照片')
      expect(await page.locator('[data-action="copy-link"]').count()).toBe(1)
      await page.locator('[data-action="report-save"]').click()
      await page.locator('[data-report="hold"]').waitFor()
      expect(downloads).toEqual([])
    } finally {
      page = everyday
      await context.close()
    }
  })
})
