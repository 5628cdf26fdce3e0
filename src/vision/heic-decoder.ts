import type { MainModule } from 'libheif-js/libheif-wasm/libheif'
import { PhotoError, type FailureCode } from '../contract/failure'
import type { Pixels } from '../contract/pixels'
import { layOnWhite } from '../lib/on-white'

/** What libheif's functions return on failure: an object with an error code instead of the result. */
interface HeifError {
  readonly code: { readonly value: number }
  readonly subcode?: { readonly value: number }
  readonly message: string
}
/** Interleaved RGBA is one channel; its data are in libheif's memory. */
interface DecodedHeif {
  readonly channels: readonly [
    { readonly width: number; readonly height: number; readonly stride: number; readonly data: Uint8Array },
  ]
}

/**
 * libheif's error codes (heif_error.h) that do not mean a broken file: unsupported file type, feature or plugin; out of
 * memory.
 */
const FAILURE_BY_HEIF_ERROR: Readonly<Record<number, FailureCode>> = {
  3: 'unsupported-format',
  4: 'unsupported-format',
  6: 'out-of-memory',
}

/**
 * libheif's subcode of a security limit: more boxes, items or references than a photo has. It comes with the code for
 * memory, though none was wanting; how many pixels there are is asked before.
 */
const SECURITY_LIMIT_EXCEEDED = 1000

/**
 * libheif with libde265 as WebAssembly, in a separate file (LGPL: public/models/licences/libheif.md). Its heap never
 * shrinks: use it once, then terminate the worker.
 */
export class HeicDecoder {
  private constructor(private readonly libheif: MainModule) {}

  /**
   * `loader`: URL of libheif.js; `wasm`: bytes of libheif.wasm. Errors: assets-missing, unsupported-format where the
   * browser can't run it.
   */
  static async load(loader: string, wasm: Uint8Array<ArrayBuffer>): Promise<HeicDecoder> {
    const { default: start } = await (
      import(/* @vite-ignore */ loader) as Promise<{ default: (options: { wasmBinary: Uint8Array }) => MainModule }>
    ).catch((cause: unknown) => {
      throw new PhotoError('assets-missing', loader, { cause })
    })
    try {
      return new HeicDecoder(start({ wasmBinary: wasm }))
    } catch (cause) {
      throw new PhotoError('unsupported-format', 'image/heic', { cause })
    }
  }

  /**
   * The primary image, rotated and mirrored by its boxes, composited on white; RGB in the file's own colour space, 8
   * bits. `assertSize` gets its size before decoding.
   */
  decode(file: Uint8Array, assertSize: (width: number, height: number) => void): Pixels {
    const { libheif } = this
    const context = libheif.heif_context_alloc()
    assertSucceeded(libheif.heif_context_read_from_memory(context, file))
    const handle = libheif.heif_js_context_get_primary_image_handle(context)
    assertSucceeded(handle)
    assertSize(libheif.heif_image_handle_get_width(handle), libheif.heif_image_handle_get_height(handle))
    const decoded = libheif.heif_js_decode_image2(
      handle,
      libheif.heif_colorspace.heif_colorspace_RGB,
      libheif.heif_chroma.heif_chroma_interleaved_RGBA,
    )
    assertSucceeded(decoded)
    const pixels = copyPixels(decoded)
    if (libheif.heif_image_handle_has_alpha_channel(handle))
      layOnWhite(pixels.data, libheif.heif_image_handle_is_premultiplied_alpha(handle) !== 0)
    return pixels
  }
}

function assertSucceeded(answer: object): void {
  const { code, subcode, message } = answer as Partial<HeifError>
  if (!code?.value) return
  if (subcode?.value === SECURITY_LIMIT_EXCEEDED) throw new PhotoError('damaged', message)
  throw new PhotoError(FAILURE_BY_HEIF_ERROR[code.value] ?? 'damaged', message)
}

/** Copies the pixels out of libheif's memory, without row padding. */
function copyPixels({ channels: [{ width, height, stride, data: rows }] }: DecodedHeif): Pixels {
  const data = new Uint8ClampedArray(4 * width * height)
  for (let y = 0; y < height; y++) data.set(rows.subarray(y * stride, y * stride + 4 * width), 4 * width * y)
  return { width, height, data }
}
