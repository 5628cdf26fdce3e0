import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Browser, BrowserContext, Page, Route } from 'playwright-core'
import { launchBrowser, stallModelRequests } from '../support/browser'
import { drawJpeg } from '../../tools/pictures/drawn-jpeg'
import { readJpeg } from '../../tools/pictures/read-jpeg'

/** The page as a student uses it, in the built site. */
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

async function openSite(locale: 'zh-CN' | 'en', width: number): Promise<Page> {
  const context = await browser.newContext({ acceptDownloads: true, locale, viewport: { width, height: 780 } })
  const page = await context.newPage()
  await page.goto(`${inject('site')}?profile=hanjiang-2025`)
  await page.locator('[data-phase="ready"]').waitFor()
  return page
}
const waitForPhase = (page: Page, name: string): Promise<void> => page.locator(`[data-phase="${name}"]`).waitFor()
const hasSidewaysScroll = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

describe.each([
  ['zh-CN', 360],
  ['en', 1280],
] as const)('%s at %i px', (locale, width) => {
  let page: Page
  beforeAll(async () => {
    page = await openSite(locale, width)
  })
  afterAll(() => page?.context().close())

  it('the drawn sample is judged rule by rule and saved as a JPEG; the steps that follow are shown', async () => {
    expect(await page.locator('html').getAttribute('lang')).toBe(locale)
    expect(await hasSidewaysScroll(page)).toBe(false)
    await page.locator('[data-action="sample"]').click()
    await waitForPhase(page, 'done')
    expect(await page.locator('details.check').count()).toBeGreaterThanOrEqual(44)
    expect(await hasSidewaysScroll(page)).toBe(false)
    const download = page.waitForEvent('download')
    await page.locator('[data-action="save"]').click()
    const path = await (await download).path()
    expect(readJpeg(readFileSync(path))).toMatchObject({ width: 1275, height: 1700, baseline: true, hasExif: false })
    await page.locator('[data-made]').waitFor()
    expect(await page.locator('.steps').textContent()).toContain('青聪拍')
  })

  it('a file that is no photo is refused in words, and the next good photo works', async () => {
    const choose = (name: string, buffer: Buffer): Promise<void> =>
      page.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'image/jpeg', buffer })
    await page.locator('[data-action="reset"]').click()
    await waitForPhase(page, 'ready')
    await choose('notes.jpg', Buffer.from('this is no photo'))
    await waitForPhase(page, 'failed')
    expect(await page.getByRole('alert').first().textContent()).toMatch(
      locale === 'en' ? /[a-z]{3,} [a-z]{2,}/i : /[\u4e00-\u9fff]{4}/,
    )
    await choose('portrait.jpg', await drawJpeg({ width: 900, height: 1200 }))
    await waitForPhase(page, 'done')
  })

  it('a pasted photo is taken', async () => {
    await page.locator('[data-action="reset"]').click()
    await waitForPhase(page, 'ready')
    await page.evaluate(
      base64 => {
        const data = new DataTransfer()
        data.items.add(
          new File([Uint8Array.from(atob(base64), c => c.charCodeAt(0))], 'pasted.jpg', { type: 'image/jpeg' }),
        )
        document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
      },
      (await drawJpeg({ width: 900, height: 1200 })).toString('base64'),
    )
    await waitForPhase(page, 'done')
  })

  it('a picture dragged from another page is told to be saved first, and the page stays', async () => {
    await page.locator('[data-action="reset"]').click()
    await waitForPhase(page, 'ready')
    const drop = (over: string, start: boolean): Promise<boolean> =>
      page.evaluate(
        ([over, start]) => {
          const dataTransfer = new DataTransfer()
          dataTransfer.setData('text/uri-list', 'https://elsewhere.example/portrait.jpg')
          const event = (name: string): DragEvent =>
            new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true })
          if (start) document.body.dispatchEvent(event('dragstart'))
          const isTaken = !document.querySelector(over)!.dispatchEvent(event('drop'))
          if (start) document.body.dispatchEvent(event('dragend'))
          return isTaken
        },
        [over, start] as const,
      )
    expect(await drop('main', true)).toBe(true)
    expect(await page.getByRole('alert').count()).toBe(0)
    expect(await drop('main', false)).toBe(true)
    await expect
      .poll(() => page.getByRole('alert').textContent())
      .toContain(locale === 'en' ? 'Save the picture on this device' : '把图片保存到这台设备')
  })
})

it('a page whose host was updated meanwhile offers to reload, and does not blame the network', async () => {
  const context = await browser.newContext({ locale: 'en' })
  const page = await context.newPage()
  let isUpdated = false
  await page.route('**/*', route => {
    const { pathname } = new URL(route.request().url())
    if (isUpdated && pathname.endsWith('/')) return route.fulfill({ body: '<script src="./assets/index-other.js">' })
    return pathname.endsWith('manifest.json') ? route.fulfill({ status: 404 }) : route.continue()
  })
  await page.goto(inject('site'))
  const title = page.getByRole('alert').locator('h2')
  await expect.poll(() => title.textContent(), { timeout: 20_000 }).toBe('The checker did not load completely')
  isUpdated = true
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => title.textContent(), { timeout: 20_000 }).toBe('This page has a new version')
  expect(await page.locator('[data-action="reload"]').count()).toBe(1)
  await context.close()
})

describe.each(['zh-CN', 'en'] as const)('before any model is there, in %s', locale => {
  let context: BrowserContext
  beforeAll(async () => {
    context = await browser.newContext({ locale, viewport: { width: 360, height: 740 } })
    await stallModelRequests(context)
  })
  afterAll(() => context?.close())

  const open = async (holdsScripts: boolean): Promise<Page> => {
    const page = await context.newPage()
    // With the list of models the progress would tell their bytes.
    await page.route(/models\/manifest\.json$/, () => {})
    if (holdsScripts) await page.route(/\.js$/, () => {})
    await page.goto(inject('site'), { waitUntil: 'commit' })
    await page.locator('.foot').waitFor()
    return page
  }
  const choose = (page: Page, name: string, buffer: Buffer): Promise<void> =>
    page.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'image/jpeg', buffer })

  it('the HTML brings the start screen that the script takes over, element by element', async () => {
    const [bare, live] = await Promise.all([open(true), open(false)])
    const marked = await live.evaluateHandle(() => document.querySelector('h1'))
    await live.locator('#app:not([data-prerendered])').waitFor()
    const read = (page: Page): Promise<string> => page.locator('#app').innerHTML()
    expect(await read(bare)).toBe(await read(live))
    expect(await bare.locator('h1').textContent()).toMatch(locale === 'en' ? /^Know/ : /^提交/)
    expect(await bare.evaluate(() => getComputedStyle(document.querySelector('.top')!).display)).toBe('flex')
    expect(await live.evaluate(h1 => h1 === document.querySelector('h1'), marked)).toBe(true)
    const school = await bare.locator('.profile select').boundingBox()
    expect(school!.y + school!.height).toBeLessThan(740)
  })

  it('a host whose policy header refuses the inline style gets the style from its file', async () => {
    const page = await context.newPage()
    await page.route(inject('site'), async route => {
      const response = await route.fetch()
      const headers = { ...response.headers(), 'content-security-policy': "style-src 'self'" }
      await route.fulfill({ response, headers })
    })
    await page.goto(inject('site'))
    const readDisplay = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.querySelector('.top')!).display)
    await expect.poll(readDisplay).toBe('flex')
  })

  it('a photo chosen before the script is there gets its file’s verdict; what is no photo is refused', async () => {
    const page = await context.newPage()
    const held: Route[] = []
    await page.route(/assets\/index-.*\.js$/, route => void held.push(route))
    await page.goto(inject('site'), { waitUntil: 'commit' })
    await choose(page, 'early.jpg', await drawJpeg({ width: 300, height: 400 }))
    await expect.poll(() => held.length).toBe(1)
    await held[0]!.continue()
    await page.locator('[id="check-file.width"].check-fail').waitFor()
    expect(await page.locator('.check-fail:not([id^="check-file."])').count()).toBe(0)
    await page.locator('[data-action="reset"]').click()
    await choose(page, 'notes.txt', Buffer.from('no photo'))
    await page.locator('[role=alert]').waitFor()
  })
})
