import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser, stallModelRequests } from '../support/browser'
import { findViolations } from '../support/axe'
import { drawJpeg } from '../../tools/pictures/drawn-jpeg'

/**
 * The studio's screen on the built site: what is dropped is found, checked, sorted, looked at, accepted; the keyboard
 * alone does it too.
 */
let browser: Browser
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'batch-'))
  const fringed = await drawJpeg({ width: 480, height: 640, fringe: { left: 0.7, right: 0.7 } })
  mkdirSync(join(folder, '一班', '补拍'), { recursive: true })
  writeFileSync(join(folder, '2-李四.jpg'), await drawJpeg({ width: 960, height: 1280, noise: 1 }))
  writeFileSync(join(folder, '10-王五.jpg'), await drawJpeg({ width: 480, height: 640, mouthGap: 0.2 }))
  writeFileSync(join(folder, '一班', '张三.jpg'), fringed)
  writeFileSync(join(folder, '一班', '补拍', 'notes.jpg'), 'no photo')
  writeFileSync(join(folder, 'Thumbs.db'), 'no photo')
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function openBatch({ locale = 'zh-CN', width = 1280, address = '&batch', models = true } = {}): Promise<Page> {
  const context = await browser.newContext({ locale, viewport: { width, height: 860 } })
  if (!models) await stallModelRequests(context)
  const page = await context.newPage()
  await page.goto(`${inject('site')}?profile=hanjiang-2025${address}`)
  await page.locator(address ? '.batch-empty' : '[data-action="batch"]').waitFor()
  return page
}

/** Drops files and folders of this machine, as a file manager does. */
async function drop(page: Page, ...files: string[]): Promise<void> {
  const client = await page.context().newCDPSession(page)
  const data = { items: [], files, dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await client.send('Input.dispatchDragEvent', { type, x: 150, y: 300, data })
}
async function waitUntilChecked(page: Page): Promise<void> {
  await page.locator('[data-run="idle"]').waitFor()
}

const readNames = (page: Page): Promise<string[]> => page.locator('.row-name').allTextContents()
const readFocus = (page: Page): Promise<string> =>
  page.evaluate(
    () => document.activeElement?.querySelector('.row-name')?.textContent ?? document.activeElement?.tagName ?? '',
  )

async function expectAccessible(page: Page, state: string): Promise<void> {
  expect(await findViolations(page), state).toEqual([])
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth),
    `${state} sideways`,
  ).toBe(false)
}
/** A checked batch in each of its states. */
async function expectAccessibleThroughout(page: Page): Promise<void> {
  await expectAccessible(page, 'table')
  await page.locator('[data-row]', { hasText: '张三' }).click()
  await page.locator('.batch-detail .verdict').waitFor()
  await expectAccessible(page, 'detail')
  await page.keyboard.press('Escape')
  await page.locator('[data-row]', { hasText: 'notes' }).click()
  await page.locator('.batch-detail .failure').waitFor()
  await expectAccessible(page, 'broken file')
  await page.keyboard.press('Escape')
  await page.locator('[data-action="clear"]').click()
  await expectAccessible(page, 'question')
  await page.setViewportSize({ width: 320, height: 700 })
  await expectAccessible(page, '320 px')
}

it.each([
  ['en', 1280],
  ['zh-CN', 360],
] as const)(
  'axe-core finds nothing before the first photo, and nothing scrolls sideways: %s, %i px',
  async (locale, width) => {
    const page = await openBatch({ locale, width, models: false })
    await expectAccessible(page, 'empty')
    await page.context().close()
  },
)

// One checked batch for each language: a test goes on where the one before it stopped.
describe('in Chinese', () => {
  let page: Page
  beforeAll(async () => {
    page = await openBatch({ address: '' })
  })
  afterAll(() => page?.context().close())

  it('a dropped folder is found to its depth, checked, sorted, filtered, looked at and accepted', async () => {
    await drop(page, folder)
    await page.locator('.intake', { hasText: '已加入 4 张' }).waitFor()
    expect(await page.locator('.intake').textContent()).toContain('1 个文件不是图片')
    expect(page.url()).toMatch(/&batch$/)
    expect(await readNames(page)).toEqual(['2-李四.jpg', '10-王五.jpg', '张三.jpg', 'notes.jpg'])
    expect(await page.locator('.row-folder').allTextContents()).toEqual(['一班', '一班/补拍'])
    await waitUntilChecked(page)

    const row = (name: string): ReturnType<Page['locator']> => page.locator('[data-row]', { hasText: name })
    await row('李四').locator('.standing-pass').waitFor()
    expect(await row('张三').locator('.fault').textContent()).toBe('左眉露出、右眉露出')
    expect(await row('notes').locator('.at-faults').textContent()).toBe('这不是图片')
    await row('张三').locator('img').waitFor()
    expect(await page.locator('.chip[data-kind]').allTextContents()).toEqual(['全部4', '不符合2', '出错1', '符合1'])

    await page.locator('[data-sort="verdict"]').click()
    expect(await readNames(page)).toEqual(['notes.jpg', '张三.jpg', '10-王五.jpg', '2-李四.jpg'])
    expect(await page.locator('[aria-sort="descending"]').textContent()).toContain('结论')
    await page.locator('[data-field="rule"]').selectOption('mouth.gap')
    expect(await readNames(page)).toEqual(['10-王五.jpg'])
    await page.locator('[data-field="rule"]').selectOption('')
    await page.locator('input[type="search"]').fill('补拍')
    expect(await readNames(page)).toEqual(['notes.jpg'])
    await page.locator('input[type="search"]').fill('')
    await page.locator('[data-kind="fail"]').click()
    await page.locator('[data-field="value"]').selectOption('mouth.gap')
    await page.locator('[data-sort="value"]').click()
    expect(await readNames(page)).toEqual(['张三.jpg', '10-王五.jpg'])

    await row('王五').click()
    await page.locator('.batch-detail .verdict-fail').waitFor()
    expect(await page.locator('.neighbours').textContent()).toContain('2 / 2')
    await page.locator('.accept .chip').first().click()
    await page.locator('[data-action="accept"]').click()
    expect(await page.locator('.is-accepted').textContent()).toContain('人工核对，没问题')
    await page.locator('.batch-detail .verdict-fail').waitFor()
    await page.locator('[data-action="to-table"]').click()
    expect(await row('王五').locator('.at-verdict').textContent()).toBe('不符合人工认可')
    await page.locator('[data-kind="accepted"]').click()
    expect(await readNames(page)).toEqual(['10-王五.jpg'])

    // The same folder again brings nothing new.
    await drop(page, folder)
    await page.locator('.intake', { hasText: '4 张已在列表里' }).waitFor()
  })

  it('a file that changed on disk takes its own row, and a row can be taken out', async () => {
    const row = page.locator('[data-row]', { hasText: '李四' })
    await page.locator('[data-kind="all"]').click()
    writeFileSync(join(folder, '2-李四.jpg'), await drawJpeg({ width: 480, height: 640, mouthGap: 0.2 }))
    await drop(page, folder)
    await page.locator('.intake', { hasText: '1 张在电脑上改过' }).waitFor()
    await row.locator('.standing-fail').waitFor()
    expect(await page.locator('[data-row]').count()).toBe(4)

    await row.click()
    await page.locator('[data-action="remove-row"]').click()
    await page.locator('[data-action="confirm"]').click()
    await page.locator('[data-action="to-table"]').click()
    expect(await readNames(page)).not.toContain('2-李四.jpg')
    expect(await page.locator('[data-row]').count()).toBe(3)
    await drop(page, folder)
    await row.waitFor()
    await waitUntilChecked(page)
  })

  it('axe-core finds nothing, and nothing scrolls sideways at 360 px', async () => {
    await page.locator('[data-kind="all"]').click()
    await page.setViewportSize({ width: 360, height: 860 })
    await expectAccessibleThroughout(page)
  })
})

describe('in English', () => {
  let page: Page
  beforeAll(async () => {
    page = await openBatch({ locale: 'en' })
  })
  afterAll(() => page?.context().close())

  it(
    'the keyboard walks the rows, opens one, goes to its neighbours, accepts it and comes back to its ' + 'place',
    async () => {
      await drop(page, folder)
      await waitUntilChecked(page)
      await page.locator('[data-row]').first().focus()
      await page.keyboard.press('ArrowDown')
      expect(await readFocus(page)).toBe('10-王五.jpg')
      await page.keyboard.press('End')
      expect(await readFocus(page)).toBe('notes.jpg')
      await page.keyboard.press('Home')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.locator('.batch-detail h2', { hasText: '王五' }).waitFor()
      expect(await readFocus(page)).toBe('H2')
      await page.keyboard.press('j')
      await page.locator('.batch-detail h2', { hasText: '张三' }).waitFor()
      await page.keyboard.press('a')
      await page.keyboard.type('Looked at it')
      await page.keyboard.press('Enter')
      await page.locator('.is-accepted', { hasText: 'Looked at it' }).waitFor()
      await page.keyboard.press('ArrowRight')
      await page.locator('.batch-detail .failure h1', { hasText: 'not a picture' }).waitFor()
      await page.keyboard.press('k')
      await page.keyboard.press('Escape')
      await page.locator('.batch-grid').waitFor()
      expect(await readFocus(page)).toBe('张三.jpg')
      expect(await page.locator('[data-row][aria-selected="true"] .accepted').count()).toBe(1)
    },
  )

  it('axe-core finds nothing, and nothing scrolls sideways at 1280 px', () => expectAccessibleThroughout(page))

  it('emptied and left, more photos than can be compared are a batch; leaving with results asks first', async () => {
    await page.locator('[data-action="confirm"]').click()
    await page.locator('[data-action="close-batch"]').click()
    await page.locator('[data-screen="start"]').waitFor()
    const files = Array.from({ length: 7 }, (_, i) => join(folder, `extra-${i}.jpg`))
    for (const file of files) writeFileSync(file, 'no photo')
    await drop(page, ...files)
    await page.locator('[data-row]').nth(6).waitFor()
    await waitUntilChecked(page)
    for (const file of files) rmSync(file)

    await page.locator('[data-kind="all"]').click()
    const asked = page.waitForEvent('dialog')
    // By the page itself: a reload of Playwright's would wait for one that never comes.
    await page.evaluate(() => {
      setTimeout(() => {
        location.reload()
      })
    })
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.dismiss()
    await page.locator('[data-action="close-batch"]').click()
    await page.locator('dialog[open] .button').first().click()
    expect(await page.locator('[data-row]').count()).toBe(7)
    await page.locator('[data-action="close-batch"]').click()
    await page.locator('[data-action="confirm"]').click()
    await page.locator('[data-screen="start"]').waitFor()
    expect(page.url()).not.toContain('batch')
  })
})

it('a chosen folder is walked too', async () => {
  const page = await openBatch({ models: false })
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    const within = await root.getDirectoryHandle('within', { create: true })
    for (const [place, name] of [
      [root, 'a.jpg'],
      [within, 'b.jpg'],
      [within, 'c.txt'],
    ] as const)
      await (await (await place.getFileHandle(name, { create: true })).createWritable()).close()
  })
  // In place of the browser's own chooser, which no test can press.
  await page.addInitScript(() => Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() }))
  await page.reload()
  await page.locator('.batch-empty [data-action="add-folder"]').click()
  await page.locator('.intake', { hasText: '已加入 2 张' }).waitFor()
  expect(await page.locator('.intake').textContent()).toContain('1 个文件不是图片')
  expect(await page.locator('.row-folder').allTextContents()).toEqual(['within'])
  await page.context().close()
})
