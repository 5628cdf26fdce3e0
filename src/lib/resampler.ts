import type { Pixels } from '../contract/pixels'
import type { Rect } from '../contract/space'
import { ROOT_STEPS, BYTE_BY_ROOT, LINEAR_BY_BYTE } from './linear-light'
import type { Weights } from './resample-weights'

/** kernels/resample.ts; addresses are bytes in `memory`. */
interface Kernel {
  toLinear(source: number, pixels: number, table: number, out: number): void
  accumulate(row: number, weight: number, sums: number, pixels: number): void
  accumulateFour(a: number, b: number, c: number, d: number, weights: number, sums: number, pixels: number): void
  across(
    line: number,
    first: number,
    weights: number,
    taps: number,
    bytes: number,
    steps: number,
    out: number,
    pixels: number,
  ): void
}

const WASM_PAGE_BYTES = 65_536
/** Bytes of a pixel in linear light: four floats. */
const PIXEL_BYTES = 16

/**
 * Makes pictures smaller, in linear light, by any weights; the inner loops are WebAssembly with SIMD (which the models
 * need anyway).
 */
export class Resampler {
  private readonly memory = new WebAssembly.Memory({ initial: 1 })
  private readonly kernel: Kernel

  /** `module`: runtime/resample.wasm, compiled. */
  constructor(module: WebAssembly.Module) {
    this.kernel = new WebAssembly.Instance(module, { env: { memory: this.memory } }).exports as unknown as Kernel
  }

  /**
   * A rectangle (whole pixels) of a picture at width x height. Downwards first, then each finished row sideways: only
   * as many rows as the weights reach over are held. Errors: RangeError where the picture would grow.
   */
  reduce(
    { data, width: stride }: Pixels,
    rect: Rect,
    width: number,
    height: number,
    weightsOf: (source: number, output: number) => Weights,
  ): Pixels {
    if (width > rect.width || height > rect.height) throw new RangeError('A picture is never enlarged.')
    const down = weightsOf(rect.height, height)
    const across = weightsOf(rect.width, width)
    const at = this.allocate({
      linear: LINEAR_BY_BYTE.byteLength,
      bytes: BYTE_BY_ROOT.byteLength,
      source: 4 * rect.width,
      rows: PIXEL_BYTES * rect.width * down.taps,
      sums: PIXEL_BYTES * rect.width,
      down: down.weights.byteLength,
      first: across.first.byteLength,
      across: across.weights.byteLength,
      out: 4 * width,
    })
    const memory = new Uint8Array(this.memory.buffer)
    const put = (address: number, values: ArrayBufferView): void =>
      memory.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), address)
    put(at.linear, LINEAR_BY_BYTE)
    put(at.bytes, BYTE_BY_ROOT)
    put(at.down, down.weights)
    put(at.first, across.first)
    put(at.across, across.weights)
    const row = (y: number): number => at.rows + PIXEL_BYTES * rect.width * (y % down.taps)
    const reduced = new Uint8ClampedArray(4 * width * height)
    let converted = 0
    for (let y = 0; y < height; y++) {
      const first = down.first[y]!
      for (; converted < first + down.taps; converted++) {
        const from = 4 * ((rect.y + converted) * stride + rect.x)
        put(at.source, data.subarray(from, from + 4 * rect.width))
        this.kernel.toLinear(at.source, rect.width, at.linear, row(converted))
      }
      memory.fill(0, at.sums, at.sums + PIXEL_BYTES * rect.width)
      let tap = 0
      for (; tap + 4 <= down.taps; tap += 4)
        this.kernel.accumulateFour(
          row(first + tap),
          row(first + tap + 1),
          row(first + tap + 2),
          row(first + tap + 3),
          at.down + 4 * (y * down.taps + tap),
          at.sums,
          rect.width,
        )
      for (; tap < down.taps; tap++)
        this.kernel.accumulate(row(first + tap), down.weights[y * down.taps + tap]!, at.sums, rect.width)
      this.kernel.across(at.sums, at.first, at.across, across.taps, at.bytes, ROOT_STEPS, at.out, width)
      reduced.set(memory.subarray(at.out, at.out + 4 * width), 4 * width * y)
    }
    return { width, height, data: reduced }
  }

  /** An address for each part, 16-aligned; the memory grows to hold them all. */
  private allocate<Part extends string>(sizes: Readonly<Record<Part, number>>): Record<Part, number> {
    let end = 0
    const addresses = Object.fromEntries(
      Object.entries<number>(sizes).map(([part, size]) => {
        const address = end
        end += Math.ceil(size / PIXEL_BYTES) * PIXEL_BYTES
        return [part, address]
      }),
    ) as Record<Part, number>
    const missing = Math.ceil((end - this.memory.buffer.byteLength) / WASM_PAGE_BYTES)
    if (missing > 0) this.memory.grow(missing)
    return addresses
  }
}
