import { PhotoError } from '../contract/failure'
import { hasAscii } from '../lib/bytes'

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
/** Adam7's seven passes: first column and row, and the steps between them (PNG 8.2). */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/**
 * Refuses a PNG whose data decompress to fewer bytes than its rows have: where a chunk is missing, browsers leave the
 * rest empty without a word. Told by the browser's own decompressor; engines without one open the file as before.
 * Errors: damaged.
 */
export async function assertAllPngRows(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  if (!('DecompressionStream' in globalThis)) return
  const expected = countRowBytes(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const found = await countInflated(new Blob(findData(bytes)), expected)
  if (found < expected)
    throw new PhotoError('damaged', `PNG data end after ${((100 * found) / expected).toFixed(1)} % of the picture`)
}

/** All rows with their filter bytes, before compression. */
function countRowBytes(view: DataView): number {
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  const bits = view.getUint8(24) * (CHANNELS[view.getUint8(25)] ?? 0)
  const count = (columns: number, rows: number): number => (columns ? rows * (1 + Math.ceil((columns * bits) / 8)) : 0)
  if (view.getUint8(28) === 0) return count(width, height)
  return PASSES.reduce(
    (sum, [x, y, stepX, stepY]) =>
      sum + count(Math.max(0, Math.ceil((width - x) / stepX)), Math.max(0, Math.ceil((height - y) / stepY))),
    0,
  )
}

function findData(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const data: Uint8Array<ArrayBuffer>[] = []
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at))
    if (hasAscii(bytes, at + 4, 'IDAT')) data.push(bytes.subarray(at + 8, at + 8 + view.getUint32(at)))
  return data
}

/** Bytes that come out before the data end or break, counting stops at `enough`. */
async function countInflated(data: Blob, enough: number): Promise<number> {
  const reader = data.stream().pipeThrough(new DecompressionStream('deflate')).getReader()
  let count = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (value) count += value.length
      if (done || count >= enough) break
    }
  } catch {
    // Cut off, or not decompressible: what came before counts.
    return count
  }
  void reader.cancel().catch(() => {})
  return count
}
