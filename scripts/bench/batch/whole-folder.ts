import type { Page } from 'playwright-core'
import { readBrowserMemory } from '../process-memory'

/** Milliseconds between two samples. */
const SAMPLE_INTERVAL_MS = 2000

interface MemorySample {
  readonly done: number
  readonly seconds: number
  readonly bytes: number
}

/** Checks all files on the batch screen: measures the browser's memory, main-thread long tasks, and speed. */
export async function runWholeFolder(page: Page, site: string, paths: readonly string[]): Promise<void> {
  await openBatch(page, site)
  const samples: MemorySample[] = []
  const start = Date.now()
  await addFiles(page, paths)
  for (let done = 0; done < paths.length;) {
    await page.waitForTimeout(SAMPLE_INTERVAL_MS)
    done = await countDone(page)
    if (done && !samples.some(sample => sample.done)) await page.evaluate(() => performance.mark('first'))
    samples.push({ done, seconds: (Date.now() - start) / 1000, bytes: readBrowserMemory() })
  }
  // Garbage collection makes memory a sawtooth: the median of a stretch gives its level, the maximum its peak.
  const stretch = (from: number, to: number): number[] =>
    samples
      .filter(({ done }) => done >= from && done <= to)
      .map(({ bytes }) => bytes)
      .sort((a, b) => a - b)
  const tenth = paths.length / 10
  console.table(
    Array.from({ length: 10 }, (_, i) => stretch(i * tenth, (i + 1) * tenth)).map((bytes, i) => ({
      files: `${i * tenth}-${(i + 1) * tenth}`,
      'least MB': formatMegabytes(bytes[0]),
      'median MB': formatMegabytes(getMedian(bytes)),
      'most MB': formatMegabytes(bytes.at(-1)),
    })),
  )
  const [early, late] = [stretch(tenth, 2 * tenth), stretch(9 * tenth, paths.length)]
  console.log(
    `whole browser, files ${tenth}-${2 * tenth} against the last ${tenth}: median ` +
      `${formatGrowth(getMedian(early), getMedian(late))}, least ${formatGrowth(early[0]!, late[0]!)}; most ever ` +
      `${formatMegabytes(Math.max(...samples.map(({ bytes }) => bytes)))} MB`,
  )
  const { seconds } = samples.at(-1)!
  console.log(
    `${paths.length} files in ${seconds.toFixed(0)} s, ${((60 * paths.length) / seconds).toFixed(0)} a ` +
      `minute; failed: ${await countFailed(page)}`,
  )
  await printLongTasks(page)
}

/** Cancels a run, resumes it, then kills one of its workers. */
export async function runInterruptions(page: Page, site: string, paths: readonly string[]): Promise<void> {
  await openBatch(page, site)
  await addFiles(page, paths)
  await waitUntilDone(page, 20)
  const cancelledAt = Date.now()
  await page.locator('[data-action="cancel"]').click()
  await page.locator('[data-run="stopped"]').waitFor()
  const stoppedAfter = Date.now() - cancelledAt
  while (getPoolWorkers(page).length) await page.waitForTimeout(20)
  console.log(
    `cancel: said after ${stoppedAfter} ms, workers gone after ${Date.now() - cancelledAt} ms; done ` +
      `${await countDone(page)} of ${paths.length}`,
  )
  await page.locator('[data-action="resume"]').click()
  await waitUntilDone(page, 40)
  await getPoolWorkers(page)[0]!.evaluate(() => self.close())
  const killedAt = Date.now()
  await waitUntilDone(page, paths.length)
  console.log(
    `a worker killed at file 40: ${await countDone(page)} of ${paths.length} done ` +
      `${((Date.now() - killedAt) / 1000).toFixed(0)} s later, failed: ${await countFailed(page)}`,
  )
}

async function openBatch(page: Page, site: string): Promise<void> {
  await page.addInitScript(() => {
    const long: PerformanceEntry[] = []
    Object.assign(window, { long })
    new PerformanceObserver(list => {
      long.push(...list.getEntries())
    }).observe({ type: 'longtask', buffered: true })
  })
  await page.goto(site)
  await page.locator('.batch-empty').waitFor()
}

const addFiles = (page: Page, paths: readonly string[]): Promise<void> =>
  page
    .locator('[data-action="add-files"] input')
    .first()
    .setInputFiles([...paths])
/** Number of finished files, including failed ones; 0 while the checker is loading. */
const countDone = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelector<HTMLProgressElement>('[data-run] progress')?.value ?? 0)
const countFailed = async (page: Page): Promise<number> =>
  Number(/\d+/.exec((await page.locator('[data-action="retry-failed"]').allTextContents()).join(''))?.[0] ?? 0)
const getPoolWorkers = (page: Page): ReturnType<Page['workers']> =>
  page.workers().filter(worker => worker.url().includes('pool-worker'))
async function waitUntilDone(page: Page, done: number): Promise<void> {
  while ((await countDone(page)) < done) await page.waitForTimeout(100)
}

/**
 * Long tasks before the first result (opening the page, loading the models, adding the files) and after it (the run).
 */
async function printLongTasks(page: Page): Promise<void> {
  const { before, after } = await page.evaluate(() => {
    const first = performance.getEntriesByName('first')[0]!.startTime
    const { long } = window as unknown as { long: PerformanceEntry[] }
    const durations = (of: readonly PerformanceEntry[]): number[] =>
      of.map(({ duration }) => Math.round(duration)).sort((a, b) => b - a)
    return {
      before: durations(long.filter(({ startTime }) => startTime < first)),
      after: durations(long.filter(({ startTime }) => startTime >= first)),
    }
  })
  console.log(
    `tasks of the page's thread over 50 ms until the first result: ${before.join(', ') || 'none'}; from ` +
      `then on: ${after.join(', ') || 'none'}`,
  )
}

const getMedian = (sorted: readonly number[]): number => sorted[sorted.length >> 1] ?? NaN
const formatMegabytes = (bytes: number | undefined): string => (bytes === undefined ? '-' : (bytes / 1e6).toFixed(0))
const formatGrowth = (from: number, to: number): string =>
  `${formatMegabytes(from)} -> ${formatMegabytes(to)} MB (${(100 * (to / from - 1)).toFixed(1)} %)`
