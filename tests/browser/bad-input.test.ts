import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import type { Report } from '../../src/contract/report'
import { FAILURE_CODES } from '../../src/contract/failure'
import { launchBrowser } from '../support/browser'
import { createGoodFiles, mutateFiles, createSpecialFiles, type BadFile } from '../../tools/pictures/bad-files'
import { drawJpeg } from '../../tools/pictures/drawn-jpeg'

/** A few of the files that `npm run fuzz` makes thousands of, and what the special files must give. */
let browser: Browser
let page: Page
let special: readonly BadFile[]

beforeAll(async () => {
  special = await createSpecialFiles()
  browser = await launchBrowser()
  page = await browser.newPage()
  await page.goto(new URL('../host/', inject('site')).href)
  await page.evaluate(async site => {
    window.zhaojian = await window.importModule(`${site}lib/zhaojian.js`)
    window.checker = await window.zhaojian.createChecker({ locale: 'zh-CN' })
  }, inject('site'))
})
afterAll(() => browser?.close())

type Outcome = { report: Report } | { code: string; message: string }
const check = ({ name, bytes }: BadFile): Promise<Outcome> =>
  page.evaluate(
    async ({ base64, name }) => {
      const file = new File([Uint8Array.from(atob(base64), c => c.charCodeAt(0))], name)
      try {
        return { report: await window.checker.check(file) }
      } catch (error) {
        return { code: (error as { code: string }).code, message: (error as Error).message }
      }
    },
    { base64: bytes.toString('base64'), name },
  )
const getSpecialFile = (name: string): BadFile => special.find(file => file.name === name)!
const isAnswer = (outcome: Outcome): boolean =>
  'report' in outcome ||
  ((FAILURE_CODES as readonly string[]).includes(outcome.code) && /[\u4e00-\u9fff]/.test(outcome.message))

describe('what is no photo is refused by name', () => {
  it.each([
    ['empty.jpg', 'not-an-image'],
    ['zeros.jpg', 'not-an-image'],
    ['text.jpg', 'not-an-image'],
    ['page.png', 'not-an-image'],
    ['paper.pdf', 'not-an-image'],
    ['scan.tif', 'unsupported-format'],
    ['wide-header.jpg', 'too-large'],
    ['wide-header.png', 'too-large'],
    ['no-size.jpg', 'damaged'],
  ])('%s: %s', async (name, code) => expect(await check(getSpecialFile(name))).toMatchObject({ code }))
})

describe('odd but readable photos get a report', () => {
  it.each([
    'one-pixel.jpg',
    'strip.jpg',
    'no-face.jpg',
    'cmyk.jpg',
    'grey.jpg',
    'sixteen-bit.png',
    'palette.png',
    'transparent.png',
    'animated.gif',
    'wrong-name.png',
    'trailing.jpg',
  ])('%s', async name => {
    expect(await check(getSpecialFile(name))).toHaveProperty('report.schema', 'zhaojian-report/1')
  })

  it('every EXIF orientation is looked at upright', async () => {
    for (let orientation = 1; orientation <= 8; orientation++) {
      const outcome = (await check(getSpecialFile(`orientation-${orientation}.jpg`))) as { report: Report }
      expect(outcome.report.source).toMatchObject(
        orientation > 4 ? { width: 640, height: 480, orientation } : { width: 480, height: 640, orientation },
      )
    }
  })

  it('CMYK, grey, 16 bits and animation are said to be no 24-bit JPEG', async () => {
    const verdicts = async (name: string, id: string): Promise<string | undefined> =>
      ((await check(getSpecialFile(name))) as { report: Report }).report.checks.find(one => one.id === id)?.verdict
    expect(await verdicts('cmyk.jpg', 'file.colour')).toBe('fail')
    expect(await verdicts('grey.jpg', 'file.colour')).toBe('fail')
    expect(await verdicts('sixteen-bit.png', 'file.colour')).toBe('fail')
    expect(await verdicts('animated.gif', 'file.format')).toBe('fail')
  })
})

it('broken files end in a report or a typed error in the page’s language, and the next good photo works', async () => {
  const wrong: string[] = []
  for (const file of mutateFiles(await createGoodFiles(), 42, 7)) {
    const outcome = await check(file)
    if (!isAnswer(outcome)) wrong.push(`${file.name} ${JSON.stringify(outcome).slice(0, 120)}`)
  }
  expect(wrong).toEqual([])
  expect(await check({ name: 'good.jpg', bytes: await drawJpeg({ width: 600, height: 800 }) })).toHaveProperty(
    'report.crop.outputWidth',
  )
})
