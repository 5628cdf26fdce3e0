import { BandRuns } from './jpeg-band-runs'
import { EntropyData } from './jpeg-entropy-data'
import { readFrame, type Frame } from './jpeg-frame'
import { buildHuffmanTable, type HuffmanTable } from './jpeg-huffman'
import { walkAcFirst, walkAcRefinement, walkDcFirst, walkDcRefinement } from './jpeg-progressive-scan'
import type { ScanFault } from './jpeg-scan'
import { readScanHeader, type JpegTables, type ScanHeader } from './jpeg-scan-header'
import { walkSequential } from './jpeg-sequential-scan'
import { createStandardTables } from './jpeg-standard-tables'
import { readQuantisation } from './jpeg-structure'

/** What is wrong with a JPEG's data, in the order of the file. */
export type JpegFault =
  | ScanFault
  | 'no-frame'
  | 'unsupported'
  | 'tables'
  | 'scan-header'
  | 'restart'
  | 'data-left'
  | 'too-few-bits'
  | 'too-many-scans'
  | 'too-much-memory'
  | 'missing-scan'

/** The entropy-coded data of a JPEG, compared with what its headers announce. */
export interface JpegWalk {
  readonly fault: JpegFault | null
  /** The scan that ended the walk, from 1 on. */
  readonly scan: number
  /** Blocks of that scan. */
  readonly blocksExpected: number
  readonly blocksDecoded: number
  readonly shareMissing: number
}

const SOI = 0xd8,
  EOI = 0xd9,
  DHT = 0xc4,
  DQT = 0xdb,
  DRI = 0xdd,
  SOS = 0xda,
  RST0 = 0xd0

/** Bytes of any value that an encoder may leave behind the last block, as cameras that write words of 32 bits do. */
const MAX_EXTRA_BYTES = 4
/** And bytes of one value, as cameras that write longer words do. */
const MAX_PADDING_BYTES = 16
/** Ten are usual, and one a bit of every coefficient of every component would be some hundreds. */
const MAX_SCANS = 100
/** Blocks that all scans together may visit, as a multiple of the frame's and as a number: about a second's work. */
const MAX_VISITS_PER_BLOCK = 50
const MAX_VISITS = 64_000_000
/** What is remembered of coefficients between the scans of a progressive file. */
const MAX_STATE_BYTES = 64 * 2 ** 20

const isFrameHeader = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![DHT, 0xc8, 0xcc].includes(marker)
const hasNoPayload = (marker: number): boolean => marker === 0x01 || (marker >= RST0 && marker <= SOI)
/** Whether bytes behind the last block are more than encoders leave there. */
const isTooMuch = (bytes: Uint8Array, from: number, to: number): boolean =>
  to - from > MAX_EXTRA_BYTES &&
  (to - from > MAX_PADDING_BYTES || bytes.subarray(from, to).some(byte => byte !== bytes[from]))

/** Tables, scans and what programs add (B.2.1); codes that are reserved, and a second frame, are data of a scan. */
const mayFollowScan = (marker: number): boolean => marker >= SOS || marker === DHT

/**
 * Walks all symbols of a JPEG's entropy-coded data without computing a pixel (ITU-T T.81 Annexes B, F and G), as far as
 * the first fault. Its time is bounded by the bytes and by MAX_VISITS.
 */
export const walkJpeg = (bytes: Uint8Array): JpegWalk => new JpegWalker(bytes).walk()

class JpegWalker {
  readonly #bytes: Uint8Array
  readonly #huffman = createStandardTables()
  readonly #built = new Map<number, HuffmanTable | null>()
  readonly #quantisation = new Map<number, number[]>()
  readonly #tables: JpegTables = {
    huffman: key => this.#buildTable(key),
    quantisation: this.#quantisation,
    runs: new BandRuns(),
  }
  #frame: Frame | null = null
  #data: EntropyData | null = null
  #restartInterval = 0
  #scans = 0
  #visits = 0
  #scan: ScanHeader | null = null

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  walk(): JpegWalk {
    const fault = this.#walkSegments()
    const expected = this.#scan ? this.#scan.mcus * this.#scan.order.length : 0
    const decoded = this.#scan?.blocks ?? 0
    return {
      fault,
      scan: this.#scans,
      blocksExpected: expected,
      blocksDecoded: decoded,
      shareMissing: expected ? (expected - decoded) / expected : 1,
    }
  }

  #walkSegments(): JpegFault | null {
    const bytes = this.#bytes
    let at = 2
    // Decoders stop behind a scan that holds everything; of several scans they take all.
    while (at + 4 <= bytes.length && !(this.#scans === 1 && this.#isComplete())) {
      const from = at
      while (at < bytes.length && (bytes[at] !== 0xff || bytes[at + 1] === 0xff || bytes[at + 1] === 0)) at++
      // Before the first scan nothing is lost by passing over what is no segment; behind it, it's data of a scan. But
      // where each restart interval has proved whole, rows that scanners write below the picture are none of it.
      if (this.#scans > 0 && this.#restartInterval === 0 && isTooMuch(bytes, from, at)) return 'data-left'
      const marker = bytes[at + 1]
      if (marker === undefined || marker === EOI) break
      at += 2
      if (hasNoPayload(marker)) continue
      if (this.#scans > 0 && !mayFollowScan(marker)) return 'data-left'
      const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
      if (length < 2 || at + length > bytes.length) break
      const fault = this.#readSegment(marker, bytes.subarray(at + 2, at + length))
      if (fault) return fault
      at += length
      if (marker !== SOS) continue
      const end = this.#walkScan(this.#scan!, at)
      if (typeof end === 'string') return end
      at = end
    }
    if (!this.#frame) return 'no-frame'
    // A file may leave out the last bits of coefficients, or a colour's detail, where it says itself that it's over.
    const isWhole = this.#bytes[at + 1] === EOI ? this.#hasAllComponents() : this.#isComplete()
    return isWhole ? null : 'missing-scan'
  }

  #readSegment(marker: number, payload: Uint8Array): JpegFault | null {
    if (isFrameHeader(marker)) {
      const frame = readFrame(marker, payload)
      if (frame === 'unsupported') return 'unsupported'
      if (!frame || this.#frame) return 'no-frame'
      this.#frame = frame
      return frame.progressive && 8 * frame.blocks > MAX_STATE_BYTES ? 'too-much-memory' : null
    }
    if (marker === DQT) readQuantisation(payload, this.#quantisation)
    else if (marker === DHT) return this.#readHuffman(payload) ? null : 'tables'
    else if (marker === DRI) this.#restartInterval = ((payload[0] ?? 0) << 8) | (payload[1] ?? 0)
    else if (marker === SOS) return this.#beginScan(payload)
    return null
  }

  /** Keeps the tables of a DHT segment (B.2.4.2); they are built where a scan names them. */
  #readHuffman(payload: Uint8Array): boolean {
    let at = 0
    while (at + 17 <= payload.length) {
      const count = payload.subarray(at + 1, at + 17).reduce((sum, codes) => sum + codes, 0)
      if (count > 256 || at + 17 + count > payload.length) return false
      const key = payload[at]!
      this.#huffman.set(key, payload.subarray(at + 1, at + 17 + count))
      this.#built.delete(key)
      at += 17 + count
    }
    return true
  }

  #buildTable(key: number): HuffmanTable | null {
    const stored = this.#huffman.get(key)
    if (!stored) return null
    const built = this.#built.get(key) ?? buildHuffmanTable(stored.subarray(0, 16), stored.subarray(16))
    this.#built.set(key, built)
    return built
  }

  #beginScan(payload: Uint8Array): JpegFault | null {
    const frame = this.#frame
    if (!frame) return 'no-frame'
    const left = this.#bytes.length - payload.byteOffset + this.#bytes.byteOffset - payload.length
    // No code is shorter than a bit: a block takes one for DC and, but in progressive scans, one for its end (F.1.2).
    if (this.#scans === 0 && 8 * left < (frame.progressive ? 1 : 2) * frame.blocks) return 'too-few-bits'
    const scan = readScanHeader(payload, frame, this.#tables)
    if (!scan) return 'scan-header'
    this.#scans++
    this.#visits += scan.mcus * scan.order.length
    if (this.#scans > MAX_SCANS || this.#visits > Math.min(MAX_VISITS_PER_BLOCK * frame.blocks, MAX_VISITS))
      return 'too-many-scans'
    this.#data ??= new EntropyData(left)
    this.#scan = scan
    return null
  }

  /** Returns the place of the marker behind the scan, or what is wrong with it. */
  #walkScan(scan: ScanHeader, from: number): number | JpegFault {
    const data = this.#data!
    const walkInterval = chooseWalk(scan, this.#frame!.progressive)
    let at = from
    let mcus = scan.mcus
    for (let restarts = 0; mcus > 0; restarts++) {
      if (restarts > 0) {
        // Restart markers count from 0 to 7 and begin anew (B.2.1).
        if (data.marker !== RST0 + ((restarts - 1) & 7)) return data.marker ? 'restart' : 'data-end'
        at += 2
      }
      at = data.fill(this.#bytes, at)
      const interval = Math.min(mcus, this.#restartInterval || mcus)
      for (const component of scan.order) component.prediction = 0
      walkInterval(scan, data, interval)
      if (scan.fault) return scan.fault
      if (isTooMuch(data.bytes, (data.position + 7) >> 3, data.end >> 3)) return 'data-left'
      mcus -= interval
    }
    for (const { precision } of scan.parts) precision.fill(scan.low, scan.spectralStart, scan.spectralEnd + 1)
    return at
  }

  #hasAllComponents(): boolean {
    const [first, ...others] = this.#frame!.components
    return first!.precision.every(low => low >= 0) && others.every(({ precision }) => precision[0]! >= 0)
  }

  #isComplete(): boolean {
    return this.#frame?.components.every(({ precision }) => precision.every(low => low === 0)) ?? false
  }
}

function chooseWalk(
  { spectralStart, high }: ScanHeader,
  progressive: boolean,
): (scan: ScanHeader, data: EntropyData, mcus: number) => void {
  if (!progressive) return walkSequential
  if (spectralStart === 0) return high === 0 ? walkDcFirst : walkDcRefinement
  return high === 0 ? walkAcFirst : walkAcRefinement
}
