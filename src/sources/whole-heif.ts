import { PhotoError } from '../contract/failure'
import { findWipedSector } from '../lib/wiped-sector'
import { readBoxes, type Box } from './heif-box-list'
import { readHeifItems, type HeifItem } from './heif-items'

/** Items of coded pictures, HEVC and AV1. */
const PICTURES = ['hvc1', 'hev1', 'av01']
/** In hvcC: two bits that are one less than how many bytes a unit's length has (ISO/IEC 14496-15, 8.3.2.1). */
const LENGTH_SIZE_AT = 21

/**
 * Refuses a HEIC or AVIF whose pictures lie outside the file, whose units don't fit together, or whose data were
 * wiped: decoders conceal what they miss. The codings have no checksum: exchanged bytes can't all be found. Errors:
 * damaged.
 */
export function assertWholeHeif(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const meta = readBoxes(view, 0, bytes.length, true).find(({ type }) => type === 'meta')
    const boxes = meta ? readBoxes(view, meta.start + 4, meta.end) : []
    const hasUnits = isUnitLengthKnown(view, boxes)
    for (const item of readHeifItems(view, boxes))
      if (PICTURES.includes(item.type)) assertWholeItem(bytes, item, hasUnits && item.type !== 'av01')
  } catch (cause) {
    // Out-of-range reads of the DataView.
    if (cause instanceof RangeError) throw new PhotoError('damaged', 'broken boxes', { cause })
    throw cause
  }
}

/** Whether the lengths of all HEVC pictures' units have four bytes, as every known writer gives them. */
function isUnitLengthKnown(view: DataView, meta: readonly Box[]): boolean {
  const properties = ['iprp', 'ipco'].reduce<readonly Box[]>(
    (boxes, name) => boxes.filter(({ type }) => type === name).flatMap(({ start, end }) => readBoxes(view, start, end)),
    meta,
  )
  const configurations = properties.filter(({ type }) => type === 'hvcC')
  return configurations.every(({ start }) => (view.getUint8(start + LENGTH_SIZE_AT) & 3) === 3)
}

function assertWholeItem(bytes: Uint8Array, { extents }: HeifItem, hasUnits: boolean): void {
  for (const { start, end } of extents) {
    if (start >= end || end > bytes.length)
      throw new PhotoError('damaged', `a picture's data end ${end - bytes.length} bytes behind the file`)
    const wiped = findWipedSector(bytes, start, end)
    if (wiped >= 0) {
      const share = (100 * (wiped - start)) / (end - start)
      throw new PhotoError('damaged', `HEIF data are wiped after ${share.toFixed(1)} % of a picture`)
    }
  }
  if (hasUnits && extents.length === 1) assertUnits(bytes, extents[0]!.start, extents[0]!.end)
}

/** NAL units, each behind its length of four bytes (ISO/IEC 14496-15, 8.3.3.1). */
function assertUnits(bytes: Uint8Array, from: number, to: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = from; at < to;) {
    const end = at + 4 <= to ? at + 4 + view.getUint32(at) : Infinity
    if (end > to) throw new PhotoError('damaged', 'HEVC units contradict the size of their picture')
    if (hasStartCode(bytes, at + 4, end)) throw new PhotoError('damaged', 'HEVC data hold a forbidden sequence')
    at = end
  }
}

/** Within a unit three bytes 0, 0 and at most 2 never stand (ITU-T H.265, 7.4.2): the encoder puts a 3 before. */
function hasStartCode(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from + 2; at < to; at++) {
    const byte = bytes[at]!
    if (byte > 2) at += 2
    else if (bytes[at - 1] === 0 && bytes[at - 2] === 0) return true
  }
  return false
}
