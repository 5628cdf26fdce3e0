import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Check, Report } from '../../src/contract/report'
import { launchBrowser } from '../support/browser'
import { KILLABLE_WORKERS } from '../support/killable-workers'
import { drawJpeg } from '../../tools/pictures/drawn-jpeg'

/** The built library's pool: real models, several real workers, photos side by side. */
let browser: Browser
let page: Page

const PHOTOS = [
  {},
  { hair: 'long' as const, earsCovered: { left: 1 } },
  { glasses: { kind: 'tinted' as const } },
  { mouthGap: 0.2 },
]

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
  await page.goto(new URL('../host/', inject('site')).href)
  await page.evaluate(KILLABLE_WORKERS)
  const photos = await Promise.all(
    PHOTOS.map(async options => (await drawJpeg({ width: 900, height: 1200, ...options })).toString('base64')),
  )
  await page.evaluate(
    async ({ photos, site }) => {
      window.zhaojian = await window.importModule(`${site}lib/zhaojian.js`)
      window.pool = await window.zhaojian.createPool({ locale: 'en', workers: 2 })
      window.photos = photos.map(
        (base64, at) => new File([Uint8Array.from(atob(base64), c => c.charCodeAt(0))], `${at}.jpg`),
      )
      while (window.pool.workers < 2) await new Promise(resolve => setTimeout(resolve, 50))
    },
    { photos, site: inject('site') },
  )
})
afterAll(() => browser?.close())

const withoutRegions = ({ checks }: Report): Omit<Check, 'regions'>[] => checks.map(({ regions: _, ...rest }) => rest)
const getPoolWorkers = (): ReturnType<Page['workers']> =>
  page.workers().filter(worker => worker.url().includes('pool-worker'))

describe('a pool', () => {
  it('gives each photo the report that a checker gives it, in whatever order they are done', async () => {
    const { alone, together } = await page.evaluate(async () => {
      const together = await Promise.all(window.photos.map(photo => window.pool.check(photo)))
      const checker = await window.zhaojian.createChecker({ locale: 'en' })
      const alone: Report[] = []
      for (const photo of window.photos) alone.push(await checker.check(photo))
      checker.close()
      return { alone, together }
    })
    expect(together.map(({ source }) => source.name)).toEqual(['0.jpg', '1.jpg', '2.jpg', '3.jpg'])
    expect(together.map(withoutRegions)).toEqual(alone.map(withoutRegions))
    expect(together[1]!.checks.find(({ id }) => id === 'ears.left')).toMatchObject({ verdict: 'fail' })
    expect(together[2]!.checks.find(({ id }) => id === 'glasses.kind')).toMatchObject({ value: 'tinted' })
  })

  it('gives a small picture of the crop on the way', async () => {
    const { width, height, type } = await page.evaluate(async () => {
      let picture: Blob | undefined
      await window.pool.check(window.photos[0]!, {
        onThumbnail: one => {
          picture = one
        },
      })
      const { width, height } = await createImageBitmap(picture!)
      return { width, height, type: picture!.type }
    })
    expect({ width, height, type }).toEqual({ width: 180, height: 240, type: 'image/jpeg' })
  })

  it('makes the file, and its report is of the file', async () => {
    const made = await page.evaluate(async () => {
      const { jpeg, fileName, report } = await window.pool.produce(window.photos[0]!)
      return { bytes: jpeg.size, fileName, source: report.source }
    })
    expect(made.fileName).toBe('0-hanjiang-2025.jpg')
    expect(made.source).toMatchObject({
      name: '0-hanjiang-2025.jpg',
      bytes: made.bytes,
      width: (made.source.height * 3) / 4,
    })
  })

  it('goes on after a broken file, and says what is wrong with it', async () => {
    const answers = await page.evaluate(() =>
      Promise.allSettled(
        [new File(['no photo'], 'a.jpg'), ...window.photos].map(photo => window.pool.check(photo)),
      ).then(all =>
        all.map(one => (one.status === 'fulfilled' ? one.value.schema : (one.reason as { code: string }).code)),
      ),
    )
    expect(answers).toEqual(['not-an-image', ...PHOTOS.map(() => 'zhaojian-report/1')])
  })

  it('loses no file with a worker that is killed: it is tried again by a new one', async () => {
    expect(getPoolWorkers()).toHaveLength(2)
    const { codes, kills } = await page.evaluate(async () => {
      window.killWorkersAt({ worker: 'pool-worker', method: 'check', times: 1, fileName: '2.jpg' })
      const all = await Promise.allSettled(window.photos.map(photo => window.pool.check(photo)))
      return { codes: all.map(({ status }) => status), kills: window.kills }
    })
    expect(kills).toBe(1)
    expect(codes).toEqual(PHOTOS.map(() => 'fulfilled'))
  })

  it('loses one file with two workers that it kills, tells it at once, and has a new worker for the next', async () => {
    const { codes, silentMs, again } = await page.evaluate(async () => {
      window.killWorkersAt({ worker: 'pool-worker', method: 'check', times: 2, fileName: '1.jpg' })
      let silentMs = 0
      const codes = await Promise.all(
        window.photos.map(photo =>
          window.pool.check(photo).then(
            ({ schema }) => schema as string,
            (error: { code: string }) => {
              silentMs = performance.now() - window.killedAt
              return error.code
            },
          ),
        ),
      )
      const again = await Promise.all(window.photos.map(photo => window.pool.check(photo)))
      return { codes, silentMs, again: again.map(({ source }) => source.name) }
    })
    expect(codes.map(code => code === 'crashed')).toEqual([false, true, false, false])
    expect(silentMs).toBeLessThan(1000)
    expect(again).toEqual(['0.jpg', '1.jpg', '2.jpg', '3.jpg'])
    expect(getPoolWorkers()).toHaveLength(2)
  })

  it('lets an aborted photo go at once, and the ones that wait with it', async () => {
    const codes = await page.evaluate(async () => {
      const stop = new AbortController()
      const all = [...window.photos, ...window.photos].map(photo =>
        window.pool.check(photo, { signal: stop.signal }).then(
          () => 'checked',
          (error: { code: string }) => error.code,
        ),
      )
      stop.abort()
      return Promise.all(all)
    })
    expect(new Set(codes)).toEqual(new Set(['aborted']))
    expect(await page.evaluate(() => window.pool.check(window.photos[0]!).then(({ schema }) => schema))).toBe(
      'zhaojian-report/1',
    )
  })

  it('that is closed says so to everyone who waits, and ends its workers', async () => {
    const codes = await page.evaluate(async () => {
      const all = window.photos.map(photo =>
        window.pool.check(photo).then(
          () => 'checked',
          (error: { code: string }) => error.code,
        ),
      )
      window.pool.close()
      return Promise.all([
        ...all,
        window.pool.check(window.photos[0]!).then(
          () => 'checked',
          (error: { code: string }) => error.code,
        ),
      ])
    })
    expect(new Set(codes)).toEqual(new Set(['closed']))
    await expect.poll(() => getPoolWorkers().length).toBe(0)
  })
})
