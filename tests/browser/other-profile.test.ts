import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { drawnJpeg } from '../support/drawn-jpeg'

/** One set of workers under several profiles. */
let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
  await page.goto(new URL('../host/', inject('site')).href)
})
afterAll(() => browser?.close())

it('a checker takes another profile on the same workers, beside its own; a bad one is refused; closing one closes both', async () => {
  const told = await page.evaluate(async ({ site, base64 }) => {
    const zhaojian = await window.importModule(`${site}lib/zhaojian.js`) as typeof window.zhaojian
    const photo = new File([Uint8Array.from(atob(base64), c => c.charCodeAt(0))], 'a.jpg')
    const before = performance.getEntriesByType('resource').length
    const checker = await zhaojian.createChecker({ profile: 'hanjiang-2025' })
    const own = await checker.check(photo)
    const loaded = performance.getEntriesByType('resource').length
    const strict = structuredClone(zhaojian.getProfile('hanjiang-2025')) as unknown as { checks: Record<string, object> }
    strict.checks['background.colour'] = { ...strict.checks['background.colour'], references: ['#FFFFFF'] }
    const other = checker.withProfile(strict as never)
    const [strictly, again] = await Promise.all([other.check(photo), checker.check(photo)])
    let refused = ''
    try { checker.withProfile({ ...strict, density: 0 } as never) } catch (error) { refused = (error as Error).message }
    const more = performance.getEntriesByType('resource').length - loaded
    other.close()
    const closed = await checker.check(photo).then(() => 'checked', (error: { code: string }) => error.code)
    return { own: own.checks, again: again.checks, strictly: strictly.checks, refused, closed, more, loaded: loaded - before }
  }, { site: inject('site'), base64: (await drawnJpeg()).toString('base64') })
  expect(told.again).toEqual(told.own)
  const differing = told.strictly.filter((check, at) => check.verdict !== told.own[at]!.verdict)
  expect(differing.map(({ id, verdict }) => [id, verdict])).toEqual([['background.colour', 'fail']])
  expect(told.refused).toContain('density')
  expect(told.closed).toBe('closed')
  expect(told.loaded).toBeGreaterThan(0)
  expect(told.more).toBe(0)
})

it('a profile’s file is resolved, or its first bad field is told', async () => {
  const told = await page.evaluate(async site => {
    const { validateProfile, getProfile, getProfileFile } = await window.importModule(`${site}lib/zhaojian.js`) as typeof window.zhaojian
    const file = getProfileFile('guet-2025')
    return [validateProfile(file), { profile: getProfile('guet-2025') }, validateProfile({ ...file, density: 0 }), validateProfile('guet-2025'), validateProfile({ ...file, checks: { 'nose.length': {} } })]
  }, inject('site'))
  expect(told[0]).toEqual(told[1])
  expect(told.slice(2)).toMatchObject([{ path: 'density' }, { path: '(whole)' }, { path: 'checks.nose.length', problem: 'there is no such check' }])
})
