import { assertBrowser } from './browser-needs'
import type { PartsApi, PhotoApi } from './contract/apis'
import { PhotoError } from './contract/failure'
import type { Progress } from './zhaojian'
import { AssetLoader } from './loading/asset-loader'
import { CORE, ENCODER, FACE, HEIC, HEIC_LOADER, LATE, PARTS, PARTS_RUNTIME, PERSON, RESAMPLER, WASM } from './loading/files'
import { dropFormer } from './loading/kept'
import { Eyes, type EyesOptions } from './vision/eyes'
import { Heic } from './vision/heic'
import { Parts } from './vision/parts'
import { WorkerClient } from './vision/worker-client'

/** The workers of one checker. */
export interface Crew extends Sight { readonly photo: WorkerClient<PhotoApi>; readonly parts: Parts; readonly heic: Heic; close(): void }

/** The face and person models, and where they run: on the page itself where workers have no WebGL (Safari before 17, WebKitGTK). */
interface Sight { readonly eyes: Eyes; readonly visionOn: 'workers' | 'page' }

/** Where `lib/`, `models/` and `runtime/` are when the host says nothing: beside this file; in development, the server's root. */
export function defaultAssetRoot(): URL {
  if (import.meta.env.DEV) return new URL('/', location.href)
  const here = import.meta.url
  // This code is dist/lib/zhaojian.js or a chunk in dist/lib/chunks/.
  return new URL(/\/chunks\/[^/]*$/.test(here) ? '../..' : '..', here)
}

function spawn(name: string, root: URL): Worker {
  const url = import.meta.env.DEV ? new URL(`/workers/${name}.ts`, location.href) : new URL(`lib/workers/${name}.js`, root)
  if (url.origin === location.origin) return new Worker(url, { type: 'module', name })
  // A worker's script must be of the page's origin; one line that imports the real one is.
  const bootstrap = URL.createObjectURL(new Blob([`import ${JSON.stringify(url.href)}`], { type: 'text/javascript' }))
  const worker = new Worker(bootstrap, { type: 'module', name })
  worker.addEventListener('message', () => URL.revokeObjectURL(bootstrap), { once: true })
  return worker
}

type Bytes = Uint8Array<ArrayBuffer>

/** Loads and starts everything but the parts model, which waits for the first verdicts, and the HEIC decoder, which waits for such a photo. Errors: assets-missing, unsupported-browser, out-of-memory. */
export async function enlistCrew(root: URL, onProgress?: (progress: Progress) => void): Promise<Crew> {
  assertBrowser()
  const loader = await AssetLoader.open(root, CORE, (loadedBytes, totalBytes) => onProgress?.({ stage: 'models', loadedBytes, totalBytes }))
  const [wasm, face, person, encoder, resampler] = await Promise.all([WASM, FACE, PERSON, ENCODER, RESAMPLER].map(file => loader.bytes(file))) as [Bytes, Bytes, Bytes, Bytes, Bytes]
  // Both workers take the runtime from the same bytes: loaded once, and a worker restarted without a network finds them too.
  const wasmBinary = URL.createObjectURL(new Blob([wasm], { type: 'application/wasm' }))
  const wasmLoader = loader.url('runtime/vision_wasm_module_internal.js')
  const opening = openEyes(root, { faceAssets: { wasmLoader, wasmBinary, model: face }, personAssets: { wasmLoader, wasmBinary, model: person } })
  const photo = new WorkerClient<PhotoApi>({ spawn: () => spawn('photo', root), prepare: api => api.load({ encoder, resampler }) })
  const parts = new Parts(async () => {
    const late = await AssetLoader.open(root, LATE, (loadedBytes, totalBytes) => onProgress?.({ stage: 'parts', loadedBytes, totalBytes }))
    void dropFormer(late, root)
    const [runtime, model] = await Promise.all([late.bytes(PARTS_RUNTIME), late.bytes(PARTS)])
    return new WorkerClient<PartsApi>({ spawn: () => spawn('parts', root), prepare: api => api.load({ runtime, model }) })
  })
  const heic = new Heic(async () => {
    const late = await AssetLoader.open(root, [HEIC], (loadedBytes, totalBytes) => onProgress?.({ stage: 'heic', loadedBytes, totalBytes }))
    return { loader: late.url(HEIC_LOADER), wasm: await late.bytes(HEIC) }
  }, () => spawn('heic', root))
  const close = (): void => { void opening.then(({ eyes }) => eyes.close(), () => {}); photo.close(); parts.close(); heic.close(); URL.revokeObjectURL(wasmBinary) }
  try {
    const [sight] = await Promise.all([opening, photo.ready()])
    return { ...sight, photo, parts, heic, close }
  } catch (error) { close(); throw error }
}

/** In workers, or else on the page: the workers themselves say what they lack. Errors: unsupported-browser where the page has no WebGL either. */
async function openEyes(root: URL, assets: Pick<EyesOptions, 'faceAssets' | 'personAssets'>): Promise<Sight> {
  const open = async (visionOn: Sight['visionOn'], spawners: Pick<EyesOptions, 'spawnFace' | 'spawnPerson'>): Promise<Sight> => {
    const eyes = new Eyes({ ...spawners, ...assets })
    try { await eyes.ready() } catch (error) { eyes.close(); throw error }
    return { eyes, visionOn }
  }
  return open('workers', { spawnFace: () => spawn('face', root), spawnPerson: () => spawn('person', root) }).catch(async (error: unknown) => {
    if (!(error instanceof PhotoError && error.code === 'unsupported-browser')) throw error
    const { faceOnPage, personOnPage } = await import('./vision-on-page').catch((cause: unknown) => { throw new PhotoError('assets-missing', 'vision-on-page', { cause }) })
    return open('page', { spawnFace: faceOnPage, spawnPerson: personOnPage })
  })
}
