import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import type { PortraitOptions } from '../../src/drawn/index'
import { drawJpeg } from '../../tools/pictures/drawn-jpeg'
import { drawFilm, COMPUTER_VIEW, PHONE_VIEW } from '../../tools/pictures/film'
import { launchBrowser } from '../../tools/browser/browser'
import { buildCameraSwitches } from '../../tools/browser/fake-camera'
import { serve } from '../../tools/serve/serve'

/**
 * Pictures of the page to look at: `npm run screenshots -- [--published] FOLDER [URL]`. Without a URL the built site in
 * dist/ is shown. Start, the camera with a fault, with the countdown and with its photo, the parts still being looked
 * at, result, the made file, a comparison and a refusal; a batch: its list, one of its photos, its ZIP; the profile
 * editor; the page in a frame. Phone and desktop, both locales, light and dark. `--published`: as docs/screens keeps
 * them, light only and as WebP.
 */
const isPublished = process.argv.includes('--published')
const [folder, givenUrl] = process.argv.slice(2).filter(argument => argument !== '--published')
if (!folder) throw new Error('Say where to put the pictures: npm run screenshots -- [--published] FOLDER [URL]')
const outFolder = resolve(folder)
mkdirSync(outFolder, { recursive: true })

const SIZES = { phone: { width: 360, height: 780 }, desktop: { width: 1280, height: 900 } } as const
const LOCALES = ['zh-CN', 'en'] as const
/** CSS pixels of a picture's height at most. */
const MAX_HEIGHT_PX = 3200
const SCHEMES = isPublished ? (['light'] as const) : (['light', 'dark'] as const)

const served = givenUrl ? null : await serve({ '/check/': 'dist' })
const site = givenUrl ?? `${served!.url}/check/`
/** Hair over an ear for a while, then a portrait without faults. */
const FILM_STRETCHES = [
  { name: 'ear', options: { hair: 'long', earsCovered: { left: 1, right: 0 } }, seconds: 25 },
  { name: 'right', options: {}, seconds: 25 },
] as const
type UploadedFile = { name: string; mimeType: string; buffer: Buffer }
const NO_PHOTO: UploadedFile = {
  name: 'notes.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.from('this is no photo'),
}
let overflowCount = 0

async function takePicture(page: Page, name: string, fullPage = true): Promise<void> {
  // A notice is shown once, and would cover the page.
  await page
    .locator('[data-notice] button')
    .last()
    .click({ timeout: 300 })
    .catch(() => {})
  const { scrollWidth, clientWidth } = await page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
    clientWidth: document.documentElement.clientWidth,
  }))
  if (scrollWidth > clientWidth) {
    overflowCount++
    console.log(`${name}: ${scrollWidth} px wide in ${clientWidth} px`)
  }
  const { width, height } = page.viewportSize()!
  const tall = fullPage ? await page.evaluate(() => document.documentElement.scrollHeight) : height
  // Longer pages cost more memory than a software renderer has.
  const png = await page.screenshot({ fullPage, clip: { x: 0, y: 0, width, height: Math.min(tall, MAX_HEIGHT_PX) } })
  if (isPublished)
    await sharp(png)
      .webp({ quality: 82 })
      .toFile(join(outFolder, `${name}.webp`))
  else writeFileSync(join(outFolder, `${name}.png`), png)
}

async function captureScreens(
  browser: Browser,
  size: keyof typeof SIZES,
  locale: (typeof LOCALES)[number],
  scheme: (typeof SCHEMES)[number],
): Promise<void> {
  const context = await browser.newContext({
    viewport: SIZES[size],
    locale,
    colorScheme: scheme,
    deviceScaleFactor: size === 'phone' ? 2 : 1,
    isMobile: size === 'phone',
    hasTouch: size === 'phone',
  })
  const page = await context.newPage()
  page.on('pageerror', error => console.log(`page error: ${error.message}`))
  page.on('console', message => {
    if (message.type() === 'error') console.log(`console: ${message.text()}`)
  })
  const name = (state: string): string => `${state}-${size}-${locale}-${scheme}`
  await captureStart(page, locale, name)
  await captureResult(page, name)
  await captureProduced(page, name)
  await captureComparison(page, name)
  await captureError(page, name)
  await captureCamera(page, name)
  await page.close()
  await captureBatch(await context.newPage(), locale, name)
  await captureEditorAndFrame(await context.newPage(), locale, name)
  await context.close()
}

async function captureStart(page: Page, locale: string, name: (state: string) => string): Promise<void> {
  await page.goto(`${site}?lang=${locale}`)
  await page.locator('[data-phase="ready"]').waitFor({ timeout: 60_000 })
  await takePicture(page, name('start'))
}

/** The sample photo: while the parts are still looked at, then the finished result. */
async function captureResult(page: Page, name: (state: string) => string): Promise<void> {
  // The last model loads slowly over a phone's connection; it is delayed here to show the page meanwhile.
  await page.route('**/parts.onnx', async route => {
    await new Promise(resolve => setTimeout(resolve, 2500))
    await route.continue()
  })
  await page.locator('[data-action="sample"]').click()
  await page.locator('[data-phase="done"] .verdict .progress').waitFor({ timeout: 60_000 })
  await takePicture(page, name('looking'), false)
  await page.locator('[data-phase="done"] .verdict .progress').waitFor({ state: 'detached', timeout: 60_000 })
  // The overlay is drawn once the picture is decoded.
  await page.waitForTimeout(500)
  await takePicture(page, name('result-top'), false)
  // Opens the last group and two of its rules, to see their insides.
  await page.locator('details.fold:not(.next) > summary').last().click()
  for (const row of (await page.locator('details.check > summary:visible').all()).slice(0, 2)) await row.click()
  await page.waitForTimeout(500)
  await takePicture(page, name('result'))
}

async function captureProduced(page: Page, name: (state: string) => string): Promise<void> {
  await page.locator('[data-action="save"]').click()
  await page.locator('[data-made]').waitFor({ timeout: 60_000 })
  await page.waitForTimeout(300)
  await takePicture(page, name('produced'))
}

/** Two more files beside the photo; one of them is no photo. */
async function captureComparison(page: Page, name: (state: string) => string): Promise<void> {
  const fringe = await drawJpeg({ width: 900, height: 1200, fringe: { left: 0.7 } })
  await page
    .locator('[data-action="add"] input')
    .setInputFiles([{ name: 'fringe.jpg', mimeType: 'image/jpeg', buffer: fringe }, NO_PHOTO])
  await page.locator('[data-phase="done"][data-screen="compare"]').waitFor({ timeout: 60_000 })
  await page.locator('.shot img').nth(1).waitFor()
  await takePicture(page, name('compare'))
}

/** A file that is no photo; the page is then back at the start. */
async function captureError(page: Page, name: (state: string) => string): Promise<void> {
  await page.locator('[data-action="reset"]').click()
  await page.locator('input[type=file]').first().setInputFiles(NO_PHOTO)
  await page.locator('[data-phase="failed"]').waitFor({ timeout: 60_000 })
  await takePicture(page, name('error'))
  await page.locator('.failure .button').last().click()
}

/** The camera: something to change, then all right with the countdown, then the photo that took itself. */
async function captureCamera(page: Page, name: (state: string) => string): Promise<void> {
  await page.locator('[data-action="camera"]').click()
  await page.locator('.camera[data-instruction^="ears."]').waitFor({ timeout: 60_000 })
  await takePicture(page, name('camera'), false)
  await page.locator('.camera .chip').first().click()
  await page.locator('.camera[data-instruction="ready"]').waitFor({ timeout: 60_000 })
  await page.waitForTimeout(1500)
  await takePicture(page, name('camera-ready'))
  await page.locator('.camera .chip').first().click()
  await page.locator('[data-phase="done"][data-screen="result"]').waitFor({ timeout: 60_000 })
  await page.waitForTimeout(500)
  await takePicture(page, name('camera-photo'), false)
}

/** A folder of finished photos: the list, one photo, what goes into the ZIP. */
async function captureBatch(page: Page, locale: string, name: (state: string) => string): Promise<void> {
  await page.goto(`${site}?batch&lang=${locale}`)
  await page.locator('.batch-empty').waitFor()
  await takePicture(page, name('batch-empty'))
  await page
    .locator('[data-action="add-files"] input')
    .first()
    .setInputFiles(await drawBatchPhotos())
  await page.locator('[data-run="idle"]').waitFor({ timeout: 120_000 })
  // Pictures are asked for by rows that stay in view.
  await page.waitForTimeout(800)
  await takePicture(page, name('batch'), false)
  await page.locator('[data-action="deliver-zip"]').click()
  await page.locator('[data-action="zip-save"]').waitFor()
  await page.waitForTimeout(500)
  await takePicture(page, name('batch-zip'))
  await page.locator('[data-action="deliver-zip"]').click()
  await page.locator('.batch [role="row"]', { hasText: '李芳' }).click()
  await page.locator('.photo-frame canvas').first().waitFor()
  await page.waitForTimeout(800)
  await takePicture(page, name('batch-photo'), false)
}

/** The form over a school's profile, and the page as it stands in a frame. */
async function captureEditorAndFrame(page: Page, locale: string, name: (state: string) => string): Promise<void> {
  await page.goto(`${site}profile.html?lang=${locale}`)
  await page.locator('#judged[data-judged="true"][data-judging="false"]').waitFor({ timeout: 60_000 })
  await page.waitForTimeout(500)
  await takePicture(page, name('profile'), false)
  await page.goto(`${site}?embed&lang=${locale}&profile=hanjiang-2025`)
  await page.locator('[data-phase="ready"]').waitFor({ timeout: 60_000 })
  await takePicture(page, name('embedded'))
}

let batchPhotos: Promise<UploadedFile[]> | undefined
/** Twelve files with the faults that a folder holds; one is no photo. */
function drawBatchPhotos(): Promise<UploadedFile[]> {
  const people: readonly (readonly [string, PortraitOptions])[] = [
    ['42030020030101001X.jpg', {}],
    ['王小明.jpg', { hair: 'long', earsCovered: { left: 1 } }],
    ['李芳.jpg', { fringe: { left: 0.7 } }],
    ['张伟 最终版.jpg', { glasses: { kind: 'tinted' } }],
    ['赵敏.jpg', { mouthGap: 0.2 }],
    ['欧阳春晓.jpg', { light: { balance: 3 } }],
    ['DSC_0191.JPG', { wall: { gradient: 24 } }],
    ['孙丽.jpg', { wall: { colour: '#ffffff' } }],
    ['周杰.jpg', { skinTone: 7 }],
    ['吴迪.jpg', { roll: 6 }],
    ['郑爽.jpg', { hair: 'bun', skinTone: 3, framing: { eyeLine: 270 } }],
  ]
  return (batchPhotos ??= Promise.all(
    people.map(async ([name, options]): Promise<UploadedFile> => ({
      name,
      mimeType: 'image/jpeg',
      buffer: await drawJpeg({ width: 900, height: 1200, ...options }),
    })),
  ).then(photos => [...photos, { ...NO_PHOTO, name: '坏文件.jpg' }]))
}

async function launchBrowserFor(size: keyof typeof SIZES): Promise<Browser> {
  return launchBrowser(
    buildCameraSwitches(
      await drawFilm(FILM_STRETCHES, { view: size === 'phone' ? PHONE_VIEW : COMPUTER_VIEW, isMarked: false }),
    ),
  )
}

try {
  for (const size of Object.keys(SIZES) as (keyof typeof SIZES)[]) {
    const browser = await launchBrowserFor(size)
    try {
      for (const locale of LOCALES) for (const scheme of SCHEMES) await captureScreens(browser, size, locale, scheme)
    } finally {
      await browser.close()
    }
  }
} finally {
  await served?.close()
}
if (overflowCount) {
  console.log(`${overflowCount} pictures scroll sideways`)
  process.exitCode = 1
}
