import { launchBrowser } from './scripts/browser'
import { fakeCamera } from './scripts/fake-camera'
import { film, UPRIGHT } from './tests/support/film'
import { serveDemo } from './scripts/demo-host'
const demo = await serveDemo()
const browser = await launchBrowser(fakeCamera(await film([{ name: 'ear', options: { hair: 'long', earsCovered: { left: 1, right: 0 } }, seconds: 5 }], { view: UPRIGHT, isMarked: false })))
for (const [width, locale, scheme] of [[360, 'zh-CN', 'light'], [1280, 'en', 'dark']] as const) {
  const context = await browser.newContext({ viewport: { width, height: width === 360 ? 780 : 900 }, locale, colorScheme: scheme })
  const page = await context.newPage()
  page.on('pageerror', e => console.log('pageerror', e.message))
  const name = `${width}-${locale}-${scheme}`
  await page.goto(demo.host.url + '/')
  await page.locator('select[name=lang]').selectOption(locale)
  await page.locator('select[name=mode]').selectOption('camera')
  const frame = page.frameLocator('zhaojian-check iframe')
  await frame.locator('[data-phase="ready"]').waitFor({ timeout: 60000 })
  await page.waitForTimeout(500)
  await page.screenshot({ path: `/tmp/shots-embed/cam-start-${name}.png`, fullPage: true })
  await frame.locator('[data-action="camera"]').click()
  await frame.locator('.camera[data-instruction^="ears"]').waitFor({ timeout: 60000 }).catch(() => {})
  await page.waitForTimeout(500)
  await page.screenshot({ path: `/tmp/shots-embed/cam-${name}.png`, fullPage: true })
  await page.evaluate(() => { const c = document.querySelector('zhaojian-check') as HTMLElement & {profile: object}; c.profile = { id: 'x' } })
  await frame.locator('[data-problem]').waitFor()
  await frame.locator('details summary').click()
  await page.waitForTimeout(300)
  await page.screenshot({ path: `/tmp/shots-embed/refused-${name}.png`, fullPage: true })
  await page.evaluate(() => { const c = document.querySelector('zhaojian-check') as HTMLElement & {profile: string}; c.profile = 'https://example.org/x.json' })
  await page.waitForTimeout(500)
  await page.screenshot({ path: `/tmp/shots-embed/fault-${name}.png`, fullPage: true })
  await page.goto(demo.check + '?embed&lang=' + locale + '&theme=' + scheme)
  await page.locator('[data-phase="ready"]').waitFor({ timeout: 60000 })
  await page.screenshot({ path: `/tmp/shots-embed/plain-${name}.png`, fullPage: true })
  await page.goto(demo.check + '?profile=nope&lang=' + locale)
  await page.waitForTimeout(500)
  await page.screenshot({ path: `/tmp/shots-embed/unknown-${name}.png`, fullPage: true })
  await context.close()
}
await browser.close(); await demo.close()
