import type { FaceApi, PartsApi, PartsAssets, PersonApi, PhotoApi, VisionAssets } from '../contract/apis'
import { PhotoError } from '../contract/failure'
import { AssetLoader } from '../loading/asset-loader'
import {
  CORE_FILES,
  COVERING_MODEL,
  ENCODER_WASM,
  FACE_MODEL,
  HEIC_WASM,
  HEIC_LOADER_SCRIPT,
  LATE_FILES,
  PARTS_MODEL,
  PARTS_RUNTIME_WASM,
  PERSON_MODEL,
  RESAMPLER_WASM,
  VISION_WASM,
} from '../loading/asset-files'
import { deleteOutdatedFiles } from '../loading/cached-assets'
import { FaceAndPerson } from './face-and-person'
import { HeicDecoderClient } from './heic-decoder-client'
import { PartsDetector } from './parts-detector'
import { WorkerClient, type WorkerSpawner } from './worker-client'
import type { Progress } from '../contract/library'

export type OnProgress = (progress: Progress) => void

/** The workers of one checker. */
export interface Workers extends VisionWorkers {
  readonly photo: WorkerClient<PhotoApi>
  readonly parts: PartsDetector
  readonly heic: HeicDecoderClient
  close(): void
}

/**
 * The face and person models and where they run: on the main thread where workers have no WebGL (Safari before 17,
 * WebKitGTK).
 */
interface VisionWorkers {
  readonly faceAndPerson: FaceAndPerson
  readonly visionOn: 'workers' | 'page'
}

/**
 * Default location of `lib/`, `models/` and `runtime/` if the host names none: relative to this file; in development,
 * the server's root.
 */
export function getDefaultAssetRoot(): URL {
  if (import.meta.env.DEV) return new URL('/', location.href)
  const scriptUrl = import.meta.url
  // This code is dist/lib/zhaojian.js or a chunk in dist/lib/chunks/.
  return new URL(/\/chunks\/[^/]*$/.test(scriptUrl) ? '../..' : '..', scriptUrl)
}

/** How a client starts its worker, and the URL of the worker's script. */
export function createSpawner(name: string, root: URL): WorkerSpawner {
  const url = import.meta.env.DEV
    ? new URL(`/workers/${name}.ts`, location.href)
    : new URL(`lib/workers/${name}.js`, root)
  return { spawn: () => spawnWorker(name, url), scriptUrl: url.href }
}

/**
 * A policy in a `<meta>` binds workers only if they inherit it, which those with a blob's URL do: one that is loaded by
 * its address has the policy of its own response, and most hosts send none (Content Security Policy 3, 2.1 and 7.3).
 */
function hasMetaPolicyForBlobs(): boolean {
  const metas = document.querySelectorAll<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy" i]')
  return [...metas].some(({ content }) => /worker-src[^;]*\sblob:/.test(content))
}

function spawnWorker(name: string, url: URL): Worker {
  if (url.origin === location.origin && !hasMetaPolicyForBlobs()) return new Worker(url, { type: 'module', name })
  // A worker's script must be same-origin; a one-line blob script that imports the real one is.
  const bootstrap = URL.createObjectURL(new Blob([`import ${JSON.stringify(url.href)}`], { type: 'text/javascript' }))
  const worker = new Worker(bootstrap, { type: 'module', name })
  worker.addEventListener('message', () => URL.revokeObjectURL(bootstrap), { once: true })
  return worker
}

type Bytes = Uint8Array<ArrayBuffer>

/**
 * Assets for the first verdict. `releaseRuntime` frees the vision runtime's bytes once no more workers will be started.
 */
export interface CoreAssets {
  readonly face: VisionAssets
  readonly person: VisionAssets
  readonly photo: { readonly encoder: Bytes; readonly resampler: Bytes }
  readonly releaseRuntime: () => void
}

/** Errors: assets-missing. */
export async function loadCoreAssets(root: URL, onProgress?: OnProgress): Promise<CoreAssets> {
  const loader = await AssetLoader.open(root, CORE_FILES, (loadedBytes, totalBytes) =>
    onProgress?.({ stage: 'models', loadedBytes, totalBytes, laterBytes: loader.countBytes(LATE_FILES) }),
  )
  const [wasm, face, person, encoder, resampler] = (await Promise.all(
    [VISION_WASM, FACE_MODEL, PERSON_MODEL, ENCODER_WASM, RESAMPLER_WASM].map(file => loader.bytes(file)),
  )) as [Bytes, Bytes, Bytes, Bytes, Bytes]
  // Every worker loads the runtime from this blob: downloaded once, and still available to a worker restarted offline.
  const wasmBinary = URL.createObjectURL(new Blob([wasm], { type: 'application/wasm' }))
  const wasmLoader = loader.url('runtime/vision_wasm_module_internal.js')
  return {
    face: { wasmLoader, wasmBinary, model: face },
    person: { wasmLoader, wasmBinary, model: person },
    photo: { encoder, resampler },
    releaseRuntime: () => URL.revokeObjectURL(wasmBinary),
  }
}

/** The parts model, that of coverings, and their runtime. Errors: assets-missing. */
export async function loadPartsAssets(root: URL, onProgress?: OnProgress): Promise<PartsAssets> {
  const late = await AssetLoader.open(root, LATE_FILES, (loadedBytes, totalBytes) =>
    onProgress?.({ stage: 'parts', loadedBytes, totalBytes }),
  )
  void deleteOutdatedFiles(late, root)
  const [runtime, model, covering] = await Promise.all([
    late.bytes(PARTS_RUNTIME_WASM),
    late.bytes(PARTS_MODEL),
    late.bytes(COVERING_MODEL),
  ])
  return { runtime, model, covering }
}

export function createHeicDecoder(root: URL, onProgress?: OnProgress): HeicDecoderClient {
  return new HeicDecoderClient(
    async () => {
      const late = await AssetLoader.open(root, [HEIC_WASM], (loadedBytes, totalBytes) =>
        onProgress?.({ stage: 'heic', loadedBytes, totalBytes }),
      )
      return { loader: late.url(HEIC_LOADER_SCRIPT), wasm: await late.bytes(HEIC_WASM) }
    },
    createSpawner('heic', root),
  )
}

/**
 * Loads and starts everything except the parts model, which loads after the first verdicts, and the HEIC decoder, which
 * loads with the first HEIC photo. Errors: assets-missing, unsupported-browser, out-of-memory.
 */
export async function startWorkers(root: URL, onProgress?: OnProgress): Promise<Workers> {
  const core = await loadCoreAssets(root, onProgress)
  const opening = startVision(root, core)
  const photo = new WorkerClient<PhotoApi>({
    ...createSpawner('photo', root),
    prepare: api => api.load(core.photo),
  })
  const parts = new PartsDetector(async () => {
    const assets = await loadPartsAssets(root, onProgress)
    return new WorkerClient<PartsApi>({ ...createSpawner('parts', root), prepare: api => api.load(assets) })
  })
  const heic = createHeicDecoder(root, onProgress)
  const close = (): void => {
    void opening.then(
      ({ faceAndPerson }) => faceAndPerson.close(),
      () => {},
    )
    photo.close()
    parts.close()
    heic.close()
    core.releaseRuntime()
  }
  try {
    const [vision] = await Promise.all([opening, photo.ready()])
    return { ...vision, photo, parts, heic, close }
  } catch (error) {
    close()
    throw error
  }
}

/**
 * Starts the models in workers, or on the main thread if the workers report that they lack WebGL. Errors:
 * unsupported-browser where the main thread has no WebGL either.
 */
async function startVision(root: URL, core: CoreAssets): Promise<VisionWorkers> {
  const startModels = async (
    visionOn: VisionWorkers['visionOn'],
    face: WorkerSpawner,
    person: WorkerSpawner,
  ): Promise<VisionWorkers> => {
    const faceAndPerson = new FaceAndPerson(
      new WorkerClient<FaceApi>({ ...face, prepare: api => api.load(core.face) }),
      new WorkerClient<PersonApi>({ ...person, prepare: api => api.load(core.person) }),
    )
    try {
      await faceAndPerson.ready()
    } catch (error) {
      faceAndPerson.close()
      throw error
    }
    return { faceAndPerson, visionOn }
  }
  return startModels('workers', createSpawner('face', root), createSpawner('person', root)).catch(
    async (error: unknown) => {
      if (!lacksWebGL(error)) throw error
      const { createMainThreadFace, createMainThreadPerson } = await import('./main-thread-vision').catch(
        (cause: unknown) => {
          throw new PhotoError('assets-missing', 'main-thread-vision', { cause })
        },
      )
      return startModels('page', { spawn: createMainThreadFace }, { spawn: createMainThreadPerson })
    },
  )
}

/** Whether a worker failed for lack of WebGL, which the main thread may have. */
export const lacksWebGL = (error: unknown): boolean => error instanceof PhotoError && error.reason === 'no-webgl'
