import type { EntropyData } from './jpeg-entropy-data'
import { findSymbol, peek16 } from './jpeg-huffman'
import { BEYOND_LAST_COEFFICIENT, isSound, NO_CODE, VALUE_TOO_LARGE, type Scan } from './jpeg-scan'
import { readDc } from './jpeg-sequential-scan'

/** First scan of DC coefficients (ITU-T T.81 G.1.2.1): a difference a block, scaled by the point transform. */
export function walkDcFirst(scan: Scan, data: EntropyData, mcus: number): void {
  const { order, low } = scan
  const { bytes, end } = data
  for (let mcu = 0; mcu < mcus; mcu++)
    for (let i = 0; i < order.length; i++) {
      const position = readDc(bytes, data.position, order[i]!, 1 << low)
      if (!isSound(scan, position, end)) return
      data.position = position
      scan.blocks++
    }
}

/** Later scans of DC coefficients: one bit a block (G.1.2.1.1). */
export function walkDcRefinement(scan: Scan, data: EntropyData, mcus: number): void {
  const wanted = mcus * scan.order.length
  const there = Math.min(wanted, data.end - data.position)
  data.position += there
  scan.blocks += there
  if (there < wanted) scan.fault = 'data-end'
}

/** First scan of a band of AC coefficients (G.1.2.2). */
export function walkAcFirst(scan: Scan, data: EntropyData, blocks: number): void {
  const last = scan.blocks + blocks
  scan.runs.begin(scan.width)
  while (scan.blocks < last) {
    const run = readBand(scan, data)
    if (run < 0) return
    scan.blocks += run
  }
  // A run of bands that are over ends with the last block, or the interval's (G.1.2.2, F.1.1.5).
  if (scan.blocks > last) endBandRun(scan, last)
}

function endBandRun(scan: Scan, last: number): void {
  scan.blocks = last
  scan.fault = 'end-of-band-run'
}

/** One block's band. Returns the blocks that it ends: more than one where it begins a run; -1 where it is wrong. */
function readBand(scan: Scan, data: EntropyData): number {
  const { spectralEnd, blocks, order } = scan
  const { bytes, end } = data
  const { ac, sizes, nonZero } = order[0]!
  let position = data.position
  let run = 1
  let k = scan.spectralStart
  while (k <= spectralEnd && position >= 0) {
    const found = findSymbol(ac!, peek16(bytes, position))
    const zeros = found >> 12
    const size = (found >> 8) & 15
    position += found & 0xff
    if (found === 0) position = NO_CODE
    else if (size > 0) {
      k += zeros
      position += size
      if (k > spectralEnd) position = BEYOND_LAST_COEFFICIENT
      else if (size > sizes[k]!) position = VALUE_TOO_LARGE
      else if (nonZero) nonZero[2 * blocks + (k >> 5)]! |= 1 << (k & 31)
      k++
    } else if (zeros === 15) k += 16
    else {
      run = readBandRun(bytes, position, zeros)
      position += zeros
      if (!scan.runs.accept(blocks, run, k === scan.spectralStart)) scan.fault = 'unjoined-runs'
      break
    }
  }
  if (!isSound(scan, position, end) || scan.fault) return -1
  data.position = position
  return run
}

/** EOBn: 2^n blocks and as many as the n bits behind it say (Table G.1). */
const readBandRun = (bytes: Uint8Array, position: number, size: number): number =>
  (1 << size) + (size === 0 ? 0 : peek16(bytes, position) >> (16 - size))

/** Later scans of a band: a bit for each coefficient that was not zero, and new coefficients between (G.1.2.3). */
export function walkAcRefinement(scan: Scan, data: EntropyData, blocks: number): void {
  const { spectralStart, spectralEnd, order } = scan
  const { nonZero } = order[0]!
  const last = scan.blocks + blocks
  scan.runs.begin(scan.width)
  while (scan.blocks < last) {
    const start = data.position
    const run = refineBand(scan, data)
    if (run < 0) return
    scan.blocks++
    // Blocks of a run have no new coefficients, only bits for the old ones.
    const runEnd = Math.min(last, scan.blocks + run - 1)
    let position = data.position
    if (nonZero)
      for (let i = scan.blocks; i < runEnd; i++) position += countBits(nonZero, i, spectralStart, spectralEnd)
    if (!isSound(scan, position, data.end)) return
    data.position = position
    scan.runs.bits = position - start
    if (scan.blocks + run - 1 > last) return endBandRun(scan, last)
    scan.blocks = runEnd
  }
}

function refineBand(scan: Scan, data: EntropyData): number {
  const { spectralEnd, blocks, order } = scan
  const { bytes, end } = data
  const { ac, nonZero } = order[0]!
  let position = data.position
  let run = 1
  let k = scan.spectralStart
  while (k <= spectralEnd) {
    const found = findSymbol(ac!, peek16(bytes, position))
    const zeros = found >> 12
    const size = (found >> 8) & 15
    position += (found & 0xff) + size
    // A new coefficient is 1 or -1 (G.1.2.3).
    if (found === 0 || size > 1) return fail(scan, found === 0 ? NO_CODE : VALUE_TOO_LARGE)
    if (size === 0 && zeros < 15) {
      run = readBandRun(bytes, position, zeros)
      position += zeros
      if (!scan.runs.accept(blocks, run, k === scan.spectralStart)) scan.fault = 'unjoined-runs'
      if (nonZero) position += countBits(nonZero, blocks, k, spectralEnd)
      break
    }
    const zero = nonZero ? findZero(nonZero, blocks, k, zeros) : k + zeros
    if (zero > spectralEnd && size > 0) return fail(scan, BEYOND_LAST_COEFFICIENT)
    const next = Math.min(zero, spectralEnd + 1)
    if (nonZero) position += countBits(nonZero, blocks, k, next - 1)
    if (nonZero && size > 0) nonZero[2 * blocks + (zero >> 5)]! |= 1 << (zero & 31)
    k = next + 1
  }
  if (!isSound(scan, position, end) || scan.fault) return -1
  data.position = position
  return run
}

function fail(scan: Scan, position: number): number {
  isSound(scan, position, 0)
  return -1
}

/** The coefficient behind `skip` zero ones from `k` on; 64 or more where there is none. */
function findZero(nonZero: Uint32Array, block: number, k: number, skip: number): number {
  let left = skip
  for (; k < 64; k++) if (!((nonZero[2 * block + (k >> 5)]! >>> (k & 31)) & 1) && left-- === 0) return k
  return k
}

/** Coefficients from `first` to `last` that are known not to be zero. */
function countBits(nonZero: Uint32Array, block: number, first: number, last: number): number {
  const low = nonZero[2 * block]!
  const high = nonZero[2 * block + 1]!
  if ((low | high) === 0 || first > last) return 0
  return countOnes(low & maskOf(first, last)) + countOnes(high & maskOf(first - 32, last - 32))
}

/** Bits `first` to `last` of a word of 32; bounds outside it are cut off. */
function maskOf(first: number, last: number): number {
  if (last < 0 || first > 31) return 0
  return (0xffffffff << Math.max(0, first)) & (0xffffffff >>> (31 - Math.min(31, last)))
}

function countOnes(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
