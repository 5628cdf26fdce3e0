import { expose, transfer } from 'comlink'
import type { HeicApi } from '../src/contract/apis'
import { PhotoError } from '../src/contract/failure'
import { displayP3ToSrgb } from '../src/lib/display-p3'
import { assertNotTooLarge, readFileFacts } from '../src/sources/file-facts'
import { readFile } from '../src/sources/read-file'
import { readHeif } from '../src/sources/heif-boxes'
import { HeicDecoder } from '../src/vision/heic-decoder'

/**
 * H.273 transfer curves of high dynamic range (PQ, HLG). Shown without tone mapping they look washed out, and so would
 * be judged.
 */
const HDR_TRANSFER_CURVES = [16, 18]

let decoder: HeicDecoder | undefined

const api = {
  async load({ loader, wasm }) {
    decoder = await HeicDecoder.load(loader, wasm)
  },

  async decode(file) {
    const bytes = await readFile(file)
    const { colourSpace } = readFileFacts(bytes)
    if (HDR_TRANSFER_CURVES.includes(readHeif(bytes).nclx?.transfer ?? 0))
      throw new PhotoError('unsupported-format', 'high dynamic range')
    const pixels = decoder!.decode(bytes, assertNotTooLarge)
    if (colourSpace === 'display-p3') displayP3ToSrgb(pixels.data)
    return transfer(pixels, [pixels.data.buffer])
  },
} satisfies HeicApi

expose(api)
