import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { drawJpeg } from '../../tools/pictures/drawn-jpeg'

/**
 * Privacy by construction: the page loads, the network is cut, a photo is checked and saved, and nothing went anywhere.
 */
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

it(
  'checks and saves a photo with the network cut after load, asking nobody but its own origin and only ' + 'by GET',
  async () => {
    const context = await browser.newContext({ serviceWorkers: 'allow', acceptDownloads: true, locale: 'en' })
    const page = await context.newPage()
    const requests: { method: string; url: string }[] = []
    context.on('request', request => requests.push({ method: request.method(), url: request.url() }))
    const violations: string[] = []
    page.on('console', message => {
      if (/Content Security Policy/.test(message.text())) violations.push(message.text())
    })

    await page.goto(inject('site'))
    await page.locator('[data-phase="ready"]').waitFor()
    // The first photo brings the last model; from then on nothing is needed from anywhere.
    await page.locator('[data-action="sample"]').click()
    await page.locator('[data-phase="done"] .progress').waitFor({ state: 'detached' })
    await page.locator('[data-phase="done"]').waitFor()
    await page.locator('[data-action="reset"]').click()
    await page.locator('[data-phase="ready"]').waitFor()
    await context.setOffline(true)
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'portrait.jpg',
        mimeType: 'image/jpeg',
        buffer: await drawJpeg({ width: 1500, height: 2000 }),
      })
    await page.locator('[data-phase="done"]').waitFor()
    const download = page.waitForEvent('download')
    await page.locator('[data-action="save"]').click()
    expect((await download).suggestedFilename()).toMatch(/^portrait-.*\.jpg$/)

    const origin = new URL(inject('site')).origin
    expect(
      requests.filter(({ url }) => !url.startsWith(origin) && !url.startsWith('blob:') && !url.startsWith('data:')),
    ).toEqual([])
    expect(requests.filter(({ method }) => method !== 'GET')).toEqual([])
    expect(violations).toEqual([])
    expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')).toContain(
      "connect-src 'self'",
    )
  },
)
