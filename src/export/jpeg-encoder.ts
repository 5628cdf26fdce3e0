import type { MozJPEGModule } from '@jsquash/jpeg/codec/enc/mozjpeg_enc.js'
import createModule from '@jsquash/jpeg/codec/enc/mozjpeg_enc.js'
import { defaultOptions } from '@jsquash/jpeg/meta.js'
import type { EncodedPhoto, FileTarget } from '../contract/apis'
import type { Pixels } from '../contract/pixels'
import { withDensity } from './jfif'
import { searchQuality } from './quality-search'

/** mozjpeg as WebAssembly: gives the same bytes in every browser. */
export class JpegEncoder {
  private constructor(private readonly module: MozJPEGModule) {}

  /** `wasm`: the compiled runtime/mozjpeg_enc.wasm. */
  static async load(wasm: WebAssembly.Module): Promise<JpegEncoder> {
    const instantiateWasm = (
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance) => void,
    ): WebAssembly.Exports => {
      const instance = new WebAssembly.Instance(wasm, imports)
      done(instance)
      return instance.exports
    }
    return new JpegEncoder(await createModule({ noInitialRun: true, instantiateWasm } as never))
  }

  /**
   * Baseline, 8 bits, YCbCr, with the standard's tables (Annex K), so that readers can derive the requested quality.
   */
  private encodeAt({ data, width, height }: Pixels, quality: number): Uint8Array<ArrayBuffer> {
    const FULL_CHROMA_FROM = 90
    const view = this.module.encode(data as Uint8ClampedArray<ArrayBuffer>, width, height, {
      ...defaultOptions,
      quality,
      baseline: true,
      progressive: false,
      quant_table: 0,
      auto_subsample: false,
      chroma_subsample: quality >= FULL_CHROMA_FROM ? 1 : 2,
    })
    return new Uint8Array(view)
  }

  /** Encodes at the highest quality that fits. Errors: no-crop, too-small (see searchQuality). */
  encode(pixels: Pixels, target: FileTarget): Omit<EncodedPhoto, 'timings'> {
    const sample = sampleStrips(pixels)
    const { encoded, quality, encodes } = searchQuality({
      limits: target,
      encode: quality => this.encodeAt(pixels, quality),
      sizeOf: bytes => bytes.length,
      estimate: quality =>
        HEADER_BYTES + ((this.encodeAt(sample, quality).length - HEADER_BYTES) * pixels.height) / sample.height,
    })
    return { bytes: withDensity(encoded, target.density), quality, encodes }
  }
}

/** Bytes of a JPEG's tables and headers, which do not depend on the picture's size. */
const HEADER_BYTES = 600
/** Height of one strip (two rows of the largest blocks), and the sampling interval: one strip in `STRIP_STEP`. */
const STRIP_HEIGHT_PX = 32
const STRIP_STEP = 16

/** Every sixteenth strip: costs 1/16 to encode and samples the whole height. */
function sampleStrips({ width, height, data }: Pixels): Pixels {
  const parts: Uint8ClampedArray[] = []
  for (let top = 0; top < height; top += STRIP_HEIGHT_PX * STRIP_STEP) {
    const middle = Math.min(height - STRIP_HEIGHT_PX, top + STRIP_HEIGHT_PX * (STRIP_STEP >> 1))
    if (middle >= top) parts.push(data.subarray(4 * width * middle, 4 * width * (middle + STRIP_HEIGHT_PX)))
  }
  if (!parts.length) return { width, height, data }
  const joined = new Uint8ClampedArray(parts.length * 4 * width * STRIP_HEIGHT_PX)
  parts.forEach((part, i) => joined.set(part, i * 4 * width * STRIP_HEIGHT_PX))
  return { width, height: parts.length * STRIP_HEIGHT_PX, data: joined }
}
