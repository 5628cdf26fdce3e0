import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { findViolations } from '../support/axe'
import { buildCameraSwitches } from '../../tools/browser/fake-camera'
import { drawJpeg } from '../../tools/pictures/drawn-jpeg'
import { drawFilm } from '../../tools/pictures/film'

/** Everyone: axe-core finds nothing in any state, and the keyboard alone goes from the first tab to the saved file. */
let browser: Browser
let secondPhoto: Buffer

beforeAll(async () => {
  secondPhoto = await drawJpeg({ width: 600, height: 800, mouthGap: 0.2 })
  browser = await launchBrowser(
    buildCameraSwitches(await drawFilm([{ name: 'turned', options: { yaw: 35 }, seconds: 1 }])),
  )
})
afterAll(() => browser?.close())

async function openSite(locale: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const context = await browser.newContext({
    serviceWorkers: 'allow',
    acceptDownloads: true,
    locale,
    colorScheme,
    viewport: { width: 360, height: 780 },
  })
  const page = await context.newPage()
  await page.goto(inject('site'))
  await page.locator('[data-phase="ready"]').waitFor()
  return page
}

/** Nothing scrolls sideways at 200 % of 360 px, nor at 400 % of 1280. */
async function expectNoSidewaysScroll(page: Page, screen: string): Promise<void> {
  for (const width of [180, 320]) {
    await page.setViewportSize({ width, height: 780 })
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      `${screen} ${width}`,
    ).toBe(0)
  }
  await page.setViewportSize({ width: 360, height: 780 })
}

describe.each([
  ['zh-CN', 'light'],
  ['en', 'dark'],
] as const)('%s, %s', (locale, scheme) => {
  let page: Page
  beforeAll(async () => {
    page = await openSite(locale, scheme)
  })
  afterAll(() => page?.context().close())

  it(
    'axe-core finds nothing, and nothing scrolls sideways, at the start, before the camera, with a ' +
      'result, a made file, a comparison and a refusal',
    async () => {
      expect(await findViolations(page), 'start').toEqual([])
      await expectNoSidewaysScroll(page, 'start')

      await page.locator('[data-action="camera"]').click()
      await page.locator('.camera[data-instruction="pose.yaw"]').waitFor()
      expect(await findViolations(page), 'camera').toEqual([])
      await page.locator('[data-action="close-camera"]').click()

      await page.locator('[data-action="sample"]').click()
      await page.locator('[data-phase="done"]').waitFor()
      await page.locator('.verdict .progress').waitFor({ state: 'detached' })
      await page.evaluate(() => {
        for (const row of document.querySelectorAll('details')) row.open = true
      })
      await page.waitForTimeout(300)
      expect(await findViolations(page), 'result').toEqual([])
      await expectNoSidewaysScroll(page, 'result')
      await page.locator('[data-action="save"]').click()
      await page.locator('[data-made]').waitFor()
      expect(await findViolations(page), 'made').toEqual([])

      await page
        .locator('[data-action="add"] input')
        .setInputFiles({ name: 'other.jpg', mimeType: 'image/jpeg', buffer: secondPhoto })
      await page.locator('[data-phase="done"][data-screen="compare"]').waitFor()
      expect(await findViolations(page), 'comparison').toEqual([])

      await page.locator('[data-action="reset"]').click()
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no photo') })
      await page.locator('[data-phase="failed"]').waitFor()
      expect(await findViolations(page), 'refusal').toEqual([])
    },
  )

  it(
    'the keyboard alone opens and closes the camera, which announces what to do, and goes on to the ' + 'saved file',
    async () => {
      await page.locator('.failure .button').last().click()
      await page.locator('[data-phase="ready"]').waitFor()
      const press = async (action: string): Promise<void> => {
        for (let tabs = 0; tabs < 80; tabs++) {
          await page.keyboard.press('Tab')
          if (await page.evaluate(wanted => document.activeElement?.getAttribute('data-action') === wanted, action)) {
            await page.keyboard.press('Enter')
            return
          }
        }
        throw new Error(`No tab reaches ${action}.`)
      }
      await press('camera')
      await page.locator('.camera[data-instruction="pose.yaw"]').waitFor()
      await page
        .locator('.camera [role="status"]', { hasText: locale === 'en' ? /face/i : '脸' })
        .waitFor({ state: 'attached' })
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
      await press('close-camera')
      await page.locator('[data-screen="start"]').waitFor()

      await press('sample')
      await page.locator('[data-phase="done"]').waitFor()
      await page.locator('.verdict .progress').waitFor({ state: 'detached' })
      const download = page.waitForEvent('download')
      await press('save')
      expect((await download).suggestedFilename()).toMatch(/\.jpg$/)
    },
  )
})
