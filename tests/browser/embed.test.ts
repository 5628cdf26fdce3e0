import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { findViolations } from '../support/axe'
import { serveDemo } from '../../tools/serve/demo-host'
import { drawJpeg } from '../../tools/pictures/drawn-jpeg'
import { checkSample, openHostPage, mountElement, serveOrigins, type HostPage, type Origins } from '../support/embedded'

/** The check inside a school's page, on an origin of its own. */
let browser: Browser
let origins: Origins
let host: HostPage
beforeAll(async () => {
  browser = await launchBrowser()
  origins = await serveOrigins()
})
afterAll(async () => {
  await browser?.close()
  await origins?.close()
})
afterEach(async () => {
  expect(host.problems).toEqual([])
  await host.page.context().close()
})

// As a module; the other tests load a classic script.
it(
  'under a policy that allows the check alone it tells the host of the report, the file made and the ' +
    'end, in ids and numbers',
  async () => {
    host = await openHostPage(browser, origins, { script: 'module', acceptDownloads: true })
    await mountElement(host, { profile: 'hanjiang-2025' })
    expect((await host.waitForElementEvent('ready')).detail).toEqual({
      profile: { id: 'hanjiang-2025', version: '2025.1' },
    })
    expect(await host.page.locator('zhaojian-check [part="status"]').isHidden()).toBe(true)
    const name = '420000200001010000-张三.jpg'
    await host
      .frame()
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name, mimeType: 'image/jpeg', buffer: await drawJpeg({ width: 900, height: 1200 }) })
    const { report } = (await host.waitForElementEvent('report')).detail as { report: { checks: unknown[] } }
    expect(report).toMatchObject({
      profile: { id: 'hanjiang-2025' },
      source: { type: 'image/jpeg', width: 900, height: 1200 },
      crop: { outputWidth: expect.any(Number) as number },
    })
    expect(Object.keys(report).sort()).toEqual(['checks', 'crop', 'profile', 'source', 'timings', 'verdict'])
    expect(report.checks).toContainEqual({
      id: 'face.count',
      verdict: 'pass',
      reason: null,
      value: 1,
      unit: 'count',
      level: 'required',
    })
    await host.frame().locator('.verdict .progress').waitFor({ state: 'detached' })
    await host.frame().locator('[data-action="save"]').click()
    expect((await host.waitForElementEvent('produced')).detail).toMatchObject({
      report: { source: { type: 'image/jpeg', bytes: expect.any(Number) as number } },
    })
    await host.frame().locator('[data-action="done"]').click()
    expect((await host.waitForElementEvent('close')).detail).toEqual({})

    expect((await host.readEvents()).map(({ type }) => type)).toEqual(['ready', 'report', 'produced', 'close'])
    const said = await host.page.evaluate(() => JSON.stringify(window.said))
    expect(said).not.toMatch(/420000|张|blob:|data:|clause|regions|[\u4e00-\u9fff]/)
  },
)

/** A photo that is none, given to the page in the element, and the details of the events that follow. */
async function expectFrozenError(): Promise<void> {
  await host
    .frame()
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no photo') })
  expect((await host.waitForElementEvent('error')).detail).toEqual({ code: 'not-an-image' })
  expect(
    await host.page.evaluate(
      () =>
        new Promise(resolve => {
          const check = document.querySelector('zhaojian-check')!
          check.addEventListener('ready', event => {
            const { detail } = event as CustomEvent<{ profile: object }>
            resolve([Object.isFrozen(detail), Object.isFrozen(detail.profile), event.bubbles, event.composed])
          })
          check.setAttribute('profile', 'guet-2025')
        }),
    ),
  ).toEqual([true, true, false, false])
}

it('the frame is as high as its page, and goes with it', async () => {
  host = await openHostPage(browser, origins, { models: false, viewport: { width: 420, height: 700 } })
  await mountElement(host, { profile: 'hanjiang-2025' })
  await host.waitForElementEvent('ready')
  const heights = async (): Promise<number[]> => {
    const inside = await (
      await host.getFrameDocument()
    ).evaluate(() => Math.ceil(document.getElementById('app')!.getBoundingClientRect().height))
    const outside = await host.page
      .locator('zhaojian-check iframe')
      .evaluate(frame => Math.round(frame.getBoundingClientRect().height))
    return [inside, outside]
  }
  const fits = async (): Promise<number> => {
    await expect
      .poll(async () => {
        const [inside, outside] = await heights()
        return inside! - outside!
      })
      .toBe(0)
    return (await heights())[1]!
  }
  const narrow = await fits()
  expect(narrow).toBeGreaterThan(600)
  await host.page.setViewportSize({ width: 1200, height: 700 })
  await expect.poll(async () => (await heights())[1]!).toBeLessThan(narrow)
  await fits()
  expect(
    await (await host.getFrameDocument()).evaluate(() => document.documentElement.scrollHeight - innerHeight),
  ).toBe(0)
  await host.page
    .locator('zhaojian-check')
    .evaluate(check => (check as HTMLElement).style.setProperty('--zhaojian-max-height', '300px'))
  expect((await heights())[1]).toBe(300)
})

it(
  'the host may close it: the photo is let go, and nothing takes the focus from the host; then a refused photo is an ' +
    'error with its code, and the details are frozen',
  async () => {
    host = await openHostPage(browser, origins)
    await host.page.evaluate(() => {
      document.body.appendChild(document.createElement('input')).focus()
    })
    await mountElement(host, { profile: 'hanjiang-2025' })
    await host.waitForElementEvent('ready')
    await host.page.waitForTimeout(300)
    expect(await host.page.evaluate(() => document.activeElement?.localName)).toBe('input')
    await checkSample(host)
    // Where the student is at work, the new screen's heading has it.
    expect(await (await host.getFrameDocument()).evaluate(() => document.activeElement?.localName)).toBe('h1')
    await host.page.locator('input').focus()
    await host.page.locator('zhaojian-check').evaluate(check => (check as HTMLElement & { close(): void }).close())
    await host.frame().locator('[data-screen="start"]').waitFor()
    expect(await (await host.getFrameDocument()).locator('canvas, .verdict').count()).toBe(0)
    expect(await host.page.evaluate(() => document.activeElement?.localName)).toBe('input')
    await expectFrozenError()
  },
)

it('a page that does not answer is said to be out of reach, with a link to it', async () => {
  host = await openHostPage(browser, origins)
  await host.page.clock.install()
  await mountElement(host, { base: `${origins.site.url}/nothing/`, lang: 'en' })
  await host.page.locator('zhaojian-check iframe').waitFor()
  await expect.poll(() => origins.site.requests.some(({ path }) => path === '/nothing/')).toBe(true)
  expect(await host.readEvents()).toEqual([])
  await host.page.clock.fastForward(10_000)
  expect(await host.readEvents()).toEqual([])
  await host.page.clock.fastForward(20_001)
  expect((await host.waitForElementEvent('error')).detail).toEqual({ code: 'unreachable' })
  expect(await host.page.locator('zhaojian-check [part="status"]').textContent()).toContain('did not open')
  expect(await host.page.locator('zhaojian-check a').getAttribute('href')).toBe(`${origins.site.url}/nothing/`)
})

it('the demo page, the school’s colours and profile in it, is for everyone', async () => {
  const demo = await serveDemo()
  host = await openHostPage(browser, { ...origins, ...demo }, { script: 'none' })
  const frame = host.frame()
  await frame.locator('[data-phase="ready"]').waitFor()
  expect(await frame.locator('html').evaluate(html => getComputedStyle(html).getPropertyValue('--accent').trim())).toBe(
    '#8c2f1f',
  )
  expect(await frame.locator('.start').textContent()).toContain('示范学院 2026 届')
  expect(await frame.locator('select').count()).toBe(0)
  expect(await host.page.locator('.log li').allTextContents()).toEqual([
    expect.stringContaining('example-college 2026.1'),
  ])
  await host.page.locator('select[name=theme]').selectOption('dark')
  await frame.locator('html[data-theme="dark"]').waitFor()
  await expect
    .poll(() => frame.locator('html').evaluate(html => getComputedStyle(html).getPropertyValue('--accent').trim()))
    .toBe('#ffb59f')
  for (const scheme of ['dark', 'light']) {
    await host.page.locator('select[name=theme]').selectOption(scheme)
    await frame.locator(`html[data-theme="${scheme}"]`).waitFor()
    expect(await findViolations(await host.getFrameDocument()), scheme).toEqual([])
    expect(await findViolations(host.page.mainFrame()), scheme).toEqual([])
  }
  // A new frame: its start screen comes without the camera's button, before any model is loaded anew.
  await host.page.locator('select[name=mode]').selectOption('photo')
  await frame.locator('[data-screen="start"]:not(:has([data-action="camera"])) [data-action="sample"]').waitFor()
  expect(await frame.locator('[data-action="camera"]').count()).toBe(0)
  await demo.close()
})
