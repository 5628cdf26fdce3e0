import { expose } from 'comlink'
import type { PartsApi } from '../src/contract/apis'
import { PartsModel } from '../src/vision/parts-model'

let model: PartsModel | undefined

const api = {
  async load(assets) {
    model = await PartsModel.load(assets.runtime, assets.model)
  },
  detect: crops => model!.detect(crops),
} satisfies PartsApi

expose(api)
