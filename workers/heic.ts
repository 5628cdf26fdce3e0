import { transfer } from 'comlink'
import type { HeicApi } from '../src/contract/apis'
import { displayP3ToSrgb } from '../src/lib/display-p3'
import { assertNotTooLarge, readFileFacts } from '../src/sources/file-facts'
import { readFile } from '../src/sources/read-file'
import { HeicDecoder } from '../src/vision/heic-decoder'
import { serve } from './serve'

let decoder: HeicDecoder | undefined

const api = {
  async load({ loader, wasm }) {
    decoder = await HeicDecoder.load(loader, wasm)
  },

  async decode(file) {
    const bytes = await readFile(file)
    const { colourSpace } = readFileFacts(bytes)
    const pixels = decoder!.decode(bytes, assertNotTooLarge)
    if (colourSpace === 'display-p3') displayP3ToSrgb(pixels.data)
    return transfer(pixels, [pixels.data.buffer])
  },
} satisfies HeicApi

serve(api)
