import { transfer, wrap, type Remote } from 'comlink'
import type { FaceApi, PartsApi, PersonApi } from '../../../src/contract/apis'
import type { Part } from '../../../src/contract/parts'
import type { Pixels } from '../../../src/contract/pixels'
import { PART_CROPS } from '../../../src/lib/part-crops'
import { openCamera } from './page'

/** Calls of each model whose median is told, after as many that are not. */
const ROUNDS = 40

/**
 * Milliseconds of one call of each model in its worker, with nothing else running: on the camera's frames, as the live
 * loop hands them over.
 */
export async function measureBareModels(base: string): Promise<Record<string, number>> {
  const bytes = async (path: string): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(await (await fetch(`${base}/check/${path}`)).arrayBuffer())
  const started = <Api>(name: string): { worker: Worker; api: Remote<Api> } => {
    const worker = new Worker(`${base}/check/lib/workers/${name}.js`, { type: 'module' })
    return { worker, api: wrap<Api>(worker) }
  }
  const vision = {
    wasmLoader: `${base}/check/runtime/vision_wasm_module_internal.js`,
    wasmBinary: `${base}/check/runtime/vision_wasm_module_internal.wasm`,
  }
  const video = await openCamera()
  const median = async <Input>(
    make: () => Promise<Input> | Input,
    call: (input: Input) => Promise<unknown>,
  ): Promise<number> => {
    const times: number[] = []
    for (let i = 0; i < 2 * ROUNDS; i++) {
      const input = await make()
      const start = performance.now()
      await call(input)
      times.push(performance.now() - start)
    }
    return times.slice(ROUNDS).sort((a, b) => a - b)[ROUNDS >> 1]!
  }
  const figures: Record<string, number> = {}

  const face = started<FaceApi>('face')
  await face.api.load({ ...vision, model: await bytes('models/face.task') })
  figures['face'] = await median(
    () => new VideoFrame(video),
    frame => face.api.detect(transfer(frame, [frame])),
  )
  face.worker.terminate()

  const person = started<PersonApi>('person')
  await person.api.load({ ...vision, model: await bytes('models/person.tflite') })
  figures['person'] = await median(
    () => drawSmallPicture(video),
    image => person.api.segment(transfer(image, [image])),
  )
  person.worker.terminate()

  const parts = started<PartsApi>('parts')
  await parts.api.load({
    runtime: await bytes('runtime/ort-wasm-simd-threaded.wasm'),
    model: await bytes('models/parts.onnx'),
  })
  const crop = (part: Part): Pixels => {
    const { width, height } = PART_CROPS[part]
    return { width, height, data: Uint8ClampedArray.from({ length: 4 * width * height }, (_, i) => (i * 7919) % 251) }
  }
  const crops = {
    ears: { left: crop('ear'), right: crop('ear') },
    brows: { left: crop('brow'), right: crop('brow') },
    eyes: crop('eyes'),
    mouth: crop('mouth'),
    crown: crop('crown'),
  }
  figures['parts'] = await median(
    () => crops,
    given => parts.api.detect(given),
  )
  parts.worker.terminate()
  return figures
}

/** Pixels in memory, as the photo worker makes them. */
function drawSmallPicture(video: HTMLVideoElement): Promise<ImageBitmap> {
  const canvas = new OffscreenCanvas(512, 288)
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  context.drawImage(video, 0, 0, 512, 288)
  return createImageBitmap(context.getImageData(0, 0, 512, 288))
}
