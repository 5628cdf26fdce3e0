import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { drawPortrait } from '../../src/drawn/index'
import { launchBrowser, createPage } from '../../tools/browser/browser'
import { bundlePageCode } from './bundle-page-code'
import type { StageTimes } from './stages/checker'
import { ROUNDS } from './stages/timing'
import { serve } from '../../tools/serve/serve'

/**
 * `npm run bench [-- PHOTO]`: time of each stage and the whole for a 12-megapixel JPEG (a drawn one where none is
 * given), beside decode, each model and one encode measured bare in the same run. Bare: nothing but the call itself,
 * one after the other.
 */
const folder = mkdtempSync(join(tmpdir(), 'zhaojian-bench-'))
await writePhoto(join(folder, 'photo.jpg'), process.argv[2])
const served = await serve({
  '/check/': 'dist',
  '/photos/': folder,
  '/modules/': 'node_modules',
  '/blank/': 'tools/serve/blank',
  '/code/': await bundlePageCode('scripts/bench/stages/index.ts'),
})
const browser = await launchBrowser()
const page = await createPage(browser)
await page.goto(`${served.url}/blank/`)

const { bare, parts, checker, output } = await page.evaluate(
  async base =>
    ((await import(/* @vite-ignore */ `${base}/code/index.js`)) as typeof import('./stages/index')).measureStages(base),
  served.url,
)
await browser.close()
await served.close()

const toRow = (ms: number): { ms: string } => ({ ms: ms.toFixed(0) })
const toRows = (times: StageTimes): Record<string, { ms: string }> =>
  Object.fromEntries(Object.entries(times).map(([name, ms]) => [name, toRow(ms)]))
console.log(`12 MP photo, median of ${ROUNDS} after one warm-up; produced ${output}`)
console.log('bare, one after the other')
console.table(toRows(bare))
console.log('parts model, not in the bare sum: it is loaded after the first verdicts')
console.table({
  'load (runtime and model)': toRow(parts.loadMs),
  'all parts of one face, the first time': toRow(parts.firstMs),
  'all parts of one face, median once compiled': { ms: parts.compiledMs.toFixed(1) },
})
console.log('check, by stage')
console.table(toRows(checker.checkStages))
console.log('produce, stages of cutting and encoding and of checking the made file')
console.table(toRows(checker.produceStages))
const bareSum = Object.values(bare).reduce((a, b) => a + b, 0)
console.table({
  'load models and workers': toRow(checker.loadMs),
  check: toRow(checker.checkMs),
  'produce (check, cut, encode, check of the made file)': toRow(checker.produceMs),
  'bare sum': toRow(bareSum),
  // The bare sum holds each model once; checking the made file runs them a second time.
  'photo to file, each model once / bare sum': {
    ms: ((checker.produceMs - checker.produceStages['total']!) / bareSum).toFixed(2),
  },
  'produce with the check of the made file / bare sum': { ms: (checker.produceMs / bareSum).toFixed(2) },
})

async function writePhoto(path: string, given: string | undefined): Promise<void> {
  if (given) {
    writeFileSync(path, readFileSync(resolve(given)))
    return
  }
  const svg = drawPortrait({ width: 3000, height: 4000 })
  // Grain as of a camera: a flat drawing would decode and encode too quickly.
  const grain = await sharp({
    create: {
      width: 3000,
      height: 4000,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 6 },
    },
  })
    .png()
    .toBuffer()
  await sharp(Buffer.from(svg))
    .resize(3000, 4000)
    .flatten({ background: '#fff' })
    .composite([{ input: grain, blend: 'soft-light' }])
    .jpeg({ quality: 92 })
    .toFile(path)
}
