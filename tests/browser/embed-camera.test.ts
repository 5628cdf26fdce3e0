import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Browser, FrameLocator } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { buildCameraSwitches, buildStillFilm } from '../../tools/browser/fake-camera'
import { drawJpeg } from '../../tools/pictures/drawn-jpeg'
import { openHostPage, mountElement, serveOrigins, type HostPage, type Origins } from '../support/embedded'

/** The camera in a frame: the host lends it, or does not. */
let browser: Browser
let origins: Origins
let host: HostPage
beforeAll(async () => {
  browser = await launchBrowser(buildCameraSwitches(buildStillFilm(await drawJpeg({ width: 720, height: 960 }))), {
    optimizes: true,
  })
  origins = await serveOrigins()
})
afterAll(async () => {
  await browser?.close()
  await origins?.close()
})
afterEach(() => host.page.context().close())

it(
  'the element lends it to the page alone: live, and the photo is told to the host without a name; taken away with ' +
    'the camera on, the element takes it along',
  async () => {
    host = await openHostPage(browser, origins)
    await mountElement(host, { profile: 'hanjiang-2025', mode: 'camera' })
    expect(await host.page.locator('zhaojian-check iframe').getAttribute('allow')).toBe(
      `camera ${origins.site.url}; fullscreen ${origins.site.url}`,
    )
    await host.frame().locator('[data-action="camera"]').click()
    await host.frame().locator('.camera[data-instruction]:not([data-instruction=""])').waitFor()
    await host.frame().locator('[data-action="shutter"]').click()
    expect((await host.waitForElementEvent('report')).detail).toMatchObject({
      report: { source: { width: 720, height: 960 } },
    })
    // Only what the camera takes is checked here: no file is offered beside it.
    expect(await host.frame().locator('[data-action="add"]').count()).toBe(0)
    await host.page.locator('zhaojian-check').evaluate(check => (check as HTMLElement & { close(): void }).close())
    await host.frame().locator('[data-screen="start"]').waitFor()
    await host.frame().locator('[data-action="camera"]').click()
    await host.frame().locator('.camera video').waitFor()
    await host.page.locator('zhaojian-check').evaluate(check => check.remove())
    await expect.poll(() => host.page.workers().length).toBe(0)
    expect(host.page.frames()).toHaveLength(1)
  },
)

const expectCameraRefused = async (frame: FrameLocator): Promise<void> => {
  await frame.locator('[data-action="camera"]').click()
  await frame.locator('[role=alert]', { hasText: '嵌入' }).waitFor()
  // The system's own camera is offered in its place.
  expect(await frame.locator('[role=alert] input[capture]').count()).toBe(1)
}

it('a frame that is not lent it says so, and offers the system’s camera', async () => {
  host = await openHostPage(browser, origins, { script: 'none', models: false })
  await host.page.evaluate(src => {
    const frame = document.createElement('iframe')
    frame.src = src
    frame.style.height = '900px'
    document.body.append(frame)
  }, `${origins.checkUrl}?embed&lang=zh-CN&profile=hanjiang-2025`)
  await expectCameraRefused(host.page.frameLocator('iframe'))
  expect(host.problems.filter(line => !/Permissions policy/.test(line))).toEqual([])
})

it('a host that may not use it itself can’t lend it', async () => {
  const own = await serveOrigins({ headers: { 'permissions-policy': 'camera=()' } })
  host = await openHostPage(browser, own, { models: false })
  await mountElement(host, { profile: 'hanjiang-2025', lang: 'zh-CN' })
  await expectCameraRefused(host.frame())
  expect((await host.waitForElementEvent('error')).detail).toEqual({ code: 'camera-insecure' })
  await own.close()
})

it('photos only: the frame gets no camera at all', async () => {
  host = await openHostPage(browser, origins, { models: false })
  await mountElement(host, { profile: 'hanjiang-2025', mode: 'photo' })
  await host.waitForElementEvent('ready')
  expect(await host.page.locator('zhaojian-check iframe').getAttribute('allow')).toBe(`fullscreen ${origins.site.url}`)
  expect(await host.frame().locator('[data-action="camera"], input[capture]').count()).toBe(0)
  // Changed, the frame is made anew with what it then may.
  await host.page.locator('zhaojian-check').evaluate(check => check.setAttribute('mode', 'full'))
  await host.frame().locator('[data-action="camera"]').waitFor()
})
