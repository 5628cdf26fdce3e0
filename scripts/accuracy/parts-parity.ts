import { existsSync, readFileSync } from 'node:fs'
import type { PartsApi } from '../../src/contract/apis'
import { launchBrowser, createPage } from '../../tools/browser/browser'
import { serve } from '../../tools/serve/serve'

/**
 * `npm run parts:parity -- WORK/parity.json` (needs a build): the shipped model in the shipped worker in a browser,
 * compared with the networks' outputs in training for the same crops (training/finish.py writes the file). Prints the
 * largest difference of each output.
 */
const [file] = process.argv.slice(2)
if (!file || !existsSync(file)) {
  console.log('skipped: usage is npm run parts:parity -- WORK/parity.json, which training/finish.py writes')
  process.exit(file ? 0 : 2)
}
interface ParityCase {
  crops: Record<string, string>
  outputs: Record<string, number[]>
}
/** Shape of each input: crops, height, width, channels. */
type Shapes = Record<string, [number, number, number, number]>
const { shapes, cases } = JSON.parse(readFileSync(file, 'utf8')) as {
  shapes: Shapes
  cases: ParityCase[]
}
/** Weights are stored as 16-bit floats: this much may differ (likelihoods and shares of a crop). */
const MAX_DIFFERENCE = 0.01

const served = await serve({ '/check/': 'dist', '/modules/': 'node_modules', '/blank/': 'tools/serve/blank' })
const browser = await launchBrowser()
const page = await createPage(browser)
await page.goto(`${served.url}/blank/`)
await page.evaluate(loadParts, served.url)
const browserOutputs: Record<string, number[]>[] = []
for (const { crops } of cases) browserOutputs.push(await page.evaluate(detectParts, { crops, shapes }))
await browser.close()
await served.close()

const largest: Record<string, number> = {}
cases.forEach(({ outputs }, i) => {
  for (const [name, values] of Object.entries(outputs))
    values.forEach((value, k) => {
      largest[name] = Math.max(largest[name] ?? 0, Math.abs(value - browserOutputs[i]![name]![k]!))
    })
})
console.log(`${cases.length} faces; largest difference between training and browser (at most ${MAX_DIFFERENCE})`)
console.table(Object.fromEntries(Object.entries(largest).map(([name, value]) => [name, { largest: value.toFixed(5) }])))
process.exit(Object.values(largest).every(value => value <= MAX_DIFFERENCE) ? 0 : 1)

/** In the page: the shipped model in the shipped worker, kept for `detectParts`. */
async function loadParts(base: string): Promise<void> {
  const { wrap } = (await import(
    /* @vite-ignore */ `${base}/modules/comlink/dist/esm/comlink.mjs`
  )) as typeof import('comlink')
  const api = wrap<PartsApi>(new Worker(`${base}/check/lib/workers/parts.js`, { type: 'module' }))
  const fetchBytes = async (path: string): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(await (await fetch(`${base}/check/${path}`)).arrayBuffer())
  await api.load({
    runtime: await fetchBytes('runtime/ort-wasm-simd-threaded.wasm'),
    model: await fetchBytes('models/parts.onnx'),
    covering: await fetchBytes('models/covering.onnx'),
  })
  Object.assign(window, { parts: api })
}

/** In the page: the model's outputs for one face, by their names in training. */
async function detectParts({
  crops,
  shapes,
}: {
  crops: ParityCase['crops']
  shapes: Shapes
}): Promise<ParityCase['outputs']> {
  const { parts } = window as unknown as { parts: PartsApi }
  const pixels = (name: string, place = 0): { width: number; height: number; data: Uint8ClampedArray } => {
    const [, height, width] = shapes[name]!
    const data = Uint8ClampedArray.from(atob(crops[name]!), letter => letter.charCodeAt(0))
    return { width, height, data: data.slice(place * 4 * width * height, (place + 1) * 4 * width * height) }
  }
  const { ears, brows, eyes, mouth, crown } = await parts.detect({
    ears: { right: pixels('ears'), left: pixels('ears', 1) },
    brows: { right: pixels('brows'), left: pixels('brows', 1) },
    eyes: pixels('eyes'),
    mouth: pixels('mouth'),
    crown: pixels('crown'),
    // Not compared here: tests/model/covering.test.ts.
    face: { width: 64, height: 64, data: new Uint8ClampedArray(4 * 64 * 64) },
  })
  const toNumbers = ({ left, top, right, bottom }: typeof ears.left.box): number[] => [left, top, right, bottom]
  return {
    ears_visible: [ears.right.visible, ears.left.visible],
    ears_box: [...toNumbers(ears.right.box), ...toNumbers(ears.left.box)],
    brows_cover: [...brows.right.data, ...brows.left.data],
    eyes_kind: [eyes.worn, eyes.tinted],
    eyes_marks: [...eyes.rim.data, ...eyes.glare.data, ...eyes.crossing.data],
    mouth_open: [mouth.open],
    crown_worn: [crown.worn],
    crown_cloth: [...crown.cloth.data],
  }
}
