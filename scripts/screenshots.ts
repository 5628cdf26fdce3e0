import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { drawnJpeg } from '../tests/support/drawn-jpeg'
import { launchBrowser } from './browser'
import { serve } from './serve'

/**
 * Pictures of the page to look at: `npm run screenshots -- FOLDER [URL]`.
 * Without a URL the built site in dist/ is shown. Start, the parts still being looked at, result, the made file, a comparison and a refusal; phone and desktop, both locales, light and dark.
 */
const [folder, given] = process.argv.slice(2)
if (!folder) throw new Error('Say where to put the pictures: npx tsx scripts/screenshots.ts FOLDER [URL]')
const out = resolve(folder)
mkdirSync(out, { recursive: true })

const SIZES = { phone: { width: 360, height: 780 }, desktop: { width: 1280, height: 900 } } as const
const LOCALES = ['zh-CN', 'en'] as const
/** CSS pixels of a picture's height at most. */
const LONGEST = 3200
const SCHEMES = ['light', 'dark'] as const

const served = given ? null : await serve({ '/check/': 'dist' })
const site = given ?? `${served!.url}/check/`
const browser = await launchBrowser()
let narrow = 0

async function picture(page: Page, name: string, fullPage = true): Promise<void> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => ({ scrollWidth: document.documentElement.scrollWidth, clientWidth: document.documentElement.clientWidth }))
  if (scrollWidth > clientWidth) { narrow++; console.log(`${name}: ${scrollWidth} px wide in ${clientWidth} px`) }
  const { width, height } = page.viewportSize()!
  const tall = fullPage ? await page.evaluate(() => document.documentElement.scrollHeight) : height
  // Longer pages cost more memory than a software renderer has.
  await page.screenshot({ path: join(out, `${name}.png`), fullPage, clip: { x: 0, y: 0, width, height: Math.min(tall, LONGEST) } })
}

async function walk(browser: Browser, size: keyof typeof SIZES, locale: (typeof LOCALES)[number], scheme: (typeof SCHEMES)[number]): Promise<void> {
  const context = await browser.newContext({ viewport: SIZES[size], locale, colorScheme: scheme, deviceScaleFactor: size === 'phone' ? 2 : 1, isMobile: size === 'phone', hasTouch: size === 'phone' })
  const page = await context.newPage()
  page.on('pageerror', error => console.log(`page error: ${error.message}`))
  page.on('console', message => { if (message.type() === 'error') console.log(`console: ${message.text()}`) })
  const name = (state: string): string => `${state}-${size}-${locale}-${scheme}`
  await page.goto(`${site}?lang=${locale}`)
  await page.locator('[data-phase="ready"]').waitFor({ timeout: 60_000 })
  await picture(page, name('start'))

  // The last model takes its time on a phone's line: so does it here, to see the page meanwhile.
  await page.route('**/parts.onnx', async route => { await new Promise(resolve => setTimeout(resolve, 2500)); await route.continue() })
  await page.locator('[data-action="sample"]').click()
  await page.locator('[data-phase="done"] .verdict .progress').waitFor({ timeout: 60_000 })
  await picture(page, name('looking'), false)
  await page.locator('[data-phase="done"] .verdict .progress').waitFor({ state: 'detached', timeout: 60_000 })
  // The overlay is drawn once the picture is decoded.
  await page.waitForTimeout(500)
  await picture(page, name('result-top'), false)
  // Opens the last group and two of its rules, to see their insides.
  await page.locator('details.fold:not(.next) > summary').last().click()
  for (const row of (await page.locator('details.check > summary:visible').all()).slice(0, 2)) await row.click()
  await page.waitForTimeout(500)
  await picture(page, name('result'))

  await page.locator('[data-action="save"]').click()
  await page.locator('[data-made]').waitFor({ timeout: 60_000 })
  await page.waitForTimeout(300)
  await picture(page, name('produced'))

  await page.locator('[data-action="add"] input').setInputFiles([
    { name: 'fringe.jpg', mimeType: 'image/jpeg', buffer: await drawnJpeg({ width: 900, height: 1200, fringe: { left: 0.7 } }) },
    { name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('this is no photo') },
  ])
  await page.locator('[data-phase="done"][data-screen="compare"]').waitFor({ timeout: 60_000 })
  await page.locator('.shot img').nth(1).waitFor()
  await picture(page, name('compare'))

  await page.locator('[data-action="reset"]').click()
  await page.locator('input[type=file]').first().setInputFiles({ name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('this is no photo') })
  await page.locator('[data-phase="failed"]').waitFor({ timeout: 60_000 })
  await picture(page, name('error'))
  await context.close()
}

try {
  for (const size of Object.keys(SIZES) as (keyof typeof SIZES)[]) for (const locale of LOCALES) for (const scheme of SCHEMES) await walk(browser, size, locale, scheme)
} finally {
  await browser.close()
  await served?.close()
}
if (narrow) { console.log(`${narrow} pictures scroll sideways`); process.exitCode = 1 }
