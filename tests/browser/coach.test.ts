import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, stallModelRequests } from '../support/browser'
import { buildCameraSwitches } from '../../tools/browser/fake-camera'
import {
  drawCoachFilm,
  readNotes,
  RIGHT_STRETCH,
  startNotes,
  COACH_STRETCHES,
  readStretch,
} from '../../tools/pictures/coach-film'

/** The page's own camera on a played film. How quickly it says things is measured by npm run bench:coach. */
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser(buildCameraSwitches(await drawCoachFilm()), { optimizes: true })
})
afterAll(() => browser?.close())

async function openCamera(): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 360, height: 780 } })
  const page = await context.newPage()
  await page.goto(`${inject('site')}?profile=hanjiang-2025`)
  await page.locator('[data-phase="ready"]').waitFor()
  await page.locator('[data-action="camera"]').click()
  await page.locator('.live-picture video').waitFor()
  return page
}

let page: Page
beforeAll(async () => {
  page = await openCamera()
})

it(
  'the photo takes itself on the stretch that is right and on no other; taken again with that switched ' +
    'off, nothing takes itself, every fault is told while it is on show, and the shutter is there',
  async () => {
    await page.locator('[data-screen="result"]').waitFor()
    expect(await readStretch(page)).toBe(RIGHT_STRETCH)
    expect(
      await page
        .locator('.check-fail')
        .evaluateAll(rows => rows.map(({ id }) => id).filter(id => !id.startsWith('check-file.'))),
    ).toEqual([])

    await page.locator('[data-action="retake"]').click()
    await page.locator('.live-picture video').waitFor()
    await page.locator('.camera .chip').first().click()
    await startNotes(page)
    const missing = async (): Promise<string[]> => {
      const notes = await readNotes(page)
      return COACH_STRETCHES.filter(
        ({ expected }, stretch) => !notes.some(note => note.stretch === stretch && expected.test(note.instruction)),
      ).map(({ name }) => name)
    }
    await expect.poll(missing, { interval: 2000 }).toEqual([])
    expect(await page.locator('[data-screen="camera"]').count()).toBe(1)
    await page.locator('[data-action="shutter"]').click()
    await page.locator('[data-screen="result"]').waitFor()
  },
)

describe('at the camera again', () => {
  beforeAll(async () => {
    await page.locator('[data-action="retake"]').click()
    await page.locator('.live-picture video').waitFor()
  })
  afterAll(() => page?.context().close())

  it('a hidden page looks at nothing; shown again, it goes on', async () => {
    const hide = (hidden: boolean): Promise<void> =>
      page.evaluate(hidden => {
        Object.defineProperty(document, 'hidden', { value: hidden, configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
      }, hidden)
    await page.locator('.steps-live').waitFor()
    await hide(true)
    await page.locator('.steps-live').waitFor({ state: 'detached' })
    await hide(false)
    await page.locator('.steps-live').waitFor()
  })

  it('a camera that is taken away ends in words and a way on', async () => {
    // What an unplugged camera does to its track; script that stops it itself hears nothing.
    await page.evaluate(() =>
      (document.querySelector('video')!.srcObject as MediaStream)
        .getVideoTracks()[0]!
        .dispatchEvent(new Event('ended')),
    )
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await alert.textContent()).toMatch(/摄像头被拔掉/)
    expect(await alert.locator('input[type=file]').count()).toBe(1)
  })
})

it('a refused camera, and a browser that has none, say so and offer the system’s camera', async () => {
  for (const [name, words] of [
    ['NotAllowedError', /没有相机权限/],
    ['NotFoundError', /没有找到相机/],
    ['NotReadableError', /相机打不开/],
  ] as const) {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 360, height: 780 } })
    await stallModelRequests(context)
    await context.addInitScript(
      `navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', '${name}'))`,
    )
    const page = await context.newPage()
    await page.goto(`${inject('site')}?profile=hanjiang-2025`)
    await page.locator('[data-action="camera"]').click()
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await alert.textContent()).toMatch(words)
    expect(await alert.locator('input[capture]').count()).toBe(1)
    await context.close()
  }
  const context = await browser.newContext({ locale: 'zh-CN' })
  await stallModelRequests(context)
  await context.addInitScript(`Object.defineProperty(navigator, 'mediaDevices', { value: undefined })`)
  const page = await context.newPage()
  await page.goto(`${inject('site')}?profile=hanjiang-2025`)
  await page.locator('.drop input[capture]').waitFor({ state: 'attached' })
  expect(await page.locator('[data-action="camera"]').count()).toBe(0)
  await context.close()
})
