/**
 * The same JPEG with its JFIF density set to dots per inch. Readers take JFIF without a colour profile as sRGB, and it
 * holds no metadata: no EXIF, name or location. Throws where the file does not begin with a JFIF segment.
 */
export function withDensity(jpeg: Uint8Array<ArrayBuffer>, dotsPerInch: number): Uint8Array<ArrayBuffer> {
  const isJfif = jpeg[2] === 0xff && jpeg[3] === 0xe0 && String.fromCharCode(...jpeg.subarray(6, 10)) === 'JFIF'
  if (!isJfif) throw new Error('The encoder wrote no JFIF segment.')
  const PER_INCH = 1
  const bytes = jpeg.slice()
  const view = new DataView(bytes.buffer)
  view.setUint8(13, PER_INCH)
  view.setUint16(14, dotsPerInch)
  view.setUint16(16, dotsPerInch)
  return bytes
}
