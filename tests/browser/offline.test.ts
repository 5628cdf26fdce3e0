import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { buildServiceWorker } from '../../build/service-worker'
import { launchBrowser } from '../support/browser'
import { buildCameraSwitches, buildStillFilm } from '../../tools/browser/fake-camera'
import { PIECE_BYTES } from '../../src/loading/asset-cache'
import { MODEL_FILE } from '../../tools/serve/model-files'
import { serve, type ServeOptions, type StaticServer } from '../../tools/serve/serve'
import { drawJpeg } from '../../tools/pictures/drawn-jpeg'
import { readJpeg } from '../../tools/pictures/read-jpeg'

/** The built site on a host that goes away, changes, or breaks off: each device has its own copy and empty profile. */
let browser: Browser
let folder: string
let served: StaticServer | undefined
let context: BrowserContext
let site: string

beforeAll(async () => {
  browser = await launchBrowser(buildCameraSwitches(buildStillFilm(await drawJpeg({ width: 720, height: 960 }))))
})
afterAll(() => browser?.close())
async function openDevice(): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'zhaojian-offline-'))
  cpSync('dist', folder, { recursive: true })
  context = await browser.newContext({
    serviceWorkers: 'allow',
    locale: 'zh-CN',
    acceptDownloads: true,
    permissions: ['camera'],
  })
}
async function closeDevice(): Promise<void> {
  await context.close()
  await served?.close()
  rmSync(folder, { recursive: true })
}

async function openSite(options: ServeOptions = {}): Promise<Page> {
  served = await serve({ '/check/': folder }, options)
  site = `${served.url}/check/`
  return visitSite()
}
async function visitSite(query = ''): Promise<Page> {
  const page = await context.newPage()
  await page.goto(site + query)
  return page
}
const waitForSelector = (page: Page, selector: string): Promise<void> => page.locator(selector).first().waitFor()
const isKeptByLoader = ({ path }: { path: string }): boolean => MODEL_FILE.test(path)
/** Ids and verdicts once the last model has told. */
async function readVerdicts(page: Page): Promise<string[]> {
  await page.locator('[data-action="sample"]').click()
  await waitForSelector(page, '[data-phase="done"]')
  await page.locator('.verdict .progress').waitFor({ state: 'detached' })
  return page.locator('details.check').evaluateAll(rows => rows.map(row => `${row.id} ${row.className}`))
}

/**
 * As a browser does with service workers that are idle. One that is debugged, as Playwright does, is never stopped,
 * and Chromium may then wait five minutes until it lets the next one take over.
 */
async function stopWorkers(page: Page): Promise<void> {
  const session = await context.newCDPSession(page)
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
  await session.detach()
}

/** Another version of a wasm file that does the same: a custom section more, and the manifest says so. */
function changeFile(name: string): void {
  const bytes = Buffer.concat([readFileSync(join(folder, name)), Buffer.from([0, 2, 1, 0x32])])
  writeFileSync(join(folder, name), bytes)
  const path = join(folder, 'models/manifest.json')
  const listed = JSON.parse(readFileSync(path, 'utf8')) as { file: string }[]
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  writeFileSync(
    path,
    JSON.stringify(listed.map(entry => (entry.file === name ? { ...entry, bytes: bytes.length, sha256 } : entry))),
  )
}

/** A new version: another page, and another resampler. */
async function publishVersion(): Promise<void> {
  const html = join(folder, 'index.html')
  writeFileSync(html, readFileSync(html, 'utf8').replace('<html ', '<html data-version="2" '))
  changeFile('runtime/resample.wasm')
  await buildServiceWorker(folder)
}
const waitForNewWorker = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const registration = (await navigator.serviceWorker.getRegistration())!
    await registration.update()
    while (!registration.waiting) await new Promise(resolve => setTimeout(resolve, 50))
  })
const readVersion = (page: Page): Promise<string | null> => page.locator('html').getAttribute('data-version')
const READY_IN_VERSION_2 = 'html[data-version="2"] [data-phase="ready"]'

describe('one device, visit after visit', () => {
  let online: string[]
  let page: Page
  let other: Page
  beforeAll(openDevice)
  afterAll(closeDevice)

  it('asks for no model twice, and registers nothing before the first verdict', async () => {
    page = await openSite()
    await waitForSelector(page, '[data-phase="ready"]')
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
    online = await readVerdicts(page)
    await waitForSelector(page, '[data-notice="ready"]')
    const big = served!.requests.filter(isKeptByLoader).map(({ path }) => path)
    expect(big).toHaveLength(8)
    expect(new Set(big).size).toBe(big.length)
    await page.close()
  })

  it('asks on the second visit for nothing but whether there is a new version', async () => {
    const before = served!.requests.length
    page = await visitSite()
    expect(await readVerdicts(page)).toEqual(online)
    // The browser asks for the service worker's script when it likes.
    expect(
      [...new Set(served!.requests.slice(before).map(({ path }) => path))].filter(path => path !== '/check/sw.js'),
    ).toEqual([])
  })

  it('offers a new version, but not while the camera is open', async () => {
    await page.locator('[data-action="reset"]').click()
    await page.locator('[data-action="camera"]').click()
    await waitForSelector(page, '[data-screen="camera"]')
    await publishVersion()
    const before = served!.requests.length
    await waitForNewWorker(page)
    expect(await page.locator('[data-notice]').count()).toBe(0)
    expect(
      served!.requests
        .slice(before)
        .filter(isKeptByLoader)
        .map(({ path }) => path),
      'of the models, only what changed',
    ).toEqual(['/check/runtime/resample.wasm'])
    await page.locator('[data-action="close-camera"]').click()
    await waitForSelector(page, '[data-notice="update"]')
  })

  it('takes the new version only when told to, in each tab', async () => {
    other = await visitSite()
    await waitForSelector(other, '[data-notice="update"]')
    expect(await readVersion(other), 'nothing is forced').toBeNull()
    await other.locator('[data-action="dismiss-notice"]').click()
    await waitForSelector(other, '[data-phase="ready"]')
    await stopWorkers(page)
    await page.locator('[data-action="update"]').click()
    await waitForSelector(page, READY_IN_VERSION_2)
    // The other tab goes on with what it has, and may follow.
    await waitForSelector(other, '[data-notice="update"]')
    expect(await readVersion(other)).toBeNull()
    await page.close()
    await other.locator('[data-action="update"]').click()
    await waitForSelector(other, READY_IN_VERSION_2)
  })

  it('works without a network from then on, with the same verdicts and what is newest', async () => {
    await context.setOffline(true)
    await served!.close()
    await other.goto(`${site}?lang=zh-CN&from=qr`)
    await waitForSelector(other, READY_IN_VERSION_2)
    expect(await readVerdicts(other)).toEqual(online)
    const download = other.waitForEvent('download')
    await other.locator('[data-action="save"]').click()
    expect(readJpeg(readFileSync(await (await download).path()))).toMatchObject({ width: 480, height: 640 })
    expect(await other.locator('[data-notice="ready"]').count(), 'said once').toBe(0)
    const kept = await other.evaluate(
      async () =>
        (await (await caches.open('zhaojian-assets')).keys()).filter(({ url }) => url.includes('resample')).length,
    )
    expect(kept, 'the former version is let go of').toBe(1)
  })
})

/**
 * Waits until the page has read and kept so many pieces of a file: how soon that is depends on how busy the machine is.
 */
const waitForPieces = (path: string, pieces: number): Promise<void> =>
  context.pages()[0]!.evaluate(
    async ([path, pieces]) => {
      const count = async (): Promise<number> =>
        (await (await caches.open('zhaojian-assets')).keys()).filter(({ url }) => url.includes(path)).length
      while ((await count()) < pieces) await new Promise(resolve => setTimeout(resolve, 50))
    },
    [path, pieces] as const,
  )

describe('a load that breaks', () => {
  beforeEach(openDevice)
  afterEach(closeDevice)

  it('is resumed: the page gets ready and the bytes cross the line once', async () => {
    const breaks = [
      { path: '/check/runtime/vision_wasm_module_internal.wasm', bytes: 11_153_641, at: 6_000_000 },
      { path: '/check/models/face.task', bytes: 2_763_055, at: 2_500_000 },
    ]
    const whole = (path: string): { path: string; bytes: number; at: number } | undefined =>
      breaks.find(one => one.path === path)
    const page = await openSite({
      cutAfter: ({ path, range }) => (range ? undefined : whole(path)?.at),
      beforeCut: ({ path }) => waitForPieces(path, Math.floor(whole(path)!.at / PIECE_BYTES)),
    })
    await waitForSelector(page, '[data-phase="ready"]')
    for (const { path, bytes } of breaks) {
      const loads = served!.requests.filter(request => request.path === path)
      expect(loads.map(({ status }) => status)).toEqual([200, 206])
      expect(
        loads.reduce((sum, load) => sum + load.bytes, 0),
        'what was on the line when it broke, and no more',
      ).toBeLessThan(1.2 * bytes)
    }
  })

  it('is resumed after a reload', async () => {
    const WASM = '/check/runtime/vision_wasm_module_internal.wasm'
    let isDown = true
    const page = await openSite({
      cutAfter: ({ path, range }) => (path === WASM && isDown ? (range ? 0 : 7_000_000) : undefined),
      beforeCut: () => waitForPieces(WASM, 3),
    })
    await waitForSelector(page, '[data-phase="failed"]')
    isDown = false
    const before = served!.requests.length
    await page.reload()
    await waitForSelector(page, '[data-phase="ready"]')
    const [again] = served!.requests.slice(before).filter(({ path }) => path === WASM)
    expect(again).toMatchObject({ status: 206, range: `bytes=${3 * PIECE_BYTES}-` })
  })
})
