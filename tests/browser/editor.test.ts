import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { findViolations } from '../support/axe'

/** The profile editor as a school's web team uses it, in the built site. */
const PROFILE_FILES = readdirSync('src/profiles').filter(name => name.endsWith('.json'))
const readProfileText = (name: string): string => readFileSync(`src/profiles/${name}`, 'utf8')

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

async function openEditor(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    acceptDownloads: true,
    locale: 'en',
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  const page = await context.newPage()
  await page.goto(new URL('profile.html?profile=hanjiang-2025', inject('site')).href)
  await page.locator('[data-action="save-profile"]').waitFor()
  return page
}

const locateField = (page: Page, path: string): ReturnType<Page['locator']> => page.locator(`[id="field-${path}"]`)
/** Opens a file, and waits until the form shows it or refuses it. */
async function openJson(page: Page, name: string, text: string): Promise<void> {
  await page
    .locator('[data-action="open"] input')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
  await page.waitForFunction(
    name =>
      document.querySelector<HTMLSelectElement>('[data-action="start-from"]')!.value === name ||
      document.querySelector('#start-title ~ [role=alert]'),
    name,
  )
}
async function unfoldCheck(page: Page, check: string): Promise<void> {
  await page.locator('#filter').fill(check)
  const entry = page.locator(`[data-check="${check}"]`)
  if ((await entry.getAttribute('open')) === null) await entry.locator('summary').click()
}
async function saveFile(page: Page, action = 'save-profile'): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent('download')
  await page.locator(`[data-action="${action}"]`).click()
  const got = await download
  return { name: got.suggestedFilename(), text: readFileSync(await got.path(), 'utf8') }
}

describe('one page, each test going on where the one before it has saved', () => {
  let page: Page
  beforeAll(async () => {
    page = await openEditor()
  })
  afterAll(() => page?.context().close())

  it('the keyboard alone changes a number and saves', async () => {
    const tabTo = async (wanted: string): Promise<void> => {
      for (let tabs = 0; tabs < 200; tabs++) {
        await page.keyboard.press('Tab')
        if (await page.evaluate(selector => document.activeElement?.matches(selector), wanted)) return
      }
      throw new Error(`No tab reaches ${wanted}.`)
    }
    await tabTo('[data-check="glasses.kind"] > summary')
    await page.keyboard.press('Enter')
    await tabTo('[data-check="glasses.kind"] input[type="radio"]')
    await page.keyboard.press('ArrowRight')
    await page.locator('.mode-off[data-check="glasses.kind"]').waitFor()
    const download = page.waitForEvent('download')
    await tabTo('[data-action="save-profile"]')
    await page.keyboard.press('Enter')
    expect(JSON.parse(readFileSync(await (await download).path(), 'utf8'))).toHaveProperty(
      ['checks', 'glasses.kind'],
      'off',
    )
  })

  it(
    'every profile, chosen in the list and opened as a file, is saved byte for byte, untouched and ' + 'edited back',
    async () => {
      for (const name of PROFILE_FILES) {
        const text = readProfileText(name)
        await page.locator('[data-action="start-from"]').selectOption(name.replace('.json', ''))
        expect(await locateField(page, 'id').inputValue()).toBe(name.replace('.json', ''))
        expect(await saveFile(page), `${name} chosen`).toEqual({ name, text })

        await openJson(page, name, text)
        const edited = Object.entries(
          (JSON.parse(text) as { checks: Record<string, Record<string, unknown>> }).checks,
        ).find(([, limit]) => typeof limit['max'] === 'number')
        // A school that takes no file may set no number at all.
        if (!edited) continue
        const [check, own] = edited
        await unfoldCheck(page, check)
        for (const [path, other] of [
          [`checks.${check}.max`, '99.5'],
          [`checks.${check}.clause`, ''],
          ['name.en', 'Other'],
          ['source.url', 'https://a.cn'],
          ['density', '72'],
          ['fileName', '{name}'],
        ] as const) {
          const before = await locateField(page, path).inputValue()
          await locateField(page, path).fill(other)
          await locateField(page, path).fill(before)
        }
        // The own limit is set aside, and comes back as it was.
        for (const mode of ['rule', 'off', 'own'])
          await page.locator(`[data-check="${check}"] input[value="${mode}"]`).check()
        expect(await locateField(page, `checks.${check}.max`).inputValue()).toBe(String(own['max']))
        expect(await saveFile(page), `${name} edited back`).toEqual({ name, text })
      }
    },
  )

  it(
    'what is no profile is not opened, what it does not know can be taken out, and nothing unsaved goes ' +
      'without a question',
    async () => {
      await openJson(page, 'notes.json', 'no json')
      expect(await page.getByRole('alert').textContent()).toContain('no JSON')
      const text = readProfileText('guet-2025.json')
      await openJson(page, 'strange.json', text.replace('"density"', '"nose": 1,\n  "density"'))
      await page.locator('[data-problem="nose"] .chip').click()
      expect((await saveFile(page)).text).toBe(text)

      const questions: string[] = []
      const answers: Promise<void>[] = []
      page.on('dialog', dialog => {
        questions.push(dialog.type())
        answers.push(dialog.dismiss())
      })
      await locateField(page, 'version').fill('9')
      await page.locator('[data-action="start-from"]').selectOption('moe-2017-99')
      expect(await locateField(page, 'version').inputValue()).toBe('9')
      await page.close({ runBeforeUnload: true })
      await expect.poll(() => questions).toEqual(['confirm', 'beforeunload'])
      await Promise.all(answers)
      // The page has to be heard before its context is closed: Chromium crashes as a whole where that comes upon a page
      // about to close.
      expect(await locateField(page, 'version').inputValue()).toBe('9')
    },
  )
})

it(
  'an edit changes the verdict on the drawn portrait, and its being taken back takes that back; only ' +
    'its own origin is asked',
  async () => {
    const page = await openEditor()
    const asked: string[] = [],
      complaints: string[] = []
    page.on('request', request => asked.push(`${request.method()} ${request.url()}`))
    page.on('console', message => {
      if (/Content Security Policy/.test(message.text())) complaints.push(message.text())
    })
    const judged = (changes: string): Promise<void> =>
      page.locator(`[data-judging="false"] .changes[data-changes="${changes}"]`).waitFor()
    await judged('0')

    await unfoldCheck(page, 'background.colour')
    await locateField(page, 'checks.background.colour.references.0').fill('#FFFFFF')
    await judged('1')
    expect(await page.locator('[data-changed="background.colour"] .word').allTextContents()).toEqual(['OK', 'Not OK'])
    await locateField(page, 'checks.background.colour.references.0').fill('#64C5FF')
    await judged('0')

    // A check that is left out is told as gone; another portrait is judged by the same numbers.
    await unfoldCheck(page, 'ears.left')
    await page.locator('[data-check="ears.left"] input[value="off"]').check()
    await judged('1')
    await page.locator('.sample-choice select').selectOption('ears')
    await page.locator('[data-judging="false"] [data-changed="ears.left"]', { hasText: 'Not OK' }).waitFor()
    // What is too wide for the portrait leaves no crop.
    await unfoldCheck(page, 'file.width')
    await locateField(page, 'checks.file.width.min').fill('1275')
    await page.getByText('no compliant crop fits').waitFor()

    const { origin } = new URL(inject('site'))
    expect(asked.filter(one => !one.startsWith(`GET ${origin}/`) && !/^GET (blob|data):/.test(one))).toEqual([])
    expect(complaints).toEqual([])
    await page.context().close()
  },
)

describe.each([
  ['zh-CN', 'light', 360],
  ['en', 'dark', 1280],
] as const)('%s, %s, %i px', (locale, colorScheme, width) => {
  let page: Page
  beforeAll(async () => {
    page = await openEditor({ locale, colorScheme, viewport: { width, height: 780 } })
  })
  afterAll(() => page?.context().close())

  it('axe-core finds nothing, with every check unfolded and with problems; nothing scrolls sideways', async () => {
    await page.locator('[data-judged="true"]').waitFor()
    expect(await findViolations(page), 'as it opens').toEqual([])
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true
    })
    await unfoldCheck(page, 'ears.left')
    await page.locator('[data-check="ears.left"] input[value="own"]').check()
    await page.locator('#filter').fill('')
    await locateField(page, 'checks.ears.left.min').fill('x')
    await locateField(page, 'name.en').fill('')
    expect(await findViolations(page), 'unfolded').toEqual([])
    for (const narrow of [width, 320]) {
      await page.setViewportSize({ width: narrow, height: 780 })
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
        `${narrow} px`,
      ).toBe(0)
    }
  })

  it(
    'an invalid field is told at its place and keeps the file from being saved; a draft keeps it for ' + 'later',
    async () => {
      // A file that is opened takes the place of what was unsaved.
      page.once('dialog', dialog => {
        void dialog.accept()
      })
      await openJson(page, 'hanjiang-2025.json', readProfileText('hanjiang-2025.json'))
      await page.setViewportSize({ width: 360, height: 780 })
      await unfoldCheck(page, 'file.width')
      await locateField(page, 'checks.file.width.min').fill('12a')
      await locateField(page, 'id').fill('Not An Id')
      expect(await page.locator('[data-action="save-profile"]').count()).toBe(0)
      expect(await page.locator('[data-action="first-problem"]').textContent()).toContain('2')
      expect(
        await page.locator('[data-problem]').evaluateAll(rows => rows.map(row => row.getAttribute('data-problem'))),
      ).toEqual(['id', 'checks.file.width.min'])
      expect(await page.locator('[id="field-checks.file.width.min-problem"]').textContent()).toMatch(
        locale === 'en' ? /must be a number/i : /要填数字/,
      )
      await page.locator('[data-action="first-problem"]').click()
      await page.waitForFunction(() => document.activeElement?.id === 'field-id')
      // Filtered out, it is found all the same; and once it was shown, typing keeps the focus.
      await page.locator('#filter').fill('ears')
      await page.locator('[data-problem="checks.file.width.min"] button').click()
      await page.waitForFunction(() => document.activeElement?.id === 'field-checks.file.width.min')
      await page.locator('#filter').pressSequentially('file.w')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('filter')

      const draft = await saveFile(page, 'draft')
      expect(draft.name).toMatch(/\.draft\.json$/)
      await openJson(page, draft.name, draft.text)
      await page.locator('[data-problem="checks.file.width.min"] button').click()
      await page.waitForFunction(() => document.activeElement?.id === 'field-checks.file.width.min')
      expect(await locateField(page, 'checks.file.width.min').inputValue()).toBe('12a')
      await locateField(page, 'checks.file.width.min').fill('480')
      await locateField(page, 'id').fill('hanjiang-2025')
      expect(await saveFile(page)).toEqual({ name: 'hanjiang-2025.json', text: readProfileText('hanjiang-2025.json') })
    },
  )
})
