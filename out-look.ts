import { launchBrowser } from './scripts/browser'
import { serveDemo } from './scripts/demo-host'
const demo = await serveDemo()
const browser = await launchBrowser()
for (const [width, locale, scheme] of [[360, 'zh-CN', 'light'], [1280, 'en', 'light'], [360, 'en', 'dark'], [1280, 'zh-CN', 'dark']] as const) {
  const context = await browser.newContext({ viewport: { width, height: width === 360 ? 780 : 900 }, locale, colorScheme: scheme, acceptDownloads: true })
  const page = await context.newPage()
  page.on('console', m => { if (m.type() !== 'log') console.log(width, m.type(), m.text()) })
  page.on('pageerror', e => console.log('pageerror', e.message))
  await page.goto(demo.host.url + '/')
  if (locale === 'en') await page.locator('select[name=lang]').selectOption('en')
  const frame = page.frameLocator('zhaojian-check iframe')
  await frame.locator('[data-phase="ready"]').waitFor({ timeout: 60000 })
  await page.waitForTimeout(500)
  const name = `${width}-${locale}-${scheme}`
  await page.screenshot({ path: `/tmp/shots-embed/start-${name}.png`, fullPage: true })
  if (process.argv[2] === 'start') { await context.close(); continue }
  await frame.locator('[data-action="sample"]').click()
  await frame.locator('[data-phase="done"]').waitFor({ timeout: 60000 })
  await frame.locator('.verdict .progress').waitFor({ state: 'detached', timeout: 60000 })
  await frame.locator('[data-action="save"]').click()
  await frame.locator('[data-made]').waitFor({ timeout: 60000 })
  await frame.locator('[data-action="done"]').click()
  await page.waitForTimeout(500)
  await page.screenshot({ path: `/tmp/shots-embed/result-${name}.png`, fullPage: true })
  console.log(await page.locator('.log').innerText())
  console.log('sideways', await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), await frame.locator('html').evaluate(e => [e.scrollWidth - e.clientWidth, e.scrollHeight, innerHeight]))
  await context.close()
}
await browser.close(); await demo.close()
