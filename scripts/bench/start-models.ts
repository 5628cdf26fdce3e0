import { wrap, type Remote } from 'comlink'
import type { FaceApi, PartsApi, PersonApi, VisionAssets } from '../../src/contract/apis'

/** The built library's workers, called directly. Runs in the page; `base` is where the site is served. */

export interface StartedWorker<Api> {
  readonly api: Remote<Api>
  readonly stop: () => void
}

export async function fetchBytes(base: string, path: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(`${base}/check/${path}`)).arrayBuffer())
}

export async function startFace(base: string): Promise<StartedWorker<FaceApi>> {
  const started = startWorker<FaceApi>(base, 'face')
  await started.api.load(await fetchVisionAssets(base, 'models/face.task'))
  return started
}

export async function startPerson(base: string): Promise<StartedWorker<PersonApi>> {
  const started = startWorker<PersonApi>(base, 'person')
  await started.api.load(await fetchVisionAssets(base, 'models/person.tflite'))
  return started
}

/** The worker of the parts model, and what it is to load. */
export async function openParts(
  base: string,
): Promise<StartedWorker<PartsApi> & { readonly assets: Parameters<PartsApi['load']>[0] }> {
  const started = startWorker<PartsApi>(base, 'parts')
  const runtime = await fetchBytes(base, 'runtime/ort-wasm-simd-threaded.wasm')
  const model = await fetchBytes(base, 'models/parts.onnx')
  const covering = await fetchBytes(base, 'models/covering.onnx')
  return { ...started, assets: { runtime, model, covering } }
}

function startWorker<Api>(base: string, name: string): StartedWorker<Api> {
  const worker = new Worker(`${base}/check/lib/workers/${name}.js`, { type: 'module' })
  return { api: wrap<Api>(worker), stop: () => worker.terminate() }
}

const fetchVisionAssets = async (base: string, model: string): Promise<VisionAssets> => ({
  wasmLoader: `${base}/check/runtime/vision_wasm_module_internal.js`,
  wasmBinary: `${base}/check/runtime/vision_wasm_module_internal.wasm`,
  model: await fetchBytes(base, model),
})
