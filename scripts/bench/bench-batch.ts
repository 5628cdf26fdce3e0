import type { Page } from 'playwright-core'
import { batchFiles } from './batch-files'
import { throughput } from './batch/throughput'
import { mishaps, thousand } from './batch/thousand'
import { launchBrowser, newPage } from '../../tools/browser/browser'
import { serve } from '../../tools/serve/serve'

/**
 * `npm run bench:batch [-- FILES]`: the studio's folder. Files a minute with one worker and with two; then FILES
 * (1,000) JPEGs of 12 megapixels in
 * one go on the batch screen: memory of the whole browser, long tasks of its page, a cancelled run, a killed worker.
 * Needs a build. Linux only (/proc).
 */
const count = Number(process.argv[2] ?? 1000)
const paths = await batchFiles('.cache/batch', count)
const served = await serve({ '/check/': 'dist', '/blank/': 'tools/serve/blank' })
try {
  console.table(await fresh(page => throughput(page, served.url, paths.slice(0, 60))))
  const site = `${served.url}/check/?batch&lang=en`
  await fresh(page => mishaps(page, site, paths.slice(0, 100)))
  await fresh(page => thousand(page, site, paths))
} finally {
  await served.close()
}

/** With a browser of its own: what one part leaves behind must not burden the next. */
async function fresh<T>(use: (page: Page) => Promise<T>): Promise<T> {
  const browser = await launchBrowser()
  try {
    return await use(await newPage(browser))
  } finally {
    await browser.close()
  }
}
