import type { EntropyData } from './jpeg-entropy-data'
import { findSymbol, peek16, type HuffmanTable } from './jpeg-huffman'
import {
  BEYOND_LAST_COEFFICIENT,
  isRepeatedByte,
  isSound,
  NO_CODE,
  VALUE_TOO_LARGE,
  type Scan,
  type ScanComponent,
} from './jpeg-scan'

/** Walks the MCUs of one restart interval of a sequential scan (ITU-T T.81 F.2). */
export function walkSequential(scan: Scan, data: EntropyData, mcus: number): void {
  const { order } = scan
  const { bytes, end } = data
  let position = data.position
  for (let mcu = 0; mcu < mcus; mcu++)
    for (let i = 0; i < order.length; i++) {
      const component = order[i]!
      const start = position
      position = readDc(bytes, position, component, 1)
      if (position >= 0) position = skipAc(bytes, position, component.ac!, component.sizes)
      if (!isSound(scan, position, end)) return
      if (position - start >= 144 && isRepeatedByte(bytes, start, position)) {
        scan.fault = 'repeated'
        return
      }
      scan.blocks++
    }
  data.position = position
}

/**
 * Decodes one DC difference and adds it, `scale` times, to the component's prediction (F.2.2.1). Returns the position
 * behind it, or what is wrong.
 */
export function readDc(bytes: Uint8Array, position: number, component: ScanComponent, scale: number): number {
  const found = findSymbol(component.dc!, peek16(bytes, position))
  if (found === 0) return NO_CODE
  const size = found >> 8
  // Eight-bit samples have differences of eleven bits (Table F.1).
  if (size > 11) return VALUE_TOO_LARGE
  position += found & 0xff
  if (size === 0) return position
  const bits = peek16(bytes, position) >> (16 - size)
  // Figure F.12, EXTEND.
  component.prediction += scale * (bits < 1 << (size - 1) ? bits - (1 << size) + 1 : bits)
  return Math.abs(component.prediction) > component.maxDc ? VALUE_TOO_LARGE : position + size
}

/** Passes over the AC coefficients of one block (F.2.2.2). Returns the position behind them, or what is wrong. */
function skipAc(bytes: Uint8Array, from: number, table: HuffmanTable, sizes: Uint8Array): number {
  let position = from
  let k = 1
  while (k < 64) {
    const found = findSymbol(table, peek16(bytes, position))
    if (found === 0) return NO_CODE
    const size = (found >> 8) & 15
    const run = found >> 12
    position += (found & 0xff) + size
    if (size === 0) {
      if (run === 0) return position
      // Only sixteen zeros (ZRL) are a symbol without a value beside the end of block.
      if (run !== 15) return NO_CODE
      k += 16
    } else {
      k += run
      if (k > 63) return BEYOND_LAST_COEFFICIENT
      if (size > sizes[k]!) return VALUE_TOO_LARGE
      k++
    }
  }
  return k > 64 ? BEYOND_LAST_COEFFICIENT : position
}
