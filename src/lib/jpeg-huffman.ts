/** Bits looked up at once; longer codes are rare. */
const LOOKAHEAD_BITS = 9

/** A Huffman table of a JPEG, ready for decoding (ITU-T T.81 Annex C and F.2.2.3). */
export interface HuffmanTable {
  /** By the next nine bits: symbol << 8 | code length; 0 where the code is longer or none. */
  readonly short: Uint16Array
  /** By code length: the first 16-bit window above all codes of that length. */
  readonly ends: Int32Array
  /** By code length: what added to a code gives its place among the symbols. */
  readonly offsets: Int32Array
  readonly symbols: Uint8Array
}

/**
 * The table of a DHT segment: sixteen counts, then the symbols in the order of their codes (T.81 B.2.4.2, C.2). null
 * where the counts ask for more codes than there are.
 */
export function buildHuffmanTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable | null {
  const short = new Uint16Array(1 << LOOKAHEAD_BITS)
  const ends = new Int32Array(17)
  const offsets = new Int32Array(17)
  let code = 0
  let index = 0
  for (let length = 1; length <= 16; length++) {
    const count = counts[length - 1]!
    if (code + count > 1 << length || index + count > symbols.length) return null
    offsets[length] = index - code
    if (length <= LOOKAHEAD_BITS)
      for (let i = 0; i < count; i++) {
        const first = (code + i) << (LOOKAHEAD_BITS - length)
        const end = (code + i + 1) << (LOOKAHEAD_BITS - length)
        short.fill((symbols[index + i]! << 8) | length, first, end)
      }
    code += count
    index += count
    ends[length] = code << (16 - length)
    code <<= 1
  }
  return { short, ends, offsets, symbols }
}

/** The symbol whose code begins the 16-bit window: symbol << 8 | code length, or 0 where no code does. */
export const findSymbol = (table: HuffmanTable, window: number): number =>
  table.short[window >> (16 - LOOKAHEAD_BITS)]! || findLongCode(table, window)

function findLongCode({ ends, offsets, symbols }: HuffmanTable, window: number): number {
  for (let length = LOOKAHEAD_BITS + 1; length <= 16; length++)
    if (window < ends[length]!) return (symbols[offsets[length]! + (window >> (16 - length))]! << 8) | length
  return 0
}

/** The sixteen bits that begin at a bit position. Three bytes behind it must be there. */
export function peek16(bytes: Uint8Array, position: number): number {
  const at = position >> 3
  return (((bytes[at]! << 16) | (bytes[at + 1]! << 8) | bytes[at + 2]!) >> (8 - (position & 7))) & 0xffff
}
