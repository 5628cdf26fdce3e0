import * as ort from 'onnxruntime-web/wasm'
import type { PartsAssets } from '../contract/apis'
import type { PartCrops, PartMap, DetectedParts } from '../contract/parts'
import type { Pixels } from '../contract/pixels'

/**
 * The parts model and that of coverings under onnxruntime-web: crops in, likelihoods out. Scaling and calibration are
 * inside the model files (training/export.py, training/covering/export.py), so that no constants are needed here.
 */
export class PartsModel {
  private constructor(
    private readonly session: ort.InferenceSession,
    private readonly covering: ort.InferenceSession,
  ) {}

  static async load({ runtime, model, covering }: PartsAssets): Promise<PartsModel> {
    // Threads need cross-origin isolation, which an embedding page may lack.
    ort.env.wasm.numThreads = 1
    ort.env.wasm.wasmBinary = runtime
    const options = { executionProviders: ['wasm'], graphOptimizationLevel: 'all' } as const
    // One after the other: both start the same runtime.
    return new PartsModel(
      await ort.InferenceSession.create(model, options),
      await ort.InferenceSession.create(covering, options),
    )
  }

  async detect({ ears, brows, eyes, mouth, crown, face }: PartCrops): Promise<DetectedParts> {
    const feeds = {
      ears: toTensor(ears.right, ears.left),
      brows: toTensor(brows.right, brows.left),
      eyes: toTensor(eyes),
      mouth: toTensor(mouth),
      crown: toTensor(crown),
    }
    const parts = await this.session.run(feeds)
    const outputs = { ...parts, ...(await this.covering.run({ face: toTensor(face) })) }
    const values = (name: string): Float32Array => outputs[name]!.data as Float32Array
    const map = (name: string, index: number): PartMap => {
      const [height, width] = outputs[name]!.dims.slice(-2) as [number, number]
      return { width, height, data: values(name).slice(index * width * height, (index + 1) * width * height) }
    }
    const ear = (index: number): DetectedParts['ears']['left'] => {
      const [left, top, right, bottom] = values('ears_box').subarray(4 * index) as unknown as [
        number,
        number,
        number,
        number,
      ]
      return { visible: values('ears_visible')[index]!, box: { left, top, right, bottom } }
    }
    return {
      ears: { right: ear(0), left: ear(1) },
      brows: { right: map('brows_cover', 0), left: map('brows_cover', 1) },
      eyes: {
        worn: values('eyes_kind')[0]!,
        tinted: values('eyes_kind')[1]!,
        rim: map('eyes_marks', 0),
        glare: map('eyes_marks', 1),
        crossing: map('eyes_marks', 2),
      },
      mouth: { open: values('mouth_open')[0]! },
      crown: { worn: values('crown_worn')[0]!, cloth: map('crown_cloth', 0) },
      face: { covered: values('face_covered')[0]!, cover: map('face_cover', 0) },
    }
  }
}

/** Batch of N x height x width x 4 bytes. */
function toTensor(...crops: readonly Pixels[]): ort.Tensor {
  const [{ width, height }] = crops as [Pixels]
  const bytes = new Uint8Array(crops.length * 4 * width * height)
  crops.forEach(({ data }, i) => bytes.set(data, i * data.length))
  return new ort.Tensor('uint8', bytes, [crops.length, height, width, 4])
}
