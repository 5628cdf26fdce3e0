import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { drawPortrait } from '../../src/drawn/index'
import { launchBrowser, createPage } from '../../tools/browser/browser'
import { createFilledCrops } from './filled-crops'
import { serve } from '../../tools/serve/serve'

/**
 * `npm run bench [-- PHOTO]`: time of each stage and the whole for a 12-megapixel JPEG (a drawn one where none is
 * given), beside decode, each model and one encode measured bare in the same run. Bare: nothing but the call itself,
 * one after the other.
 */
const ROUNDS = 7
/** Calls of the parts model until the engine has compiled its runtime for speed, and then as many that are timed. */
const PARTS_ROUNDS = 150
const folder = mkdtempSync(join(tmpdir(), 'zhaojian-bench-'))
await writePhoto(join(folder, 'photo.jpg'), process.argv[2])
const served = await serve({
  '/check/': 'dist',
  '/photos/': folder,
  '/modules/': 'node_modules',
  '/blank/': 'tools/serve/blank',
})
const browser = await launchBrowser()
const page = await createPage(browser)
await page.goto(`${served.url}/blank/`)

const result = await page.evaluate(
  async ({ base, rounds, partsRounds, crops }) => {
    const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!
    const timed = async (work: () => Promise<unknown>): Promise<number> => {
      const start = performance.now()
      await work()
      return performance.now() - start
    }
    const repeat = async (work: () => Promise<unknown>): Promise<number> => {
      await work()
      const times: number[] = []
      for (let i = 0; i < rounds; i++) times.push(await timed(work))
      return median(times)
    }
    const photo = await (await fetch(`${base}/photos/photo.jpg`)).blob()

    // Bare: the same model files, runtime and encoder, called directly.
    const { wrap, transfer } = (await import(
      `${base}/modules/comlink/dist/esm/comlink.mjs`
    )) as typeof import('comlink')
    const model = async (
      name: 'face' | 'person',
      file: string,
    ): Promise<{ run(image: ImageBitmap): Promise<unknown>; end(): void }> => {
      const worker = new Worker(`${base}/check/lib/workers/${name}.js`, { type: 'module' })
      const api = wrap<import('../../src/contract/apis').FaceApi & import('../../src/contract/apis').PersonApi>(worker)
      await api.load({
        wasmLoader: `${base}/check/runtime/vision_wasm_module_internal.js`,
        wasmBinary: `${base}/check/runtime/vision_wasm_module_internal.wasm`,
        model: new Uint8Array(await (await fetch(`${base}/check/models/${file}`)).arrayBuffer()),
      })
      return {
        run: image => (name === 'face' ? api.detect(transfer(image, [image])) : api.segment(transfer(image, [image]))),
        end: () => worker.terminate(),
      }
    }
    const decode = async (): Promise<ImageData> => {
      const bitmap = await createImageBitmap(photo)
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true })!
      context.drawImage(bitmap, 0, 0)
      const data = context.getImageData(0, 0, bitmap.width, bitmap.height)
      bitmap.close()
      return data
    }
    const reduced = (longest: number): Promise<ImageBitmap> =>
      createImageBitmap(photo, { resizeHeight: longest, resizeQuality: 'high' })
    const timeModel = async (name: 'face' | 'person', file: string): Promise<number> => {
      const { run, end } = await model(name, file)
      const times: number[] = []
      for (let i = 0; i <= rounds; i++) {
        const image = await reduced(1024)
        times.push(await timed(() => run(image)))
      }
      end()
      return median(times.slice(1))
    }
    const bare: Record<string, number> = {}
    bare['decode'] = await repeat(decode)
    bare['face'] = await timeModel('face', 'face.task')
    bare['person'] = await timeModel('person', 'person.tflite')

    const bytesOf = async (path: string): Promise<Uint8Array<ArrayBuffer>> =>
      new Uint8Array(await (await fetch(`${base}/check/${path}`)).arrayBuffer())
    const partsWorker = new Worker(`${base}/check/lib/workers/parts.js`, { type: 'module' })
    const parts = wrap<import('../../src/contract/apis').PartsApi>(partsWorker)
    const [runtime, partsModel] = [
      await bytesOf('runtime/ort-wasm-simd-threaded.wasm'),
      await bytesOf('models/parts.onnx'),
    ]
    const partsLoad = await timed(() => parts.load({ runtime, model: partsModel }))
    const look = (): Promise<unknown> => parts.detect(crops)
    const partTimes: number[] = []
    for (let i = 0; i < 2 * partsRounds; i++) partTimes.push(await timed(look))
    partsWorker.terminate()
    const [partsFirstMs, partsMs] = [partTimes[0]!, median(partTimes.slice(partsRounds))]

    const { createChecker } = (await import(`${base}/check/lib/zhaojian.js`)) as typeof import('../../src/zhaojian')
    const loadMs = performance.now()
    const checker = await createChecker({ locale: 'en' })
    const load = performance.now() - loadMs
    const stages: Record<string, number[]> = {}
    const checkMs = await repeat(async () => {
      const { timings } = await checker.check(photo)
      for (const [stage, ms] of Object.entries(timings)) (stages[stage] ??= []).push(ms)
    })
    let made: Awaited<ReturnType<typeof checker.produce>> | undefined
    const makeStages: Record<string, number[]> = {}
    const produceMs = await repeat(async () => {
      made = await checker.produce(photo)
      for (const [stage, ms] of Object.entries(made.report.timings)) (makeStages[stage] ??= []).push(ms)
    })
    checker.close()

    const output = await createImageBitmap(made!.jpeg)
    const context = new OffscreenCanvas(output.width, output.height).getContext('2d')!
    context.drawImage(output, 0, 0)
    const pixels = context.getImageData(0, 0, output.width, output.height)
    const encoder = (await import(`${base}/modules/@jsquash/jpeg/encode.js`)) as typeof import('@jsquash/jpeg/encode')
    const quality = Number(made!.report.checks.find(check => check.id === 'file.quality')?.value ?? 92)
    bare['encode'] = await repeat(() =>
      encoder.default(pixels, {
        quality,
        baseline: true,
        progressive: false,
        auto_subsample: false,
        chroma_subsample: 1,
        quant_table: 0,
      }),
    )
    const medians = (table: Record<string, number[]>): Record<string, number> =>
      Object.fromEntries(Object.entries(table).map(([stage, times]) => [stage, median(times)]))
    return {
      bare,
      partsLoad,
      partsFirstMs,
      partsMs,
      load,
      checkMs,
      produceMs,
      stages: medians(stages),
      makeStages: medians(makeStages),
      output: `${output.width}x${output.height}, ${made!.jpeg.size} bytes, quality ${quality}`,
    }
  },
  { base: served.url, rounds: ROUNDS, partsRounds: PARTS_ROUNDS, crops: createFilledCrops() },
)
await browser.close()
await served.close()

const toRow = (ms: number): { ms: string } => ({ ms: ms.toFixed(0) })
console.log(`12 MP photo, median of ${ROUNDS} after one warm-up; produced ${result.output}`)
console.log('bare, one after the other')
console.table(Object.fromEntries(Object.entries(result.bare).map(([name, ms]) => [name, toRow(ms)])))
console.log('parts model, not in the bare sum: it is loaded after the first verdicts')
console.table({
  'load (runtime and model)': toRow(result.partsLoad),
  'all parts of one face, the first time': toRow(result.partsFirstMs),
  'all parts of one face, median once compiled': { ms: result.partsMs.toFixed(1) },
})
console.log('check, by stage')
console.table(Object.fromEntries(Object.entries(result.stages).map(([name, ms]) => [name, toRow(ms)])))
console.log('produce, stages of cutting and encoding and of checking the made file')
console.table(Object.fromEntries(Object.entries(result.makeStages).map(([name, ms]) => [name, toRow(ms)])))
const bareSum = Object.values(result.bare).reduce((a, b) => a + b, 0)
console.table({
  'load models and workers': toRow(result.load),
  check: toRow(result.checkMs),
  'produce (check, cut, encode, check of the made file)': toRow(result.produceMs),
  'bare sum': toRow(bareSum),
  // The bare sum holds each model once; checking the made file runs them a second time.
  'photo to file, each model once / bare sum': {
    ms: ((result.produceMs - result.makeStages['total']!) / bareSum).toFixed(2),
  },
  'produce with the check of the made file / bare sum': { ms: (result.produceMs / bareSum).toFixed(2) },
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
