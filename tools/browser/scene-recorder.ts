import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import type { Pixels } from '../../src/contract/pixels'
import type { Pose, Scene } from '../../src/contract/scene'
import {
  packDetections,
  createPlainFileFacts,
  buildRecordedScene,
  reduceToWhole,
  type RecordedDetections,
} from '../pictures/recorded-scene'
import { launchBrowser, createPage } from './browser'
import { serve } from '../serve/serve'

/**
 * Records the models' detections for use in Node: of any pixels, or of a picture file (cached in .cache/scenes by the
 * picture's hash, unless `keep` is false). Needs a build.
 */
export interface SceneRecorder {
  record(photo: Pixels): Promise<RecordedDetections>
  loadScene(file: string, keep?: boolean): Promise<Scene>
  close(): Promise<void>
}

const CACHE_FOLDER = '.cache/scenes'

export async function openSceneRecorder(): Promise<SceneRecorder> {
  mkdirSync(CACHE_FOLDER, { recursive: true })
  let models: ModelsPage | undefined
  const record = async (photo: Pixels): Promise<RecordedDetections> => {
    const {
      pixels: { width, height, data },
    } = reduceToWhole(photo)
    const png = await sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } })
      .png()
      .toBuffer()
    models ??= await openModelsPage()
    const { faces, mask } = await models.page.evaluate(detectOnPage, png.toString('base64'))
    return packDetections(faces, { ...mask, data: new Uint8Array(Buffer.from(mask.data, 'base64')) })
  }
  return {
    record,
    async loadScene(file, keep = true) {
      const photo = await readPhoto(file)
      const recorded = keep ? await recordOnce(file, () => record(photo)) : await record(photo)
      return buildRecordedScene(photo, recorded, createPlainFileFacts(photo.width, photo.height))
    },
    close: async () => models?.close(),
  }
}

async function readPhoto(file: string): Promise<Pixels> {
  const { data, info } = await sharp(file)
    .rotate()
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) }
}

/** The cached detections of this file, or else those of `record`, which are then cached. */
async function recordOnce(file: string, record: () => Promise<RecordedDetections>): Promise<RecordedDetections> {
  const hash = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16)
  const cached = join(CACHE_FOLDER, `${hash}.v2.json`)
  if (!existsSync(cached)) writeFileSync(cached, JSON.stringify(await record()))
  return JSON.parse(readFileSync(cached, 'utf8')) as RecordedDetections
}

interface ModelsPage {
  readonly page: Page
  close(): Promise<void>
}

/** A page with the workers of the face and the person model. */
async function openModelsPage(): Promise<ModelsPage> {
  const served = await serve({ '/check/': 'dist', '/modules/': 'node_modules', '/blank/': 'tools/serve/blank' })
  const browser = await launchBrowser()
  const close = async (): Promise<void> => {
    await browser.close()
    await served.close()
  }
  try {
    const page = await createPage(browser)
    await page.goto(`${served.url}/blank/`)
    await page.evaluate(loadModels, served.url)
    return { page, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Detections as the page returns them: arrays and base64. */
interface PageDetections {
  faces: { landmarks: number[]; pose: Pose }[]
  mask: { width: number; height: number; data: string }
}

/** In the page: the two workers, as the library starts them. */
async function loadModels(base: string): Promise<void> {
  const { wrap } = (await import(
    /* @vite-ignore */ `${base}/modules/comlink/dist/esm/comlink.mjs`
  )) as typeof import('comlink')
  const load = async (name: string, file: string): Promise<unknown> => {
    const api = wrap<import('../../src/contract/apis').FaceApi>(
      new Worker(`${base}/check/lib/workers/${name}.js`, { type: 'module' }),
    )
    await api.load({
      wasmLoader: `${base}/check/runtime/vision_wasm_module_internal.js`,
      wasmBinary: `${base}/check/runtime/vision_wasm_module_internal.wasm`,
      model: new Uint8Array(await (await fetch(`${base}/check/models/${file}`)).arrayBuffer()),
    })
    // A proxy must not be returned from an async function: it would be taken for a promise.
    return { api }
  }
  Object.assign(window, { face: await load('face', 'face.task'), person: await load('person', 'person.tflite') })
}

/** In the page: the models' detections in one picture. */
async function detectOnPage(png: string): Promise<PageDetections> {
  const { face, person } = window as unknown as {
    face: { api: import('../../src/contract/apis').FaceApi }
    person: { api: import('../../src/contract/apis').PersonApi }
  }
  const blob = await (await fetch(`data:image/png;base64,${png}`)).blob()
  const faces = await face.api.detect(await createImageBitmap(blob))
  const mask = await person.api.segment(await createImageBitmap(blob))
  let text = ''
  for (let i = 0; i < mask.data.length; i += 8192) text += String.fromCharCode(...mask.data.subarray(i, i + 8192))
  return {
    faces: faces.map(({ landmarks, pose }) => ({ landmarks: [...landmarks], pose })),
    mask: { width: mask.width, height: mask.height, data: btoa(text) },
  }
}
