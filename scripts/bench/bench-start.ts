import type { Page } from 'playwright-core'
import { drawJpeg } from '../../tools/pictures/drawn-jpeg'
import { launchBrowser } from '../../tools/browser/browser'
import { serve } from '../../tools/serve/serve'
import { MOMENTS, watchMoments, type Moments } from './start/moments'
import { startSlowLine, type Line } from './start/slow-line'

/**
 * `npm run bench:start [-- slow|fast]`: a first visit, and a photo chosen as soon as the page takes one: how long until
 * the first words, until school and button work, until the verdicts of the file, of the face, and of all. The site is
 * served compressed; the line's rate and delay hold for all connections, the slower CPU for the page's own thread
 * (Chromium slows no worker). Exit status 1 if a limit is exceeded.
 */
interface Setting {
  readonly line: Line
  readonly cpuSlowdown: number
  /** Milliseconds. */
  readonly limits: Partial<Moments>
}

const SETTINGS: Readonly<Record<string, Setting>> = {
  slow: {
    line: { bitsPerSecond: 1.6e6, roundTripMs: 150 },
    cpuSlowdown: 4,
    limits: { firstPaint: 1500, usable: 2000, fileVerdict: 3000, faceVerdict: 36_000 },
  },
  fast: {
    line: { bitsPerSecond: 20e6, roundTripMs: 20 },
    cpuSlowdown: 1,
    limits: { firstPaint: 600, usable: 800, fileVerdict: 1000, faceVerdict: 6000 },
  },
}

/** Milliseconds for the whole visit. */
const TIMEOUT_MS = 240_000

const names = process.argv.slice(2).filter(name => name in SETTINGS)
const photo = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await drawJpeg({ width: 1500, height: 2000 }) }
const served = await serve({ '/': 'dist' }, { brotli: true })
// Compress everything once before it counts.
await visit(SETTINGS['fast']!, served.url)
const rows: Record<string, Record<string, string | number>> = {}
let isExceeded = false
for (const name of names.length ? names : Object.keys(SETTINGS)) {
  const setting = SETTINGS[name]!
  const line = await startSlowLine(served.url, setting.line)
  const { moments, kilobytes } = await visit(setting, line.url)
  line.close()
  for (const moment of MOMENTS) {
    const limit = setting.limits[moment]
    const kept = limit === undefined ? '' : moments[moment] <= limit ? 'yes' : 'NO'
    isExceeded ||= kept === 'NO'
    const row = { ms: Math.round(moments[moment]), limit: limit ?? '', kept, 'kB so far': kilobytes[moment] }
    rows[`${name}: ${moment}`] = row
  }
}
console.table(rows)
await served.close()
process.exitCode = isExceeded ? 1 : 0

interface Visit {
  readonly moments: Moments
  /** Body bytes asked for until then, compressed, in kB. */
  readonly kilobytes: Moments
}

async function visit({ cpuSlowdown }: Setting, url: string): Promise<Visit> {
  const firstRequest = served.requests.length
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 360, height: 740 } })
    await context.addInitScript(watchMoments)
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown })
    await page.goto(url, { waitUntil: 'commit' })
    await waitFor(page, 'usable')
    await page.locator('input[type=file]').first().setInputFiles(photo)
    await waitFor(page, 'allVerdicts')
    const { origin, moments } = await page.evaluate(() => ({
      origin: performance.timeOrigin,
      moments: (window as unknown as { moments: Moments }).moments,
    }))
    const requests = served.requests.slice(firstRequest)
    const sumUntil = (ms: number): number =>
      Math.round(requests.filter(({ at }) => at <= origin + ms).reduce((sum, { bytes }) => sum + bytes, 0) / 1000)
    const kilobytes = Object.fromEntries(MOMENTS.map(name => [name, sumUntil(moments[name])])) as unknown as Moments
    return { moments, kilobytes }
  } finally {
    await browser.close()
  }
}

async function waitFor(page: Page, moment: keyof Moments): Promise<void> {
  await page.waitForFunction(
    name => (window as unknown as { moments: Partial<Moments> }).moments[name] !== undefined,
    moment,
    { timeout: TIMEOUT_MS },
  )
}
