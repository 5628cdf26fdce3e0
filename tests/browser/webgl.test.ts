import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import type { Report } from '../../src/contract/report'
import { launchBrowser } from '../support/browser'
import { drawJpeg } from '../../tools/pictures/drawn-jpeg'

/**
 * What becomes of the models without WebGL in workers, without any, and when it is lost. Chromium, its canvases told
 * what to give.
 */
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** Keeps the WebGL contexts of a worker or a page within reach, and loses new ones at once where `losing` is set. */
const KEEP_CONTEXTS = `{
  const { prototype } = globalThis.document ? HTMLCanvasElement : OffscreenCanvas
  const { getContext } = prototype
  globalThis.contexts = new Set()
  prototype.getContext = function (kind, ...rest) {
    const context = getContext.call(this, kind, ...rest)
    if (kind === 'webgl2') {
      contexts.add(context)
      if (globalThis.losing) context.getExtension('WEBGL_lose_context')?.loseContext()
    }
    return context
  }
}
`
const NO_WEBGL = `{
  const { getContext } = OffscreenCanvas.prototype
  OffscreenCanvas.prototype.getContext = function (kind, ...rest) {
    return kind === 'webgl2' ? null : getContext.call(this, kind, ...rest)
  }
}
`
/**
 * In the place whose contexts are kept: takes them all away, for now or for good. Gives how many there were to lose.
 */
const loseContexts = (forGood: boolean): number => {
  const place = globalThis as unknown as { contexts: Set<WebGL2RenderingContext>; losing: boolean }
  place.losing = forGood
  const living = [...place.contexts].filter(context => !context.isContextLost())
  for (const context of living) context.getExtension('WEBGL_lose_context')!.loseContext()
  return living.length
}

interface StartOptions {
  readonly inWorkers?: string
  readonly onPage?: string
  readonly switches?: readonly string[]
}

/**
 * A page of a host with the library on it; the scripts run before everything else in the workers of the models, and on
 * the page.
 */
async function openHost({ inWorkers = '', onPage = '', switches }: StartOptions): Promise<Page> {
  const own = switches && (await launchBrowser(switches))
  const page = await (own ?? browser).newPage()
  onTestFinished(() => (own ?? page).close())
  await page.addInitScript(onPage)
  await page.route(/\/lib\/workers\/(face|person)\.js$/, async route => {
    const response = await route.fetch()
    await route.fulfill({ response, body: inWorkers + (await response.text()) })
  })
  await page.goto(new URL('../host/', inject('site')).href)
  return page
}

const tryCreateChecker = (page: Page): Promise<{ visionOn: string } | { code: string; message: string }> =>
  page.evaluate(async site => {
    window.zhaojian = await window.importModule(`${site}lib/zhaojian.js`)
    try {
      window.checker = await window.zhaojian.createChecker({ locale: 'en' })
      return { visionOn: window.checker.visionOn }
    } catch (error) {
      return { code: (error as { code: string }).code, message: (error as Error).message }
    }
  }, inject('site'))

const photo = drawJpeg({ width: 900, height: 1200 })
const check = async (page: Page): Promise<Report['checks'] | { code: string }> =>
  page.evaluate(
    async base64 => {
      try {
        return (await window.checker.check(new File([Uint8Array.from(atob(base64), c => c.charCodeAt(0))], 'a.jpg')))
          .checks
      } catch (error) {
        return { code: (error as { code: string }).code }
      }
    },
    (await photo).toString('base64'),
  )

describe('one photo, its models in workers and on the page', () => {
  let verdicts: Awaited<ReturnType<typeof check>>

  it(
    'a WebGL context that is lost in a worker costs a restart of the task, not the answer; lost again ' +
      'and again it is told',
    async () => {
      const page = await openHost({ inWorkers: KEEP_CONTEXTS })
      expect(await tryCreateChecker(page)).toEqual({ visionOn: 'workers' })
      verdicts = await check(page)
      const models = page.workers().filter(worker => /face|person/.test(worker.url()))
      for (let times = 0; times < 2; times++) {
        expect(await Promise.all(models.map(worker => worker.evaluate(loseContexts, false)))).toEqual([1, 1])
        expect(await check(page)).toEqual(verdicts)
      }
      await Promise.all(models.map(worker => worker.evaluate(loseContexts, true)))
      expect(await check(page)).toEqual({ code: 'unsupported-browser' })
      // And when it comes back, so does the check.
      await Promise.all(models.map(worker => worker.evaluate(loseContexts, false)))
      expect(await check(page)).toEqual(verdicts)
    },
  )

  it(
    'without WebGL in workers the models run on the page, with the same verdicts; what is lost there is ' +
      'made anew as well',
    async () => {
      const page = await openHost({ inWorkers: NO_WEBGL, onPage: KEEP_CONTEXTS })
      expect(await tryCreateChecker(page)).toEqual({ visionOn: 'page' })
      expect(await check(page)).toEqual(verdicts)
      expect(await page.evaluate(loseContexts, false)).toBe(2)
      expect(await check(page)).toEqual(verdicts)
    },
  )
})

describe('a browser that lacks what nothing replaces is told so, and what works instead', () => {
  it.each([
    ['WebGL', { switches: ['--use-gl=disabled'] }],
    ['WebAssembly', { onPage: 'delete globalThis.WebAssembly' }],
    [
      'module workers',
      { onPage: 'globalThis.Worker = class { constructor(url, options) { String(url) } terminate() {} }' },
    ],
  ] satisfies [string, StartOptions][])('%s', async (_, start) => {
    const page = await openHost(start)
    expect(await tryCreateChecker(page)).toMatchObject({
      code: 'unsupported-browser',
      message: expect.stringMatching(/Chrome.*Firefox.*Safari/),
    })
    await page.goto(inject('site'))
    await page.locator('[data-phase="failed"]').waitFor()
    expect(await page.getByRole('alert').textContent()).toMatch(/Chrome.*Firefox.*Safari/)
  })
})
