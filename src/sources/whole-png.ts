import { PhotoError } from '../contract/failure'
import { hasAscii } from '../lib/bytes'
import { crc32 } from '../lib/crc32'

/** The chunks that pixels depend on; damage in others leaves the picture whole, and browsers pass over it. */
const PIXEL_CHUNKS = ['IHDR', 'PLTE', 'IDAT', 'tRNS', 'IEND']

/**
 * Refuses a PNG with a broken checksum in what its pixels depend on (PNG 5.4): browsers draw what is before it without
 * a word. Whether the chunks hold all rows is told by png-rows.ts. Errors: damaged.
 */
export function assertWholePng(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 8 + view.getUint32(at)
    if (end + 4 > bytes.length) throw new PhotoError('damaged', 'a PNG chunk ends behind the file')
    const type = PIXEL_CHUNKS.find(name => hasAscii(bytes, at + 4, name))
    if (type && crc32(bytes, at + 4, end) !== view.getUint32(end))
      throw new PhotoError('damaged', `a checksum of ${type} is wrong at byte ${at} of ${bytes.length}`)
    if (type === 'IEND') return
    at = end + 4
  }
}
