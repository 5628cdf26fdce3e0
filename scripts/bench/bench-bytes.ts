import { drawJpeg } from '../../tools/pictures/drawn-jpeg'
import { launchBrowser } from '../../tools/browser/browser'
import { buildCameraSwitches, buildStillFilm } from '../../tools/browser/fake-camera'
import { MODEL_FILE } from '../../tools/serve/model-files'
import { serve, type ServedRequest } from '../../tools/serve/serve'

/**
 * `npm run bench:bytes`: body bytes transferred (brotli, as from a host with precompressed files) on a first visit with
 * an empty profile and on a second one. Exit status 1 if a limit is exceeded.
 */
const CAMERA_BUTTON = '[data-action="camera"]'
/** Exists once a live verdict is shown: that of the light step, which needs face and pixels. */
const LIVE_VERDICT = '.steps-live li:nth-child(2):not(.step-waiting)'
const CLOSE_CAMERA = '[data-action="close-camera"]'
const OFFLINE_NOTICE = '[data-notice="ready"]'
/** Milliseconds without a request after which the page counts as idle. */
const IDLE_MS = 2000

const served = await serve({ '/check/': 'dist' }, { brotli: true })
const browser = await launchBrowser(buildCameraSwitches(buildStillFilm(await drawJpeg({ width: 720, height: 960 }))))
const context = await browser.newContext({ locale: 'zh-CN', permissions: ['camera'] })
// Record the time in the page: when this process hears of it, the next model is already loading.
await context.addInitScript(`
  window.moments = {}
  new MutationObserver(() => {
    if (document.querySelector('#app:not([data-prerendered]) button:not(:disabled)')) moments.usable ??= Date.now()
    if (document.querySelector('${LIVE_VERDICT}')) moments.verdict ??= Date.now()
  }).observe(document, { childList: true, subtree: true, attributes: true })
`)

const page = await context.newPage()
const startedAt = Date.now()
await page.goto(`${served.url}/check/`)
await page.locator(CAMERA_BUTTON).first().click()
await page.locator(LIVE_VERDICT).waitFor({ timeout: 120_000 })
await page.waitForFunction('moments.verdict')
const moments = await page.evaluate(
  () => (window as unknown as { moments: { usable: number; verdict: number } }).moments,
)
// Parts model and service worker load while the camera is open; the offline notice appears once it is closed.
await waitUntilIdle()
await page.locator(CLOSE_CAMERA).first().click()
await page.locator(OFFLINE_NOTICE).waitFor({ timeout: 120_000 })
const firstVisitCount = served.requests.length
await page.close()

const secondPage = await context.newPage()
await secondPage.goto(`${served.url}/check/`)
await secondPage.locator(CAMERA_BUTTON).first().click()
await secondPage.locator(LIVE_VERDICT).waitFor({ timeout: 120_000 })
await waitUntilIdle()
await browser.close()
await served.close()

const first = served.requests.slice(0, firstVisitCount)
const second = served.requests.slice(firstVisitCount)
const isModel = ({ path }: ServedRequest): boolean => MODEL_FILE.test(path)
const shell = first.filter(requests => requests.at <= moments.usable && !isModel(requests))
const rows = [
  toRow('shell, before anything is usable', shell, 110_000),
  toRow(
    'to the first live verdict',
    first.filter(({ at }) => at <= moments.verdict),
    6_000_000,
  ),
  toRow('all of it, with parts model and service worker', first),
  toRow('second visit, to the parts’ live verdicts', second, 0),
]
console.log(
  `First visit: usable after ${moments.usable - startedAt} ms, live verdict after ` +
    `${moments.verdict - startedAt} ms on this machine's own line.`,
)
console.table(Object.fromEntries(rows.map(({ name, ...rest }) => [name, rest])))
console.log('What crossed the wire on the first visit:')
console.table([...sumByPath(first)].sort(([, a], [, b]) => b.bytes - a.bytes).map(([path, sum]) => ({ path, ...sum })))
if (second.length) console.table([...sumByPath(second)].map(([path, sum]) => ({ path, ...sum })))
process.exitCode = rows.some(({ kept }) => kept === 'NO') ? 1 : 0

function toRow(
  name: string,
  requests: readonly ServedRequest[],
  bar?: number,
): { name: string; bytes: number; requests: number; bar: number | string; kept: string } {
  const bytes = requests.reduce((sum, request) => sum + request.bytes, 0)
  return {
    name,
    bytes,
    requests: requests.length,
    bar: bar ?? '',
    kept: bar === undefined ? '' : bytes <= bar ? 'yes' : 'NO',
  }
}

function sumByPath(requests: readonly ServedRequest[]): Map<string, { bytes: number; statuses: string }> {
  const sums = new Map<string, { bytes: number; statuses: string }>()
  for (const { path, bytes, status } of requests) {
    const sum = sums.get(path)
    sums.set(path, { bytes: (sum?.bytes ?? 0) + bytes, statuses: [sum?.statuses, status].filter(Boolean).join(' ') })
  }
  return sums
}

/** Waits until there were no requests for IDLE_MS. */
async function waitUntilIdle(): Promise<void> {
  for (let seenCount = -1; seenCount !== served.requests.length;) {
    seenCount = served.requests.length
    await new Promise(resolve => setTimeout(resolve, IDLE_MS))
  }
}
