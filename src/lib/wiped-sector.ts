/**
 * Bytes of one value in a row that entropy-coded pictures don't have, and that lost sectors of disks and interrupted
 * transfers come back as. An arithmetic coder of 8-bit probabilities repeats a byte only while the likeliest symbol
 * follows, a bit on 177 of them: 512 bytes are 700,000 empty blocks in a row.
 */
const SECTOR_BYTES = 512

/** Where a whole sector of one value begins; -1 where there is none. */
export function findWipedSector(bytes: Uint8Array, from: number, to: number): number {
  // A run that long covers a place of this grid, so most bytes needn't be looked at.
  for (let grid = from + SECTOR_BYTES - 1; grid < to; grid += SECTOR_BYTES) {
    let start = grid
    while (start > from && bytes[start - 1] === bytes[grid]) start--
    let end = grid + 1
    while (end < to && end - start < SECTOR_BYTES && bytes[end] === bytes[grid]) end++
    if (end - start >= SECTOR_BYTES) return start
  }
  return -1
}
