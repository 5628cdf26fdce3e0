import type { PartsApi } from '../src/contract/apis'
import { PartsModel } from '../src/vision/parts-model'
import { serve } from './serve'

let model: PartsModel | undefined

const api = {
  async load(assets) {
    model = await PartsModel.load(assets)
  },
  detect: crops => model!.detect(crops),
} satisfies PartsApi

serve(api)
