import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import type { LiveReport } from '../../src/contract/report'
import { launchBrowser } from '../support/browser'
import { KILLABLE_WORKERS } from '../support/killable-workers'
import { buildCameraSwitches, buildStillFilm } from '../../tools/browser/fake-camera'
import { drawJpeg } from '../../tools/pictures/drawn-jpeg'

/** A camera that plays a drawn portrait: Chromium takes a file of joined JPEGs for it. */
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser(buildCameraSwitches(buildStillFilm(await drawJpeg({ width: 720, height: 960 }))), {
    optimizes: true,
  })
  page = await browser.newPage()
  await page.goto(new URL('../host/', inject('site')).href)
  await page.evaluate(KILLABLE_WORKERS)
})
afterAll(() => browser?.close())

it('judges live frames and takes an unmirrored still', async () => {
  const seen = await page.evaluate(async site => {
    const { createChecker } = await window.importModule(`${site}lib/zhaojian.js`)
    const checker = await createChecker({ locale: 'en' })
    const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 720, height: 960 } })
    const [track] = stream.getVideoTracks()
    const reports: LiveReport[] = []
    let taking = false
    const still = await new Promise<Blob>((resolve, reject) => {
      const watch = checker.watch(track!, report => {
        reports.push(report)
        // Until the parts are told too: their model is loaded after the first frame's verdicts.
        const told = report.checks.find(one => one.id === 'ears.left')!.reason !== 'pending'
        if (told && reports.length >= 3 && !taking) {
          taking = true
          void watch.capture().then(blob => {
            watch.stop()
            resolve(blob)
          }, reject)
        }
      })
    })
    const report = await checker.check(still)
    checker.close()
    track!.stop()
    return { reports, still: { type: still.type, bytes: still.size }, report }
  }, inject('site'))
  expect(seen.reports.at(-1)!.checks.find(one => one.id === 'face.count')).toMatchObject({ value: 1, verdict: 'pass' })
  expect(seen.reports.at(-1)!.instruction).toMatch(/^ready$|^[a-z-]+\.[a-z-]+$/)
  expect(seen.reports[0]!.checks.find(one => one.id === 'ears.left')).toMatchObject({
    verdict: 'unknown',
    reason: 'pending',
  })
  // The same picture, live and as a file: the parts' verdicts are the same.
  const parts = (checks: LiveReport['checks']): string[] =>
    checks
      .filter(({ id }) => /^(ears|eyebrows|glasses|mouth|headwear)\./.test(id))
      .map(({ id, verdict }) => `${id} ${verdict}`)
  expect(parts(seen.report.checks)).toEqual(parts(seen.reports.at(-1)!.checks))
  expect(seen.still.bytes).toBeGreaterThan(10_000)
  expect(seen.report.checks.find(one => one.id === 'face.count')).toMatchObject({ value: 1 })
})

it.each([
  ['face', 'detect'],
  ['photo', 'measure'],
])('tells at once that a worker died under it, goes on, and still takes the photo: %s', async (worker, method) => {
  const told = await page.evaluate(
    async ({ worker, method, site }) => {
      const { createChecker } = await window.importModule(`${site}lib/zhaojian.js`)
      const checker = await createChecker({ locale: 'en' })
      const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 720, height: 960 } })
      const [track] = stream.getVideoTracks()
      const failures: string[] = []
      let silentMs = 0
      let reportsAfter = 0
      const watch = checker.watch(
        track!,
        () => {
          if (failures.length) reportsAfter++
        },
        {
          onFailure: (failure: { code: string }) => {
            silentMs = performance.now() - window.killedAt
            failures.push(failure.code)
          },
        },
      )
      window.killWorkersAt({ worker, method, times: 1 })
      while (reportsAfter < 3) await new Promise(resolve => setTimeout(resolve, 50))
      const still = await watch.capture()
      watch.stop()
      checker.close()
      track!.stop()
      return { failures, silentMs, bytes: still.size }
    },
    { worker, method, site: inject('site') },
  )
  expect(told.failures).toEqual(['crashed'])
  expect(told.silentMs).toBeLessThan(1000)
  expect(told.bytes).toBeGreaterThan(10_000)
})
