import { readFileSync } from 'node:fs'
import { launchBrowser, newPage } from './browser'
import { serve } from './serve'

/**
 * `npm run bench:rows [-- ROWS]`: the batch's table with 5,000 rows: each sort and filter until it is painted, and the page's long tasks while it
 * is scrolled from top to bottom. The photos are not looked at (that would take a quarter of an hour): a stand-in for the worker answers
 * with made-up reports, one for each row, so that the table alone is measured. Needs a build.
 */
const count = Number(process.argv[2] ?? 5000)
/** px a frame. */
const SCROLL = 400

const served = await serve({ '/check/': 'dist' })
const browser = await launchBrowser()
const page = await newPage(browser)
const library = `${served.url}/check/lib/zhaojian.js`
const standIn = readFileSync('scripts/bench-rows/stand-in.js', 'utf8')
await page.goto(`${served.url}/check/profile.schema.json`)
const limits = await page.evaluate(async library => {
  const { getProfile } = await import(/* @vite-ignore */ library) as typeof import('../src/zhaojian')
  return getProfile('hanjiang-2025').checks
}, library)
await page.route('**/workers/lane.js', route => route.fulfill({ contentType: 'text/javascript', body: `const LIMITS = ${JSON.stringify(limits)}\n${standIn}` }))
await page.addInitScript(() => {
  const long: number[] = []
  Object.assign(window, { long })
  new PerformanceObserver(list => { for (const { duration } of list.getEntries()) long.push(Math.round(duration)) }).observe({ type: 'longtask' })
})
await page.goto(`${served.url}/check/?batch&lang=en`)
await page.locator('.batch-empty').waitFor()
await page.evaluate(count => {
  const data = new DataTransfer()
  for (let i = 0; i < count; i++) data.items.add(new File(['-'], `${(i * 7919) % count}-学生${i % 97}.jpg`, { type: 'image/jpeg' }))
  const input = document.querySelector<HTMLInputElement>('[data-action="add-files"] input')!
  input.files = data.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
}, count)
await page.locator('[data-run="idle"]').waitFor({ timeout: 300_000 })
await page.waitForTimeout(1500)
const arriving = await page.evaluate(() => (window as unknown as { long: number[] }).long.splice(0))

const rows: { what: string; 'until painted, ms': string }[] = []
for (const [what, selector] of [
  ['sort by name', '[data-sort="name"]'], ['again', '[data-sort="name"]'], ['sort by verdict', '[data-sort="verdict"]'], ['again', '[data-sort="verdict"]'], ['sort by value', '[data-sort="value"]'], ['as added', '[data-sort="added"]'],
  ['those that fail', '[data-kind="fail"]'], ['those that pass', '[data-kind="pass"]'], ['all', '[data-kind="all"]'],
] as const) {
  rows.push({ what, 'until painted, ms': (await painted(selector)).toFixed(0) })
}
rows.push({ what: 'text, one character', 'until painted, ms': (await typed('9')).toFixed(0) })
await typed('')
console.table(rows)
await page.evaluate(() => { (window as unknown as { long: number[] }).long.length = 0 })

const frames = await page.evaluate(async step => {
  const scroller = document.querySelector('.batch-scroller')!
  scroller.scrollTop = 0
  let frames = 0
  for (const end = scroller.scrollHeight - scroller.clientHeight; scroller.scrollTop < end - 1; frames++) {
    scroller.scrollTop += step
    await new Promise(requestAnimationFrame)
  }
  await new Promise(resolve => setTimeout(resolve, 500))
  return frames
}, SCROLL)
const scrolling = await page.evaluate(() => (window as unknown as { long: number[] }).long)
console.log(`${count} rows arriving: tasks over 50 ms: ${tell(arriving)}`)
console.log(`scrolled top to bottom in ${frames} frames: tasks over 50 ms: ${tell(scrolling)}`)
await browser.close()
await served.close()

function tell(durations: readonly number[]): string { return durations.length ? `${durations.length}, longest ${Math.max(...durations)} ms` : 'none' }

/** From the press to the frame after the one that shows it. */
function painted(selector: string): Promise<number> {
  return page.evaluate(async selector => {
    const start = performance.now()
    document.querySelector<HTMLElement>(selector)!.click()
    await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
    return performance.now() - start
  }, selector)
}

function typed(text: string): Promise<number> {
  return page.evaluate(async text => {
    const input = document.querySelector<HTMLInputElement>('.batch-filters input')!
    const start = performance.now()
    input.value = text
    input.dispatchEvent(new Event('input', { bubbles: true }))
    await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
    return performance.now() - start
  }, text)
}
