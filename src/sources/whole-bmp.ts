import { PhotoError } from '../contract/failure'

/** BITMAPINFOHEADER's kinds without compression: rows of pixels, with or without masks of their own. */
const UNCOMPRESSED = [0, 3, 6]

/** Refuses a BMP that ends before its last row. It has no checksums: changed pixels can't be found. Errors: damaged. */
export function assertWholeBmp(bytes: Uint8Array, width: number, height: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isOs2 = view.getUint32(14, true) === 12
  if (bytes.length < (isOs2 ? 26 : 54)) throw new PhotoError('damaged', 'the BMP ends in its header')
  if (!isOs2 && !UNCOMPRESSED.includes(view.getUint32(30, true))) return
  const bits = view.getUint16(isOs2 ? 24 : 28, true)
  const rowBytes = 4 * Math.ceil((width * bits) / 32)
  const rows = bytes.length - view.getUint32(10, true)
  if (rows < rowBytes * height)
    throw new PhotoError('damaged', `the BMP ends after ${Math.max(0, Math.floor(rows / rowBytes))} of ${height} rows`)
}
