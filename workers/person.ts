import { ImageSegmenter } from '@mediapipe/tasks-vision'
import { expose, transfer } from 'comlink'
import type { PersonApi } from '../src/contract/apis'
import type { Mask } from '../src/contract/pixels'
import { assertContext, taskOptions } from './vision-task'

let segmenter: ImageSegmenter | undefined

const api = {
  async load(assets) {
    const { fileset, options } = taskOptions(assets)
    segmenter = await ImageSegmenter.createFromOptions(fileset, { ...options, outputConfidenceMasks: true, outputCategoryMask: false })
  },
  async segment(image) {
    try {
      assertContext()
      const result = segmenter!.segment(image)
      const confidence = result.confidenceMasks![0]!
      const mask: Mask = { width: confidence.width, height: confidence.height, data: Uint8Array.from(confidence.getAsFloat32Array(), value => Math.round(255 * value)) }
      result.close()
      return transfer(mask, [mask.data.buffer])
    } finally { image.close() }
  },
} satisfies PersonApi

expose(api)
