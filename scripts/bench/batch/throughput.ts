import type { Page } from 'playwright-core'

export interface ThroughputRow {
  readonly workers: number
  readonly 'files/min': number
  readonly 'ms/file': number
  readonly 'against one': number
}

/** The library's pool with one and two workers, alternating, twice each on the same files; the better run counts. */
export async function measureThroughput(page: Page, site: string, paths: readonly string[]): Promise<ThroughputRow[]> {
  await page.goto(`${site}/blank/`)
  await page.setContent('<input type="file" multiple>')
  await page.locator('input').setInputFiles([...paths])
  const best = new Map<number, number>()
  for (const workers of [1, 2, 1, 2]) {
    const ms = await page.evaluate(
      async ({ library, workers }) => {
        const { createPool } = (await import(/* @vite-ignore */ library)) as typeof import('../../../src/zhaojian')
        const files = [...document.querySelector('input')!.files!]
        const pool = await createPool({ locale: 'en', workers })
        while (pool.workers < workers) await new Promise(resolve => setTimeout(resolve, 50))
        // Warm up each worker with its first photos.
        await Promise.all(files.slice(0, 2 * workers).map(file => pool.check(file)))
        const start = performance.now()
        await Promise.all(files.map(file => pool.check(file)))
        const msPerFile = (performance.now() - start) / files.length
        pool.close()
        return msPerFile
      },
      { library: `${site}/check/lib/zhaojian.js`, workers },
    )
    best.set(workers, Math.min(ms, best.get(workers) ?? Infinity))
  }
  const singleWorkerMs = best.get(1)!
  return [...best].map(([workers, ms]) => ({
    workers,
    'files/min': Math.round(60_000 / ms),
    'ms/file': Math.round(ms),
    'against one': Number((singleWorkerMs / ms).toFixed(2)),
  }))
}
