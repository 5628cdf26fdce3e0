import type { Page } from 'playwright-core'
import { ensureBatchFiles } from './batch-files'
import { measureThroughput } from './batch/throughput'
import { runInterruptions, runWholeFolder } from './batch/whole-folder'
import { launchBrowser, createPage } from '../../tools/browser/browser'
import { serve } from '../../tools/serve/serve'

/**
 * `npm run bench:batch [-- FILES]`: a studio's folder. Files per minute with one and two workers; then FILES (1,000)
 * JPEGs of 12 megapixels on the batch screen: memory of the whole browser, long tasks of its page, a cancelled run, a
 * killed worker. Needs a build. Linux only (/proc).
 */
const count = Number(process.argv[2] ?? 1000)
const paths = await ensureBatchFiles('.cache/batch', count)
const served = await serve({ '/check/': 'dist', '/blank/': 'tools/serve/blank' })
try {
  console.table(await inFreshBrowser(page => measureThroughput(page, served.url, paths.slice(0, 60))))
  const site = `${served.url}/check/?batch&lang=en`
  await inFreshBrowser(page => runInterruptions(page, site, paths.slice(0, 100)))
  await inFreshBrowser(page => runWholeFolder(page, site, paths))
} finally {
  await served.close()
}

/** Uses a fresh browser, so that the leftovers of one part don't affect the next. */
async function inFreshBrowser<T>(use: (page: Page) => Promise<T>): Promise<T> {
  const browser = await launchBrowser()
  try {
    return await use(await createPage(browser))
  } finally {
    await browser.close()
  }
}
