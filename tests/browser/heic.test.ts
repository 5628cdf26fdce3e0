import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import type { Report } from '../../src/contract/report'
import { launchBrowser } from '../support/browser'
import { readCodedPicture, buildHeifFile } from '../../tools/pictures/heif-file'
import { drawJpeg } from '../../tools/pictures/drawn-jpeg'
import { readJpeg } from '../../tools/pictures/read-jpeg'

/**
 * HEIC in a browser that can't read it: the fixtures are one drawn portrait, made by scripts/models/heic-fixtures.ts.
 */
let browser: Browser
let page: Page
let jpeg: Report

const readFixture = (name: string): Buffer => readFileSync(`tests/fixtures/${name}.heic`)
interface HeicAnswer {
  report?: Report
  code?: string
  message?: string
  preview?: string
  stages: string[]
}

const check = (bytes: Uint8Array, name = 'IMG_0001.HEIC'): Promise<HeicAnswer> =>
  page.evaluate(
    async ({ base64, name }) => {
      const file = new File([Uint8Array.from(atob(base64), c => c.charCodeAt(0))], name)
      const pictures: Blob[] = []
      const stages = (window.stages = [])
      try {
        const report = await window.checker.check(file, {
          onPreview: picture => {
            pictures.push(picture)
          },
        })
        const preview =
          pictures[0] &&
          btoa(Array.from(new Uint8Array(await pictures[0].arrayBuffer()), byte => String.fromCharCode(byte)).join(''))
        return { report, stages, ...(preview === undefined ? {} : { preview }) }
      } catch (error) {
        return { code: (error as { code: string }).code, message: (error as Error).message, stages }
      }
    },
    { base64: Buffer.from(bytes).toString('base64'), name },
  )

/** Mean difference of two pictures of one size, in 8-bit levels. */
async function measureDifference(a: Buffer, b: Buffer): Promise<number> {
  const [one, other] = await Promise.all(
    [a, b].map(picture => sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })),
  )
  expect([one!.info.width, one!.info.height]).toEqual([other!.info.width, other!.info.height])
  return one!.data.reduce((sum, value, i) => sum + Math.abs(value - other!.data[i]!), 0) / one!.data.length
}

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
  await page.goto(new URL('../host/', inject('site')).href)
  await page.evaluate(async site => {
    const { createChecker } = await window.importModule(`${site}lib/zhaojian.js`)
    window.checker = await createChecker({ locale: 'en', onProgress: ({ stage }) => window.stages?.push(stage) })
  }, inject('site'))
})
afterAll(() => browser?.close())

// The first tests of the file: the checker that all share has loaded no decoder yet.
it('a JPEG loads no decoder', async () => {
  const answer = await check(await drawJpeg({ width: 1200, height: 1600 }), 'photo.jpg')
  expect(answer.stages).not.toContain('heic')
  jpeg = answer.report!
})

const stagesOfAttempts: string[] = []
// In this order none finds its file among what one before it has put on the device.
it.each(['**/libheif.wasm', '**/libheif.js', '**/workers/heic.js'])(
  'without %s the decoder is missing, and is asked for again with the next photo',
  async file => {
    await page.route(file, route => route.abort())
    const answer = await check(readFixture('portrait'))
    expect(answer).toMatchObject({ code: 'assets-missing' })
    stagesOfAttempts.push(...answer.stages)
    await page.unroute(file)
  },
)

it('the decoder is loaded with the first photos that need it, and kept', async () => {
  expect(stagesOfAttempts).toContain('heic')
  for (let times = 0; times < 2; times++) {
    const answer = await check(readFixture('portrait'))
    expect(answer).toHaveProperty('report.schema', 'zhaojian-report/1')
    expect(answer.stages).not.toContain('heic')
  }
})

describe.each(['portrait', 'mirrored', 'ten-bit', 'phone'])('%s', name => {
  let answer: HeicAnswer
  beforeAll(async () => {
    answer = await check(readFixture(name))
  })

  it('is judged as the JPEG of the same portrait is', () => {
    const verdicts = ({ checks }: Report): string[] =>
      checks.filter(({ id }) => !id.startsWith('file.')).map(({ id, verdict }) => `${id} ${verdict}`)
    expect(answer.report!.source).toMatchObject({ type: 'image/heic', width: 1200, height: 1600 })
    expect(verdicts(answer.report!)).toEqual(verdicts(jpeg))
    expect(answer.report!.checks.find(({ id }) => id === 'file.format')).toMatchObject({
      verdict: 'fail',
      value: 'image/heic',
    })
  })

  it('gives a picture that is upright and of the same colours', async () => {
    const picture = Buffer.from(answer.preview!, 'base64')
    expect(await measureDifference(picture, await drawJpeg({ width: 1200, height: 1600 }))).toBeLessThan(2)
  })
})

it('what is transparent is laid on white, as in every other format', async () => {
  const picture = Buffer.from((await check(readFixture('transparent'))).preview!, 'base64')
  const { channels } = await sharp(
    await sharp(picture).extract({ left: 20, top: 20, width: 160, height: 160 }).toBuffer(),
  ).stats()
  expect(channels.map(({ mean }) => Math.round(mean))).toEqual([255, 255, 255])
})

it('becomes a JPEG that meets the profile', async () => {
  const made = await page.evaluate(async base64 => {
    const { jpeg, fileName, report } = await window.checker.produce(
      new File([Uint8Array.from(atob(base64), c => c.charCodeAt(0))], '张三.HEIC'),
    )
    return { bytes: [...new Uint8Array(await jpeg.arrayBuffer())], fileName, report }
  }, readFixture('phone').toString('base64'))
  expect(readJpeg(Uint8Array.from(made.bytes))).toMatchObject({
    baseline: true,
    components: 3,
    hasExif: false,
    hasIcc: false,
  })
  expect(made.fileName).toBe('张三-hanjiang-2025.jpg')
  expect(made.report.checks.filter(({ id, verdict }) => id.startsWith('file.') && verdict === 'fail')).toEqual([])
})

describe('what goes wrong is told in words, and the next good photo works', () => {
  const good = async (): Promise<void> =>
    expect(await check(readFixture('portrait'))).toHaveProperty('report.schema', 'zhaojian-report/1')
  const coded = readCodedPicture(readFixture('portrait'))

  it.each([
    ['cut off', () => readFixture('phone').subarray(0, 20_000), 'damaged'],
    [
      'boxes in order, pictures broken',
      () => buildHeifFile({ tiles: [{ ...coded, data: Buffer.alloc(4000, 7) }] }),
      'damaged',
    ],
    ['larger than it can be', () => buildHeifFile({ tiles: [coded], width: 20_000, height: 20_000 }), 'too-large'],
    [
      'high dynamic range',
      () => buildHeifFile({ tiles: [coded], nclx: { primaries: 9, transfer: 16 } }),
      'unsupported-format',
    ],
  ] as const)('%s', async (_, make, code) => {
    expect(await check(make())).toMatchObject({
      code,
      message: expect.stringMatching(/[a-z]{3,} [a-z]{2,}/i) as unknown,
    })
    await good()
  })

  it('abort ends the decoding at once', async () => {
    const code = await page.evaluate(async base64 => {
      const stop = new AbortController()
      const answer = window.checker
        .check(new File([Uint8Array.from(atob(base64), c => c.charCodeAt(0))], 'a.heic'), { signal: stop.signal })
        .then(
          () => 'made',
          (error: { code: string }) => error.code,
        )
      setTimeout(() => stop.abort(), 30)
      return answer
    }, readFixture('portrait').toString('base64'))
    expect(code).toBe('aborted')
    await good()
  })
})

describe('the page', () => {
  it('shows the photo and saves the JPEG, under its own policy', async () => {
    const context = await browser.newContext({
      acceptDownloads: true,
      locale: 'zh-CN',
      viewport: { width: 390, height: 780 },
    })
    const site = await context.newPage()
    const violations: string[] = []
    site.on('console', message => {
      if (/Content Security Policy/.test(message.text())) violations.push(message.text())
    })
    await site.goto(`${inject('site')}?profile=hanjiang-2025`)
    await site.locator('[data-phase="ready"]').waitFor()
    await site
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'IMG_0001.HEIC', mimeType: '', buffer: readFixture('phone') })
    await site.locator('[data-phase="done"]').waitFor()
    const image = site.locator('.photo-frame img')
    await image.evaluate(element => (element as HTMLImageElement).decode())
    expect(
      await image.evaluate(element => [
        (element as HTMLImageElement).naturalWidth,
        (element as HTMLImageElement).naturalHeight,
      ]),
    ).toEqual([1200, 1600])
    const download = site.waitForEvent('download')
    await site.locator('[data-action="save"]').click()
    expect((await download).suggestedFilename()).toBe('IMG_0001-hanjiang-2025.jpg')
    expect(violations).toEqual([])
    await context.close()
  })
})
