import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import type { Pixels } from '../src/contract/pixels'
import { HEAD_FACE_WIDTH, WHOLE_SIDE, type Pose, type Scene } from '../src/contract/scene'
import { Resampler } from '../src/lib/resampler'
import { headRectangle } from '../src/sources/head-rectangle'
import { patchOf } from '../src/sources/photo-pixels'
import { launchBrowser, newPage } from './browser'
import { serve } from './serve'

/**
 * Scenes in Node, for developing measures without a browser: what the models see is recorded once a picture (in .cache/scenes, by the
 * picture's hash), pixels are decoded by sharp and reduced by the project's own code.
 */
interface Recorded { faces: { landmarks: number[]; pose: Pose }[]; mask: { width: number; height: number; data: string } }

const CACHE = '.cache/scenes'

export interface Recorder { scene(file: string): Promise<Scene>; close(): Promise<void> }

export async function openRecorder(): Promise<Recorder> {
  mkdirSync(CACHE, { recursive: true })
  const resampler = new Resampler(new WebAssembly.Module(readFileSync('public/runtime/resample.wasm')))
  let page: Page | undefined
  let end: () => Promise<void> = () => Promise.resolve()
  const models = async (): Promise<Page> => {
    if (page) return page
    const served = await serve({ '/check/': 'dist', '/modules/': 'node_modules', '/blank/': 'scripts/blank' })
    const browser = await launchBrowser()
    end = async () => { await browser.close(); await served.close() }
    page = await newPage(browser)
    await page.goto(`${served.url}/blank/`)
    await page.evaluate(loadModels, served.url)
    return page
  }
  return {
    async scene(file) {
      const { data, info } = await sharp(file).rotate().flatten({ background: '#fff' }).toColourspace('srgb').ensureAlpha().raw().toBuffer({ resolveWithObject: true })
      const photo: Pixels = { width: info.width, height: info.height, data: new Uint8ClampedArray(data) }
      const whole = patchOf(photo, { x: 0, y: 0, width: photo.width, height: photo.height }, WHOLE_SIDE / Math.max(photo.width, photo.height), resampler)
      const cached = join(CACHE, `${createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16)}.json`)
      if (!existsSync(cached)) {
        const png = await sharp(Buffer.from(whole.pixels.data.buffer), { raw: { width: whole.pixels.width, height: whole.pixels.height, channels: 4 } }).png().toBuffer()
        writeFileSync(cached, JSON.stringify(await (await models()).evaluate(look, png.toString('base64'))))
      }
      const seen = JSON.parse(readFileSync(cached, 'utf8')) as Recorded
      const [first] = seen.faces
      const face = first ? { pose: first.pose, landmarks: Float32Array.from(first.landmarks, (value, i) => value * (i % 3 === 1 ? photo.height : photo.width)) } : null
      const head = face && headRectangle(face, photo.width, photo.height)
      return {
        width: photo.width, height: photo.height, faceCount: seen.faces.length, face, whole,
        person: { ...seen.mask, data: new Uint8Array(Buffer.from(seen.mask.data, 'base64')) },
        head: head && patchOf(photo, head.rect, HEAD_FACE_WIDTH / head.faceWidth, resampler),
        file: { name: basename(file), bytes: 0, type: 'image/jpeg', storedWidth: photo.width, storedHeight: photo.height, orientation: 1, animated: false, bitDepth: 8, channels: 3, colourSpace: 'srgb', density: null, jpeg: null, identifying: [], software: null },
      }
    },
    close: () => end(),
  }
}

/** In the page: the two workers, as the library starts them. */
async function loadModels(base: string): Promise<void> {
  const { wrap } = await import(/* @vite-ignore */ `${base}/modules/comlink/dist/esm/comlink.mjs`) as typeof import('comlink')
  const load = async (name: string, file: string): Promise<unknown> => {
    const api = wrap<import('../src/contract/apis').FaceApi>(new Worker(`${base}/check/lib/workers/${name}.js`, { type: 'module' }))
    await api.load({
      wasmLoader: `${base}/check/runtime/vision_wasm_module_internal.js`, wasmBinary: `${base}/check/runtime/vision_wasm_module_internal.wasm`,
      model: new Uint8Array(await (await fetch(`${base}/check/models/${file}`)).arrayBuffer()),
    })
    // A proxy must not be returned from an async function: it would be taken for a promise.
    return { api }
  }
  Object.assign(window, { face: await load('face', 'face.task'), person: await load('person', 'person.tflite') })
}

/** In the page: what the models see in one picture. */
async function look(png: string): Promise<Recorded> {
  const { face, person } = window as unknown as { face: { api: import('../src/contract/apis').FaceApi }; person: { api: import('../src/contract/apis').PersonApi } }
  const blob = await (await fetch(`data:image/png;base64,${png}`)).blob()
  const faces = await face.api.detect(await createImageBitmap(blob))
  const mask = await person.api.segment(await createImageBitmap(blob))
  let text = ''
  for (let i = 0; i < mask.data.length; i += 8192) text += String.fromCharCode(...mask.data.subarray(i, i + 8192))
  return { faces: faces.map(({ landmarks, pose }) => ({ landmarks: [...landmarks], pose })), mask: { width: mask.width, height: mask.height, data: btoa(text) } }
}
