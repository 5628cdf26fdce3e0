import { readFileSync } from 'node:fs'
import { launchBrowser, createPage } from '../../tools/browser/browser'
import { serve } from '../../tools/serve/serve'

/**
 * `npm run bench:rows [-- ROWS]`: the batch's table with 5,000 rows: time of each sort and filter until painted, and
 * the page's long tasks while it is scrolled from top to bottom. The photos are not checked (that would take a quarter
 * of an hour): a fake worker answers with a made-up report for each row, so that only the table is measured. Needs a
 * build.
 */
const count = Number(process.argv[2] ?? 5000)
/** px per frame. */
const SCROLL_STEP_PX = 400

const served = await serve({ '/check/': 'dist' })
const browser = await launchBrowser()
const page = await createPage(browser)
const library = `${served.url}/check/lib/zhaojian.js`
const standInSource = readFileSync('scripts/bench/rows/stand-in.js', 'utf8')
await page.goto(`${served.url}/check/profile.schema.json`)
const limits = await page.evaluate(async library => {
  const { getProfile } = (await import(/* @vite-ignore */ library)) as typeof import('../../src/zhaojian')
  return getProfile('hanjiang-2025').checks
}, library)
await page.route('**/workers/pool-worker.js', route =>
  route.fulfill({ contentType: 'text/javascript', body: `const LIMITS = ${JSON.stringify(limits)}\n${standInSource}` }),
)
await page.addInitScript(() => {
  const long: number[] = []
  Object.assign(window, { long })
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) long.push(Math.round(duration))
  }).observe({ type: 'longtask' })
})
await page.goto(`${served.url}/check/?batch&lang=en`)
await page.locator('.batch-empty').waitFor()
await page.evaluate(count => {
  const data = new DataTransfer()
  for (let i = 0; i < count; i++)
    data.items.add(new File(['-'], `${(i * 7919) % count}-学生${i % 97}.jpg`, { type: 'image/jpeg' }))
  const input = document.querySelector<HTMLInputElement>('[data-action="add-files"] input')!
  input.files = data.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
}, count)
await page.locator('[data-run="idle"]').waitFor({ timeout: 300_000 })
await page.waitForTimeout(1500)
const arrivalTasks = await page.evaluate(() => (window as unknown as { long: number[] }).long.splice(0))

const FILTERS = ['[data-kind="fail"]', '[data-kind="pass"]', '[data-kind="all"]']
const STEPS: readonly (readonly [string, () => Promise<number>])[] = [
  ...[
    ['by name', 'name'],
    ['by name, the other way', 'name'],
    ['by verdict', 'verdict'],
    ['by verdict, the other way', 'verdict'],
    ['by value', 'value'],
    ['as added', 'added'],
  ].map(([what, sort]) => [`sort ${what}`, () => timeClick(`[data-sort="${sort}"]`)] as const),
  ...FILTERS.map(kind => [`filter ${kind.slice(12, -2)}`, () => timeClick(kind)] as const),
  ['find text', () => timeTyping('9')],
  ['find no text', () => timeTyping('')],
]
const times = new Map<string, number[]>(STEPS.map(([what]) => [what, []]))
for (let round = 0; round < 5; round++)
  for (const [what, measureStep] of STEPS) {
    times.get(what)!.push(await measureStep())
    // Pause as a person would; thumbnails load a little later.
    await page.waitForTimeout(500)
  }
console.table(
  [...times].map(([what, durations]) => {
    const sorted = durations.toSorted((a, b) => a - b)
    return { what, 'until painted, median ms': sorted[2]!.toFixed(0), 'worst of 5': sorted[4]!.toFixed(0) }
  }),
)
await page.evaluate(() => {
  ;(window as unknown as { long: number[] }).long.length = 0
})

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
}, SCROLL_STEP_PX)
const scrollTasks = await page.evaluate(() => (window as unknown as { long: number[] }).long)
console.log(`${count} rows arriving: tasks over 50 ms: ${formatLongTasks(arrivalTasks)}`)
console.log(`scrolled top to bottom in ${frames} frames: tasks over 50 ms: ${formatLongTasks(scrollTasks)}`)
await browser.close()
await served.close()

function formatLongTasks(durations: readonly number[]): string {
  return durations.length ? `${durations.length}, longest ${Math.max(...durations)} ms` : 'none'
}

/** Milliseconds from the click to the frame after the one that shows the result. */
function timeClick(selector: string): Promise<number> {
  return page.evaluate(async selector => {
    const start = performance.now()
    document.querySelector<HTMLElement>(selector)!.click()
    await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
    return performance.now() - start
  }, selector)
}

function timeTyping(text: string): Promise<number> {
  return page.evaluate(async text => {
    const input = document.querySelector<HTMLInputElement>('.batch-filters input')!
    const start = performance.now()
    input.value = text
    input.dispatchEvent(new Event('input', { bubbles: true }))
    await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
    return performance.now() - start
  }, text)
}
