import { PhotoError } from '../contract/failure'
import { hasAscii } from '../lib/bytes'
import { findWipedSector } from '../lib/wiped-sector'

/**
 * Refuses a WebP whose chunks don't fit together, or whose data were wiped. Its coding has no checksum and gives a
 * picture of any bytes: exchanged ones can't be found. Errors: damaged.
 */
export function assertWholeWebp(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = Math.min(bytes.length, 8 + view.getUint32(4, true))
  let hasPicture = false
  for (let at = 12; at + 8 <= end;) {
    const size = view.getUint32(at + 4, true)
    const data = at + 8
    if (data + size > end)
      throw new PhotoError('damaged', `a WebP chunk ends ${data + size - end} bytes behind the file`)
    const isLossy = hasAscii(bytes, at, 'VP8 ')
    // An even transparency may well be stored as one value throughout, so it isn't looked at.
    if (isLossy || hasAscii(bytes, at, 'VP8L')) assertNotWiped(bytes, data, data + size)
    if (isLossy) assertLossy(view, data, size)
    hasPicture ||= isLossy || hasAscii(bytes, at, 'VP8L') || hasAscii(bytes, at, 'ANMF')
    at = data + size + (size & 1)
  }
  if (!hasPicture) throw new PhotoError('damaged', 'the WebP holds no picture')
}

function assertNotWiped(bytes: Uint8Array, from: number, to: number): void {
  const wiped = findWipedSector(bytes, from, to)
  if (wiped >= 0) throw new PhotoError('damaged', `WebP data are wiped after ${share(wiped - from, to - from)}`)
}

/** A key frame's tag, start code and first partition (RFC 6386, 9.1). */
function assertLossy(view: DataView, data: number, size: number): void {
  if (size < 10) throw new PhotoError('damaged', 'a WebP frame without a header')
  const tag = view.getUint16(data, true) | (view.getUint8(data + 2) << 16)
  const isKeyFrame = (tag & 1) === 0 && view.getUint8(data + 3) === 0x9d && view.getUint16(data + 4, true) === 0x2a01
  if (!isKeyFrame || 10 + (tag >> 5) > size)
    throw new PhotoError('damaged', 'a WebP frame header contradicts its chunk')
}

const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} % of the data`
