import { drawFilm } from '../../tools/pictures/film'
import { launchBrowser, createPage } from '../../tools/browser/browser'
import { buildCameraSwitches } from '../../tools/browser/fake-camera'
import { bundlePageCode } from './bundle-page-code'
import type { LiveFigures } from './live/page'
import { serve } from '../../tools/serve/serve'

/**
 * `npm run bench:live [-- SECONDS]`: verdicts per second, delay from frame to verdict and long tasks of the main thread
 * with a played 1280x720 camera, for (a) this library, (b) the usual way of sample code: the same models one after the
 * other on the main thread in every frame, then the same measures. Each in a fresh browser. Needs a build.
 */
const seconds = Number(process.argv[2] ?? 60)
// A head that always moves slightly: with a still picture every frame would be as easy as the one before.
const camera = buildCameraSwitches(
  await drawFilm(
    [0, 2, 4, 2].map((shift, i) => ({
      name: String(i),
      seconds: 0.5,
      options: { framing: { centre: shift }, noise: 2, seed: i },
    })),
  ),
)
const served = await serve({
  '/check/': 'dist',
  '/modules/': 'node_modules',
  '/blank/': 'tools/serve/blank',
  '/code/': await bundlePageCode('scripts/bench/live/index.ts'),
})

type LiveModule = typeof import('./live/index')
/** Runs `work` in the page of a fresh browser for each measurement. */
async function inFreshBrowser<T>(work: (arg: { base: string; seconds: number }) => Promise<T>): Promise<T> {
  const browser = await launchBrowser(camera)
  try {
    const page = await createPage(browser)
    page.on('pageerror', error => console.log(`page error: ${error.message}`))
    await page.goto(`${served.url}/blank/`)
    return await page.evaluate(work, { base: served.url, seconds })
  } finally {
    await browser.close()
  }
}

const bare = await inFreshBrowser(async ({ base }) =>
  ((await import(/* @vite-ignore */ `${base}/code/index.js`)) as LiveModule).measureBareModels(base),
)
const ours = await inFreshBrowser(async ({ base, seconds }) =>
  ((await import(/* @vite-ignore */ `${base}/code/index.js`)) as LiveModule).measureLibrary(base, seconds),
)
const modelsOnly = await inFreshBrowser(async ({ base, seconds }) =>
  ((await import(/* @vite-ignore */ `${base}/code/index.js`)) as LiveModule).measureMainThread(base, seconds, false),
)
const withMeasures = await inFreshBrowser(async ({ base, seconds }) =>
  ((await import(/* @vite-ignore */ `${base}/code/index.js`)) as LiveModule).measureMainThread(base, seconds, true),
)
await served.close()

const toRow = ({ verdicts, seconds: took, delays, longTasks, analysisAges }: LiveFigures): Record<string, string> => {
  const at = (values: number[], share: number): string =>
    values.length
      ? [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))]!.toFixed(0)
      : '–'
  return {
    'verdicts/s': (verdicts / took).toFixed(1),
    'delay median ms': at(delays, 0.5),
    'delay 95 % ms': at(delays, 0.95),
    'tasks > 50 ms': String(longTasks.length),
    'longest ms': longTasks.length ? Math.max(...longTasks).toFixed(0) : '–',
    'pixels, mask, parts: age median ms': at(analysisAges, 0.5),
    'age 95 %': at(analysisAges, 0.95),
  }
}
console.log(`played 1280x720 camera at 30 frames/s, ${seconds} s each after warming up`)
console.log('models alone in their workers, nothing else running, ms a call (median)')
console.table(Object.fromEntries(Object.entries(bare).map(([name, ms]) => [name, { ms: ms.toFixed(1) }])))
console.table({
  '(a) ours': toRow(ours),
  '(b) main thread, face, person and parts only': toRow(modelsOnly),
  '(b) main thread, with the same measures': toRow(withMeasures),
})
const getRate = ({ verdicts, seconds: took }: LiveFigures): number => verdicts / took
const slowest = Math.max(...Object.values(bare))
const sorted = [...ours.delays].sort((a, b) => a - b)
console.table({
  'verdicts/s, (a) / (b) models only': { ratio: (getRate(ours) / getRate(modelsOnly)).toFixed(2) },
  'verdicts/s, (a) / (b) with measures': { ratio: (getRate(ours) / getRate(withMeasures)).toFixed(2) },
  'delay median / slowest model bare': { ratio: (sorted[sorted.length >> 1]! / slowest).toFixed(2) },
  'delay 95 % / slowest model bare': { ratio: (sorted[Math.floor(0.95 * sorted.length)]! / slowest).toFixed(2) },
})
