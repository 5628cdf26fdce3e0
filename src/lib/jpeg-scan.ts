import type { BandRuns } from './jpeg-band-runs'
import type { HuffmanTable } from './jpeg-huffman'

/** What ends the walk of a scan before its last block. */
export type ScanFault =
  'no-code' | 'coefficient' | 'value' | 'repeated' | 'data-end' | 'end-of-band-run' | 'unjoined-runs'

/** A component within one scan (ITU-T T.81 B.2.3). */
export interface ScanComponent {
  readonly dc: HuffmanTable | null
  readonly ac: HuffmanTable | null
  /** The largest size category that each coefficient can have, in zigzag order. */
  readonly sizes: Uint8Array
  /** The largest absolute DC value, quantised. */
  readonly maxDc: number
  /** Two words a block, a bit for each coefficient known not to be zero; null where no scan will ask. */
  readonly nonZero: Uint32Array | null
  prediction: number
}

export interface Scan {
  /** The component of each block of an MCU, in order (A.2.3). */
  readonly order: readonly ScanComponent[]
  readonly spectralStart: number
  readonly spectralEnd: number
  readonly low: number
  /** Blocks in a row of the picture, of a scan with one component. */
  readonly width: number
  /** One for all scans of a file. */
  readonly runs: BandRuns
  /** Blocks walked, all restart intervals together. */
  blocks: number
  fault: ScanFault | null
}

/** Negative in place of a bit position. */
export const NO_CODE = -1
export const BEYOND_LAST_COEFFICIENT = -2
export const VALUE_TOO_LARGE = -3

/** Takes a position that a decoder returned; false ends the scan. */
export function isSound(scan: Scan, position: number, end: number): boolean {
  if (position >= 0 && position <= end) return true
  scan.fault =
    position > end
      ? 'data-end'
      : position === NO_CODE
        ? 'no-code'
        : position === VALUE_TOO_LARGE
          ? 'value'
          : 'coefficient'
  return false
}

/** Bytes of one value that no block with coefficients spells. */
const MIN_REPEATED_BYTES = 16

/**
 * The bits from `from` to `to`, one block's, hold nothing but one byte over and over. All coefficients of such a block
 * would be alike; a sector of zeros decodes like this, and by the Huffman tables of Annex K without any error.
 */
export function isRepeatedByte(bytes: Uint8Array, from: number, to: number): boolean {
  const last = to >> 3
  let at = (from + 7) >> 3
  if (last - at < MIN_REPEATED_BYTES) return false
  const value = bytes[at]!
  while (at < last) if (bytes[at++] !== value) return false
  return true
}
