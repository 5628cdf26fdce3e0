import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { launchBrowser, createPage } from '../../tools/browser/browser'
import { createFilledCrops } from './filled-crops'
import { serve } from '../../tools/serve/serve'

/**
 * `npm run bench:parts [-- MODEL...]`: time for all parts of one face on one wasm thread, with the shipped model and
 * others. The models' calls alternate, so that varying machine load affects all of them equally.
 */
const ROUNDS = 600
const WARM_UP_ROUNDS = 150
const models = ['public/models/parts.onnx', ...process.argv.slice(2)]
const folder = mkdtempSync(join(tmpdir(), 'zhaojian-bench-parts-'))
models.forEach((model, at) => {
  copyFileSync(resolve(model), join(folder, `${at}.onnx`))
})
const served = await serve({
  '/check/': 'dist',
  '/models/': folder,
  '/modules/': 'node_modules',
  '/blank/': 'tools/serve/blank',
})
const browser = await launchBrowser()
const page = await createPage(browser)
await page.goto(`${served.url}/blank/`)

const times = await page.evaluate(
  async ({ base, count, rounds, crops }) => {
    const { wrap } = (await import(`${base}/modules/comlink/dist/esm/comlink.mjs`)) as typeof import('comlink')
    const bytesOf = async (path: string): Promise<Uint8Array<ArrayBuffer>> =>
      new Uint8Array(await (await fetch(`${base}/${path}`)).arrayBuffer())
    const runners = await Promise.all(
      Array.from({ length: count }, async (_, at) => {
        const parts = wrap<import('../../src/contract/apis').PartsApi>(
          new Worker(`${base}/check/lib/workers/parts.js`, { type: 'module' }),
        )
        await parts.load({
          runtime: await bytesOf('check/runtime/ort-wasm-simd-threaded.wasm'),
          model: await bytesOf(`models/${at}.onnx`),
          covering: await bytesOf('check/models/covering.onnx'),
        })
        return { run: (): Promise<unknown> => parts.detect(crops), times: [] as number[] }
      }),
    )
    for (let round = 0; round < rounds; round++) {
      for (const { run, times } of runners) {
        const start = performance.now()
        await run()
        times.push(performance.now() - start)
      }
    }
    return runners.map(({ times }) => times)
  },
  { base: served.url, count: models.length, rounds: WARM_UP_ROUNDS + ROUNDS, crops: createFilledCrops() },
)
await browser.close()
await served.close()

console.log(
  `all parts of one face, ${ROUNDS} calls of each model in turn after ${WARM_UP_ROUNDS} that let the engine compile`,
)
console.table(
  Object.fromEntries(
    times.map((all, at) => {
      const warm = all.slice(WARM_UP_ROUNDS).sort((a, b) => a - b)
      const quantile = (share: number): string => warm[Math.floor(share * (warm.length - 1))]!.toFixed(1)
      return [
        models[at],
        { 'first ms': all[0]!.toFixed(0), 'fastest tenth ms': quantile(0.1), 'median ms': quantile(0.5) },
      ]
    }),
  ),
)
