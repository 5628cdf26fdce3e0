import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import type { Report } from '../../src/contract/report'
import { launchBrowser } from '../support/browser'
import { drawJpeg } from '../../tools/pictures/drawn-jpeg'
import { readJpeg } from '../../tools/pictures/read-jpeg'

/** The built library embedded in a page that is not ours, with the real models in real workers. */
let browser: Browser
let page: Page

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** Runs in the page: the file behind `base64`. */
const DEFINE_FILE_OF =
  'window.fileOf = (base64, name) => new File([Uint8Array.from(atob(base64), c => c.charCodeAt(0))], ' + 'name)'
declare const fileOf: (base64: string, name: string) => File

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
  await page.goto(new URL('../host/', inject('site')).href)
  await page.evaluate(DEFINE_FILE_OF)
  await page.evaluate(async site => {
    window.zhaojian = await window.importModule(`${site}lib/zhaojian.js`)
    window.checker = await window.zhaojian.createChecker({ locale: 'en' })
  }, inject('site'))
})
afterAll(() => browser?.close())

const check = (bytes: Uint8Array, name = 'photo.jpg'): Promise<Report | { code: string; message: string }> =>
  page.evaluate(
    async ({ base64, name }) => {
      try {
        return await window.checker.check(fileOf(base64, name))
      } catch (error) {
        return { code: (error as { code: string }).code, message: (error as Error).message }
      }
    },
    { base64: toBase64(bytes), name },
  )

// The first of the file: the checker that all share has checked nothing yet.
describe('the parts model', () => {
  const PARTS = [
    'ears.left',
    'ears.right',
    'eyebrows.left',
    'eyebrows.right',
    'glasses.kind',
    'glasses.glare',
    'glasses.frame',
    'mouth.gap',
    'headwear.worn',
    'occlusion.share',
  ]
  const reasons = (report: Report): (string | null)[] =>
    PARTS.map(id => report.checks.find(one => one.id === id)!.reason)

  it('is waited for by nobody: the first check tells the rest at once, later ones tell all', async () => {
    const told = await page.evaluate(
      async base64 => {
        const { checker } = window
        const partial: Report[] = []
        const onPartial = (report: Report): void => {
          partial.push(report)
        }
        const first = await checker.check(fileOf(base64, 'a.jpg'), { onPartial })
        const second = await checker.check(fileOf(base64, 'a.jpg'), { onPartial })
        return { partial, first, second }
      },
      toBase64(await drawJpeg()),
    )
    expect(told.partial).toHaveLength(1)
    expect(new Set(reasons(told.partial[0]!))).toEqual(new Set(['pending']))
    expect(told.partial[0]!.checks.find(one => one.id === 'pose.yaw')).toMatchObject({ verdict: 'pass' })
    expect(reasons(told.first)).not.toContain('pending')
    expect(told.second.checks).toEqual(told.first.checks)
  })

  it('that could not be loaded leaves its rules untold, and is loaded when it can be', async () => {
    await page.route('**/parts.onnx', route => route.abort())
    const [without, after] = await (async () => {
      const base64 = toBase64(await drawJpeg())
      // The first checks have put it on the device.
      await page.evaluate(async () => {
        window.checker.close()
        await caches.delete('zhaojian-assets')
        window.checker = await window.zhaojian.createChecker({ locale: 'en' })
      })
      const cut = await page.evaluate(base64 => window.checker.check(fileOf(base64, 'a.jpg')), base64)
      await page.unroute('**/parts.onnx')
      return [cut, await page.evaluate(base64 => window.checker.check(fileOf(base64, 'a.jpg')), base64)]
    })()
    expect(new Set(reasons(without))).toEqual(new Set(['not-loaded']))
    expect(without.checks.find(one => one.id === 'lighting.balance')).toMatchObject({ verdict: 'pass' })
    expect(reasons(after)).not.toContain('not-loaded')
    expect(after.checks.find(one => one.id === 'ears.left')).toMatchObject({ verdict: 'pass' })
  })
})

describe('a compliant drawn portrait', () => {
  it('gets a report with every rule of the profile in its order', async () => {
    const report = (await check(await drawJpeg({ width: 1500, height: 2000 }))) as Report
    const listed = await page.evaluate(() => Object.keys(window.zhaojian.getProfile('hanjiang-2025').checks))
    expect(report.schema).toBe('zhaojian-report/1')
    for (const [stage, milliseconds] of Object.entries(report.timings))
      expect(milliseconds, stage).toBeGreaterThanOrEqual(0)
    expect(report.checks.map(one => one.id)).toEqual(listed)
    const failed = report.checks
      .filter(one => one.verdict === 'fail' && !one.id.startsWith('file.'))
      .map(one => `${one.id} ${one.value}`)
    expect(failed).toEqual([])
    expect(report.crop).not.toBeNull()
  })

  it('becomes a JPEG that an independent reader finds inside the profile', async () => {
    const made = await page.evaluate(
      async base64 => {
        const { jpeg, fileName, report } = await window.checker.produce(fileOf(base64, '张三.jpg'))
        return { bytes: [...new Uint8Array(await jpeg.arrayBuffer())], fileName, type: jpeg.type, report }
      },
      toBase64(await drawJpeg({ width: 1800, height: 2400 })),
    )
    const facts = readJpeg(Uint8Array.from(made.bytes))
    expect(facts.width * 4).toBe(facts.height * 3)
    expect(facts).toMatchObject({
      baseline: true,
      components: 3,
      precision: 8,
      density: { x: 300, y: 300, unit: 1 },
      hasExif: false,
    })
    expect(made.bytes.length).toBeGreaterThanOrEqual(51_200)
    expect(made.bytes.length).toBeLessThanOrEqual(1_000_000)
    expect(made.fileName).toBe('张三-hanjiang-2025.jpg')
    expect(made.report.checks.filter(one => one.id.startsWith('file.') && one.verdict === 'fail')).toEqual([])
    expect(made.report.source).toMatchObject({
      width: facts.width,
      height: facts.height,
      bytes: made.bytes.length,
      type: 'image/jpeg',
    })
  })
})

describe('refusals', () => {
  it.each([
    ['empty', new Uint8Array(), 'not-an-image'],
    ['text', new TextEncoder().encode('<html>not a photo</html>'), 'not-an-image'],
  ])('a file that is %s', async (_, bytes, code) => {
    const answer = (await check(bytes)) as { code: string; message: string }
    expect(answer.code).toBe(code)
    expect(answer.message).toMatch(/[a-z]{3,} [a-z]{2,}/i)
  })

  it('a truncated photo is damaged, and the next good one works', async () => {
    const good = await drawJpeg()
    expect(await check(good.subarray(0, good.length >> 1))).toMatchObject({ code: 'damaged' })
    expect(await check(good)).toMatchObject({ schema: 'zhaojian-report/1' })
  })

  it('a photo of which no face is big enough is too small to produce', async () => {
    const answer = await page.evaluate(
      async base64 =>
        window.checker.produce(fileOf(base64, 'a.jpg')).then(
          () => 'made',
          (error: { code: string }) => error.code,
        ),
      toBase64(await drawJpeg({ width: 240, height: 320 })),
    )
    expect(answer).toBe('too-small')
  })

  it('abort rejects at once and the models stay', async () => {
    const bytes = await drawJpeg()
    const code = await page.evaluate(async base64 => {
      const stop = new AbortController()
      const answer = window.checker.check(fileOf(base64, 'a.jpg'), { signal: stop.signal }).then(
        () => 'made',
        (error: { code: string }) => error.code,
      )
      stop.abort()
      return answer
    }, toBase64(bytes))
    expect(code).toBe('aborted')
    expect(await check(bytes)).toMatchObject({ schema: 'zhaojian-report/1' })
  })

  it('a bad profile is refused naming the field', async () => {
    const message = await page.evaluate(async () => {
      const profile = structuredClone(window.zhaojian.getProfile('hanjiang-2025')) as unknown as {
        checks: Record<string, { level: string }>
      }
      profile.checks['ears.left']!.level = 'sometimes'
      return window.zhaojian.createChecker({ profile: profile as never }).then(
        () => 'accepted',
        (error: Error) => error.message,
      )
    })
    expect(message).toContain('ears.left')
    expect(message).toContain('level')
  })

  it('missing assets reject instead of hanging', async () => {
    const code = await page.evaluate(
      async site =>
        window.zhaojian.createChecker({ assets: `${site}nowhere/` }).then(
          () => 'made',
          (error: { code: string }) => error.code,
        ),
      inject('site'),
    )
    expect(code).toBe('assets-missing')
  })
})

// The last of the file: it closes the checker that all share.
describe('several profiles', () => {
  it(
    'a checker takes another profile on the same workers, beside its own; a bad one is refused; closing ' +
      'one closes both',
    async () => {
      const told = await page.evaluate(
        async base64 => {
          const { checker } = window
          const { getProfile } = window.zhaojian
          const photo = fileOf(base64, 'a.jpg')
          const own = await checker.check(photo)
          const loaded = performance.getEntriesByType('resource').length
          const strict = structuredClone(getProfile('hanjiang-2025')) as unknown as { checks: Record<string, object> }
          strict.checks['background.colour'] = { ...strict.checks['background.colour'], references: ['#FFFFFF'] }
          const other = checker.withProfile(strict as never)
          const [strictly, again] = await Promise.all([other.check(photo), checker.check(photo)])
          let refused = ''
          try {
            checker.withProfile({ ...strict, density: 0 } as never)
          } catch (error) {
            refused = (error as Error).message
          }
          const more = performance.getEntriesByType('resource').length - loaded
          other.close()
          const closed = await checker.check(photo).then(
            () => 'checked',
            (error: { code: string }) => error.code,
          )
          return {
            own: own.checks,
            again: again.checks,
            strictly: strictly.checks,
            refused,
            closed,
            more,
            loaded,
          }
        },
        toBase64(await drawJpeg()),
      )
      expect(told.again).toEqual(told.own)
      const differing = told.strictly.filter((check, at) => check.verdict !== told.own[at]!.verdict)
      expect(differing.map(({ id, verdict }) => [id, verdict])).toEqual([['background.colour', 'fail']])
      expect(told.refused).toContain('density')
      expect(told.closed).toBe('closed')
      expect(told.loaded).toBeGreaterThan(0)
      expect(told.more).toBe(0)
    },
  )

  it('a profile’s file is resolved, or its first bad field is told', async () => {
    const told = await page.evaluate(() => {
      const { validateProfile, getProfile, getProfileFile } = window.zhaojian
      const file = getProfileFile('guet-2025')
      return [
        validateProfile(file),
        { profile: getProfile('guet-2025') },
        validateProfile({ ...file, density: 0 }),
        validateProfile('guet-2025'),
        validateProfile({ ...file, checks: { 'nose.length': {} } }),
      ]
    })
    expect(told[0]).toEqual(told[1])
    expect(told.slice(2)).toMatchObject([
      { path: 'density' },
      { path: '(whole)' },
      { path: 'checks.nose.length', problem: 'there is no such check' },
    ])
  })
})
