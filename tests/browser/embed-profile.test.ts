import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { launchBrowser, stallModelRequests } from '../support/browser'
import { drawJpeg } from '../../tools/pictures/drawn-jpeg'
import { checkSample, openHostPage, mountElement, serveOrigins, type HostPage, type Origins } from '../support/embedded'

/** Whose rules: a school's own file, by address or handed over; and nothing at all where it can't be used. */
let browser: Browser
let origins: Origins
let folder: string
let page: Page
let consoleMessages: string[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhaojian-school-'))
  const good = JSON.parse(readFileSync('demo/host/school.json', 'utf8')) as Record<string, unknown>
  copyFileSync('demo/host/school.json', join(folder, 'school.json'))
  // Our own id, other numbers: it must not be taken for ours.
  writeFileSync(join(folder, 'namesake.json'), JSON.stringify({ ...good, id: 'hanjiang-2025', version: 'theirs' }))
  writeFileSync(join(folder, 'wrong.json'), JSON.stringify({ ...good, density: 'high' }))
  writeFileSync(join(folder, 'broken.json'), '{"schema": ')
  writeFileSync(join(folder, 'long.json'), JSON.stringify({ ...good, more: ' '.repeat(250_000) }))
  browser = await launchBrowser()
  origins = await serveOrigins({ school: folder, connect: "'self'" })
})
afterAll(async () => {
  await browser?.close()
  await origins?.close()
  rmSync(folder, { recursive: true })
})
afterEach(() => page.context().close())

const watchConsole = (opened: Page): void => {
  page = opened
  consoleMessages = []
  page.on('console', message => {
    if (/zhaojian/i.test(message.text())) consoleMessages.push(message.text())
  })
}
async function openEmbedded(models = true): Promise<HostPage> {
  const host = await openHostPage(browser, origins, { locale: 'en', models })
  watchConsole(host.page)
  return host
}
async function openAlone(query: string, models = true): Promise<void> {
  const context = await browser.newContext({ locale: 'en' })
  if (!models) await stallModelRequests(context)
  watchConsole(await context.newPage())
  await page.goto(`${origins.checkUrl}${query}`)
}
const pastePhoto = async (where: FrameLocator | Page): Promise<void> =>
  where.locator('body').evaluate(
    (body, base64) => {
      const data = new DataTransfer()
      data.items.add(
        new File([Uint8Array.from(atob(base64), c => c.charCodeAt(0))], 'pasted.jpg', { type: 'image/jpeg' }),
      )
      body.ownerDocument.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
    },
    (await drawJpeg({ width: 600, height: 800 })).toString('base64'),
  )

describe('through the element', () => {
  it('a file of the host’s own origin is fetched by the element, without cookies, and handed over', async () => {
    const host = await openEmbedded()
    await mountElement(host, { profile: 'school/school.json' })
    expect((await host.waitForElementEvent('ready')).detail).toEqual({
      profile: { id: 'example-college', version: '2026.1' },
    })
    expect((await checkSample(host)).detail).toMatchObject({
      report: { profile: { id: 'example-college' }, crop: { outputWidth: 960, outputHeight: 1280 } },
    })
    expect(origins.site.requests.filter(({ path }) => path === '/school/school.json')).toEqual([])
    // And a photo that is there is checked anew against what comes next.
    await page.locator('zhaojian-check').evaluate(check => {
      ;(check as HTMLElement & { profile: string }).profile = 'hanjiang-2025'
    })
    await expect
      .poll(async () => (await host.readEvents()).at(-1))
      .toMatchObject({
        type: 'report',
        detail: { report: { profile: { id: 'hanjiang-2025' }, crop: { outputWidth: 1275 } } },
      })
    await page.locator('zhaojian-check').evaluate(check => check.setAttribute('profile', 'guet-2025'))
    const checked = async (): Promise<string[]> =>
      (await host.readEvents())
        .filter(({ type }) => type === 'report')
        .map(({ detail }) => (detail as { report: { profile: { id: string } } }).report.profile.id)
    await expect.poll(checked).toEqual(['example-college', 'hanjiang-2025', 'guet-2025'])
  })

  it('a file of the frame’s origin is fetched by the page; one that bears our id is still their own', async () => {
    const host = await openEmbedded()
    await mountElement(host, { profile: `${origins.site.url}/school/namesake.json` })
    expect((await host.waitForElementEvent('ready')).detail).toEqual({
      profile: { id: 'hanjiang-2025', version: 'theirs' },
    })
    expect((await checkSample(host)).detail).toMatchObject({
      report: { profile: { version: 'theirs' }, crop: { outputWidth: 960 } },
    })
  })

  it.each([
    ['a stranger’s', (): string => `${origins.stranger.url}/school/school.json`, 'profile-refused', 'neither on'],
    ['one that is not there', (): string => 'school/nothing.json', 'profile-unreachable', '404'],
    ['one that is too long', (): string => 'school/long.json', 'profile-unreachable', 'longer than'],
    ['no address', (): string => 'https://', 'profile-refused', 'neither on'],
  ])('%s is refused, the student told plainly, the web team why', async (_, address, code, why) => {
    const host = await openEmbedded(false)
    await mountElement(host, { profile: address() })
    expect((await host.waitForElementEvent('error')).detail).toEqual({ code })
    expect(await page.locator('zhaojian-check iframe').count()).toBe(0)
    const words = await page.locator('zhaojian-check [part="status"]').textContent()
    expect(words).toContain('could not be set up')
    expect(words).not.toMatch(/json|origin|profile/)
    expect(consoleMessages.some(line => line.includes(why))).toBe(true)
    expect(origins.stranger.requests).toEqual([])
    // Mended, it opens.
    await page.locator('zhaojian-check').evaluate(check => check.setAttribute('profile', 'school/school.json'))
    expect((await host.waitForElementEvent('ready')).detail).toMatchObject({ profile: { id: 'example-college' } })
  })

  it.each([
    ['school/wrong.json', 'density: '],
    ['school/broken.json', 'SyntaxError'],
  ])('%s: nothing is checked, against no numbers', async (profile, why) => {
    const host = await openEmbedded(false)
    await mountElement(host, { profile })
    expect((await host.waitForElementEvent('error')).detail).toEqual({ code: 'profile-invalid' })
    await host.frame().locator('[data-problem="profile-invalid"]').waitFor()
    expect(await host.frame().locator('[role=alert] > div > p').textContent()).not.toMatch(/json|density|profile/)
    expect(consoleMessages.some(line => line.includes(why))).toBe(true)
    await pastePhoto(host.frame())
    expect(
      await host.frame().locator('input[type=file], [data-action="sample"], [data-action="choose-other"]').count(),
    ).toBe(0)
    expect(await (await host.getFrameDocument()).locator('[data-screen]').getAttribute('data-screen')).toBe('refused')
    expect((await host.readEvents()).map(({ type }) => type)).toEqual(['error'])
  })
})

/** The sample's crop by the school's profile, by one of ours, and by the school's again. */
async function expectCropsOfBoth(): Promise<void> {
  const waitForCrop = (size: string): Promise<void> => page.locator('.result-photo', { hasText: size }).waitFor()
  await page.locator('[data-action="sample"]').click()
  await waitForCrop('960 × 1280')
  await page.locator('.profile select').selectOption('hanjiang-2025')
  await waitForCrop('1275 × 1700')
  await page.locator('.profile select').selectOption({ label: 'Example College, class of 2026' })
  await waitForCrop('960 × 1280')
}

describe('by the page’s address', () => {
  // An address may be relative to the page's.
  it.each(['?profile=/school/school.json', '?embed&profile=../school/school.json'])(
    '%s holds, and stands first in the list where there is one',
    async query => {
      const isEmbedded = query.includes('embed')
      await openAlone(query, !isEmbedded)
      await page.locator('[data-screen="start"]').waitFor()
      expect(await page.locator('.start').textContent()).toContain('Example College, class of 2026')
      const options = await page.locator('select option').allTextContents()
      expect(options[0]).toBe(isEmbedded ? undefined : 'Example College, class of 2026')
      // What a photo is checked against in a frame is seen through the element above.
      if (!isEmbedded) await expectCropsOfBoth()
      expect(consoleMessages).toEqual([])
    },
  )

  it.each([
    [(): string => encodeURIComponent(`${origins.stranger.url}/school/school.json`), 'profile-refused'],
    [(): string => '/school/wrong.json', 'profile-invalid'],
    [(): string => '/school/nothing.json', 'profile-unreachable'],
    [(): string => 'no-such-school', 'profile-unknown'],
  ])('what can’t be used is told, checks nothing, and leaves the choice of another (%#)', async (profile, code) => {
    await openAlone(`?profile=${profile()}&debug`, code === 'profile-unknown')
    await page.locator(`[data-problem="${code}"]`).waitFor()
    expect(await page.locator('details code').isVisible()).toBe(true)
    expect(consoleMessages.some(line => line.includes("the profile can't be used"))).toBe(true)
    await pastePhoto(page)
    expect(await page.locator('[data-screen]').getAttribute('data-screen')).toBe('refused')
    expect(origins.stranger.requests).toEqual([])
    await page.locator('[data-action="choose-other"]').click()
    // The models are loaded for the chosen one: seen once.
    await page.locator(`[data-screen="start"]${code === 'profile-unknown' ? '[data-phase="ready"]' : ''}`).waitFor()
  })
})
