import { PhotoError } from '../contract/failure'
import { measureLzw } from '../lib/lzw-length'

const IMAGE = 0x2c
const EXTENSION = 0x21

/** Refuses a GIF whose first image lacks pixels: browsers leave them out without a word. Errors: damaged. */
export function assertWholeGif(bytes: Uint8Array): void {
  const tableBytes = (flags: number): number => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0)
  let at = 13 + tableBytes(bytes[10]!)
  while (bytes[at] === EXTENSION) at = skipBlocks(bytes, at + 2)
  if (bytes[at] !== IMAGE) throw new PhotoError('damaged', 'the GIF has no image')
  const pixels = readU16(bytes, at + 5) * readU16(bytes, at + 7)
  const codesAt = at + 10 + tableBytes(bytes[at + 9]!)
  const minimumBits = bytes[codesAt]!
  if (!(minimumBits >= 1 && minimumBits <= 8)) throw new PhotoError('damaged', 'GIF codes of no size')
  const { values, whole } = measureLzw(joinBlocks(bytes, codesAt + 1), minimumBits, pixels)
  if (!whole)
    throw new PhotoError('damaged', `GIF data end after ${((100 * values) / pixels).toFixed(1)} % of the picture`)
}

const readU16 = (bytes: Uint8Array, at: number): number => bytes[at]! | (bytes[at + 1]! << 8)

/** Where the next block begins, behind data blocks that each begin with their length; an empty one ends them. */
function skipBlocks(bytes: Uint8Array, from: number): number {
  let at = from
  while (bytes[at]) at += 1 + bytes[at]!
  return at + 1
}

function joinBlocks(bytes: Uint8Array, from: number): Uint8Array {
  const data = new Uint8Array(bytes.length - from)
  let length = 0
  for (let at = from; bytes[at]; at += 1 + bytes[at]!) {
    const block = bytes.subarray(at + 1, at + 1 + bytes[at]!)
    data.set(block, length)
    length += block.length
  }
  return data.subarray(0, length)
}
