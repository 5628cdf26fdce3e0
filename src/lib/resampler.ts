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

interface Size {
  readonly width: number
  readonly height: number
}

const WASM_PAGE_BYTES = 65_536
/** Bytes per pixel in linear light: four floats. */
const PIXEL_BYTES = 16

/** `weights` and `sums` are addresses; `addressOf` gives the address of a source row of the rectangle. */
interface RowSum {
  readonly down: Weights
  readonly y: number
  readonly addressOf: (y: number) => number
  readonly weights: number
  readonly sums: number
  readonly pixels: number
}

/** Downscales images in linear light. The inner loops are WebAssembly with SIMD, which the models need anyway. */
export class Resampler {
  private readonly memory = new WebAssembly.Memory({ initial: 1 })
  private readonly kernel: Kernel

  /** `module`: the compiled runtime/resample.wasm. */
  constructor(module: WebAssembly.Module) {
    this.kernel = new WebAssembly.Instance(module, { env: { memory: this.memory } }).exports as unknown as Kernel
  }

  /**
   * Resamples a rectangle (whole pixels) to width x height: vertically first, then each finished row horizontally, so
   * that only as many rows as the weights cover are in memory. Errors: RangeError for upscaling.
   */
  reduce(
    { data, width: stride }: Pixels,
    rect: Rect,
    { width, height }: Size,
    weightsOf: (source: number, output: number) => Weights,
  ): Pixels {
    if (width > rect.width || height > rect.height) throw new RangeError('A picture is never enlarged.')
    const down = weightsOf(rect.height, height)
    const across = weightsOf(rect.width, width)
    const at = this.layOut(rect.width, width, { down, across })
    const memory = new Uint8Array(this.memory.buffer)
    const addressOf = (y: number): number => at.rows + PIXEL_BYTES * rect.width * (y % down.taps)
    const convertRow = (y: number): void => {
      const from = 4 * ((rect.y + y) * stride + rect.x)
      this.put(at.source, data.subarray(from, from + 4 * rect.width))
      this.kernel.toLinear(at.source, rect.width, at.linear, addressOf(y))
    }
    const reduced = new Uint8ClampedArray(4 * width * height)
    let converted = 0
    for (let y = 0; y < height; y++) {
      for (; converted < down.first[y]! + down.taps; converted++) convertRow(converted)
      memory.fill(0, at.sums, at.sums + PIXEL_BYTES * rect.width)
      this.sumRows({ down, y, addressOf, weights: at.down, sums: at.sums, pixels: rect.width })
      this.kernel.across(at.sums, at.first, at.across, across.taps, at.bytes, ROOT_STEPS, at.out, width)
      reduced.set(memory.subarray(at.out, at.out + 4 * width), 4 * width * y)
    }
    return { width, height, data: reduced }
  }

  /** Allocates memory for reducing rows of `from` pixels to `to` and writes the tables; returns each part's address. */
  private layOut(from: number, to: number, { down, across }: { readonly down: Weights; readonly across: Weights }) {
    const at = this.allocate({
      linear: LINEAR_BY_BYTE.byteLength,
      bytes: BYTE_BY_ROOT.byteLength,
      down: down.weights.byteLength,
      first: across.first.byteLength,
      across: across.weights.byteLength,
      source: 4 * from,
      rows: PIXEL_BYTES * from * down.taps,
      sums: PIXEL_BYTES * from,
      out: 4 * to,
    })
    this.put(at.linear, LINEAR_BY_BYTE)
    this.put(at.bytes, BYTE_BY_ROOT)
    this.put(at.down, down.weights)
    this.put(at.first, across.first)
    this.put(at.across, across.weights)
    return at
  }

  /** Row `y` of the output before horizontal reduction: the weighted sum of rows of linear light. */
  private sumRows({ down, y, addressOf, weights, sums, pixels }: RowSum): void {
    const { taps, first } = down
    const row = (tap: number): number => addressOf(first[y]! + tap)
    let tap = 0
    for (; tap + 4 <= taps; tap += 4) {
      const weight = weights + 4 * (y * taps + tap)
      this.kernel.accumulateFour(row(tap), row(tap + 1), row(tap + 2), row(tap + 3), weight, sums, pixels)
    }
    for (; tap < taps; tap++) this.kernel.accumulate(row(tap), down.weights[y * taps + tap]!, sums, pixels)
  }

  private put(address: number, { buffer, byteOffset, byteLength }: ArrayBufferView): void {
    new Uint8Array(this.memory.buffer).set(new Uint8Array(buffer, byteOffset, byteLength), address)
  }

  /** A 16-byte aligned address for each part; grows the memory as needed. */
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
