import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import type { Checker } from '../../src/contract/library'
import type { Report } from '../../src/contract/report'
import { launchBrowser } from '../support/browser'
import { KILLABLE_WORKERS } from '../support/killable-workers'
import { drawJpeg } from '../../tools/pictures/drawn-jpeg'

/** The built library in a host page, with real workers of real models that die under it. */
let browser: Browser
let page: Page

declare global {
  interface Window {
    /** A checker of a page without Web Locks. */
    plainChecker: Checker
  }
}

/** Portraits that differ in what each of them fails. */
const FAULTS = [{}, { glasses: { kind: 'tinted' as const } }, { mouthGap: 0.2 }]

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
  await page.goto(new URL('../host/', inject('site')).href)
  await page.evaluate(KILLABLE_WORKERS)
  const photos = await Promise.all(FAULTS.map(fault => drawJpeg({ width: 600, height: 800, ...fault })))
  await page.evaluate(
    async ({ photos, site }) => {
      window.photos = photos.map(
        (base64, at) => new File([Uint8Array.from(atob(base64), c => c.charCodeAt(0))], `${at}.jpg`),
      )
      window.zhaojian = await window.importModule(`${site}lib/zhaojian.js`)
      window.checker = await window.zhaojian.createChecker({ locale: 'en' })
    },
    { photos: photos.map(photo => photo.toString('base64')), site: inject('site') },
  )
})
afterAll(() => browser?.close())

describe('a worker that is killed without a word', () => {
  it('under many checks at once leaves each its own report, and nothing is lost but time', async () => {
    const { alone, together, kills } = await page.evaluate(async () => {
      const { checker, photos } = window
      const alone: Report[] = []
      for (const photo of photos) alone.push(await checker.check(photo))
      // A young photo worker, which has opened one photo.
      window.killWorkersAt({ worker: 'photo', method: 'openFile', times: 1 })
      await checker.check(photos[0]!)
      // Six are open when it dies, and not measured before eight others are open in its successor.
      window.killWorkersAt({ worker: 'photo', method: 'openFile', times: 1, fileName: 'last.jpg' })
      window.heldCall = 'face.detect'
      const areOpen = async (count: number): Promise<void> => {
        while (window.calls.filter(call => call === window.heldCall).length < count)
          await new Promise(resolve => setTimeout(resolve, 5))
      }
      const open = Array.from({ length: 6 }, () => checker.check(photos[0]!))
      await areOpen(6)
      const others = [1, 2, 1, 2, 1, 2, 1].map(at => checker.check(photos[at]!))
      const last = checker.check(new File([photos[2]!], 'last.jpg'))
      await areOpen(14)
      window.heldCall = undefined
      return { alone, together: await Promise.all([...open, ...others, last]), kills: window.kills }
    })
    expect(kills).toBe(1)
    const expected = [0, 0, 0, 0, 0, 0, 1, 2, 1, 2, 1, 2, 1, 2]
    expect(together.map(({ source }) => source.name)).toEqual([
      ...expected.slice(0, -1).map(at => `${at}.jpg`),
      'last.jpg',
    ])
    expect(together.map(({ checks }) => checks)).toEqual(expected.map(at => alone[at]!.checks))
  })

  it.each([
    ['photo', 'measure', 3],
    ['face', 'detect', 1],
    ['person', 'segment', 1],
  ])('twice is told at once by its own code, and heals: %s', async (worker, method, checks) => {
    const told = await page.evaluate(
      async ({ worker, method, checks }) => {
        const { checker, photos } = window
        window.killWorkersAt({ worker, method, times: 2 * checks })
        const failures: string[] = []
        const silentMs: number[] = []
        for (let at = 0; at < checks; at++)
          await checker.check(photos[0]!).catch((error: { code: string; message: string }) => {
            silentMs.push(performance.now() - window.killedAt)
            failures.push(`${error.code}: ${error.message}`)
          })
        const { schema } = await checker.check(photos[0]!)
        return { failures, silentMs, schema }
      },
      { worker, method, checks },
    )
    expect(told.failures).toHaveLength(checks)
    for (const failure of told.failures) expect(failure).toMatch(/^crashed: The check stopped on this device/)
    expect(Math.max(...told.silentMs)).toBeLessThan(1000)
    expect(told.schema).toBe('zhaojian-report/1')
  })

  it('twice in the parts model leaves its checks untold, and they are told the next time', async () => {
    const [without, after] = await page.evaluate(async () => {
      window.killWorkersAt({ worker: 'parts', method: 'detect', times: 2 })
      return [await window.checker.check(window.photos[0]!), await window.checker.check(window.photos[0]!)] as const
    })
    const tellEar = ({ checks }: Report): unknown => checks.find(({ id }) => id === 'ears.left')
    expect(tellEar(without)).toMatchObject({ verdict: 'unknown', reason: 'stopped' })
    expect(tellEar(after)).toMatchObject({ verdict: 'pass' })
  })

  it('while a file is produced costs no more than time', async () => {
    const kills = await page.evaluate(async () => {
      window.killWorkersAt({ worker: 'photo', method: 'encode', times: 1 })
      const photo = new File([window.photos[0]!], '0.jpg')
      return window.checker.produce(photo).then(() => window.kills)
    })
    expect(kills).toBe(1)
  })

  it('is noticed on plain http too, which has no Web Locks; one that is busy is not taken for dead', async () => {
    const told = await page.evaluate(async () => {
      Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true })
      const checker = await window.zhaojian.createChecker({ locale: 'en' })
      window.killWorkersAt({ worker: 'photo', method: 'measure', times: 2 })
      const code = await checker.check(window.photos[0]!).then(
        () => 'checked',
        (error: { code: string }) => error.code,
      )
      const silentMs = performance.now() - window.killedAt
      const { schema } = await checker.check(window.photos[0]!)
      delete (navigator as { locks?: unknown }).locks
      return { code, silentMs, schema, checker: (window.plainChecker = checker) && null }
    })
    expect(told).toMatchObject({ code: 'crashed', schema: 'zhaojian-report/1' })
    expect(told.silentMs).toBeLessThan(1500)
    const busy = page.workers().filter(worker => worker.url().endsWith('/photo.js'))
    const checking = page.evaluate(() => window.plainChecker.check(window.photos[1]!).then(({ schema }) => schema))
    await Promise.all(
      busy.map(worker =>
        worker.evaluate(() => {
          for (const start = Date.now(); Date.now() - start < 2500;);
        }),
      ),
    )
    expect(await checking).toBe('zhaojian-report/1')
    await page.evaluate(() => window.plainChecker.close())
  })
})
