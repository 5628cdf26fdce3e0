import { drawFilm } from '../../tools/pictures/film'
import { launchBrowser } from '../../tools/browser/browser'
import { buildCameraSwitches } from '../../tools/browser/fake-camera'
import { readBrowserMemory } from './process-memory'
import { serve } from '../../tools/serve/serve'

/**
 * `npm run bench:memory [-- MINUTES]`: memory of the page with its workers and of the GPU process while the camera is
 * live, every half minute, and its growth after the first minute. Linux only (private memory from /proc, because shared
 * pages depend on other processes). Needs a build.
 */
const minutes = Number(process.argv[2] ?? 10)
const served = await serve({ '/check/': 'dist' })
const browser = await launchBrowser(
  buildCameraSwitches(
    await drawFilm(
      [{}, { framing: { centre: 3 } }, { mouthGap: 0.2 }, { hair: 'long' as const, earsCovered: { left: 1 } }].map(
        (options, i) => ({ name: String(i), options: { ...options, noise: 2 }, seconds: 1.5 }),
      ),
    ),
  ),
)
const page = await browser.newPage()
let unclosedFrameCount = 0
page.on('console', message => {
  if (/garbage collected without being closed/i.test(message.text())) unclosedFrameCount++
})
await page.goto(`${served.url}/check/?lang=en`)
await page.locator('[data-phase="ready"]').waitFor({ timeout: 120_000 })
await page.locator('[data-action="camera"]').click()
// Switch off automatic capture, which a moment without faults would trigger.
await page.locator('.chip', { hasText: 'Automatic' }).click()
await page.locator('.steps-live').waitFor({ timeout: 120_000 })

const rows: { minute: number; page: number; gpu: number }[] = []
for (let half = 0; half <= 2 * minutes; half++) {
  if (half) await page.waitForTimeout(30_000)
  rows.push({ minute: half / 2, page: readBrowserMemory('renderer'), gpu: readBrowserMemory('gpu-process') })
}
const lastInstruction = await page.locator('.camera[data-instruction]').getAttribute('data-instruction')
await browser.close()
await served.close()

const formatMegabytes = (bytes: number): string => (bytes / 1e6).toFixed(0)
console.table(
  rows.map(({ minute, page, gpu }) => ({
    minute,
    'page and workers MB': formatMegabytes(page),
    'GPU process MB': formatMegabytes(gpu),
    'together MB': formatMegabytes(page + gpu),
  })),
)
const sumMemory = ({ page, gpu }: (typeof rows)[number]): number => page + gpu
// Garbage collection makes memory a sawtooth: the minimum of a stretch shows what is really retained.
const getMinimum = (from: number, to: number): number =>
  Math.min(...rows.filter(({ minute }) => minute >= from && minute <= to).map(sumMemory))
const [early, late] = [getMinimum(1, 3), getMinimum(minutes - 2, minutes)]
console.log(
  `least of minutes 1-3: ${formatMegabytes(early)} MB, of the last two: ${formatMegabytes(late)} MB, growth ` +
    `${(100 * (late / early - 1)).toFixed(1)} %`,
)
const [firstRow, lastRow] = [rows.find(({ minute }) => minute === 1) ?? rows[0]!, rows.at(-1)!]
const growth = sumMemory(lastRow) / sumMemory(firstRow) - 1
console.log(`last minute against minute 1: ${(100 * growth).toFixed(1)} %`)
console.log(
  `frames that were collected without being closed: ${unclosedFrameCount}; the coach still says: ${lastInstruction}`,
)
