import { ImageSegmenter } from '@mediapipe/tasks-vision'
import { transfer } from 'comlink'
import type { PersonApi, VisionAssets } from '../contract/apis'
import type { Mask } from '../contract/pixels'
import { VisionTask, type TaskCanvas } from './vision-task'

/** Mask of the person, in a worker or on the main thread. */
export class PersonTask implements PersonApi {
  private readonly segmenter: VisionTask<ImageSegmenter>

  constructor(makeCanvas: () => TaskCanvas) {
    this.segmenter = new VisionTask(makeCanvas, (fileset, options) =>
      ImageSegmenter.createFromOptions(fileset, { ...options, outputConfidenceMasks: true, outputCategoryMask: false }),
    )
  }

  load(assets: VisionAssets): Promise<void> {
    return this.segmenter.load(assets)
  }

  async segment(image: ImageBitmap): Promise<Mask> {
    try {
      const mask = await this.segmenter.run((task): Mask => {
        const result = task.segment(image)
        const confidence = result.confidenceMasks![0]!
        const { width, height } = confidence
        const data = Uint8Array.from(confidence.getAsFloat32Array(), value => Math.round(255 * value))
        result.close()
        return { width, height, data }
      })
      return transfer(mask, [mask.data.buffer])
    } finally {
      image.close()
    }
  }

  close(): void {
    this.segmenter.close()
  }
}
