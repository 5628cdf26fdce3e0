/** Facts of a JPEG file, by a parser that shares no code with the project's own (T.81 markers, JFIF 1.02). */
export interface JpegFacts {
  readonly width: number
  readonly height: number
  readonly baseline: boolean
  readonly components: number
  readonly precision: number
  readonly density: { readonly x: number; readonly y: number; readonly unit: number } | null
  readonly hasExif: boolean
  readonly hasIcc: boolean
  /** Marker names in order, up to the first scan. */
  readonly segments: readonly string[]
}

interface Frame {
  readonly width: number
  readonly height: number
  readonly baseline: boolean
  readonly components: number
  readonly precision: number
}

/** Throws if the file is not a JPEG with a frame, a scan and an end marker. */
export function readJpeg(file: Uint8Array): JpegFacts {
  const bytes = Buffer.from(file)
  if (bytes.readUInt16BE(0) !== 0xffd8) throw new Error('no SOI')
  if (bytes.readUInt16BE(bytes.length - 2) !== 0xffd9) throw new Error('does not end with EOI')
  const segments: string[] = []
  let frame: Frame | null = null
  let density: JpegFacts['density'] = null
  let hasExif = false
  let hasIcc = false
  for (const { marker, body } of listSegments(bytes)) {
    segments.push(marker.toString(16))
    switch (marker) {
      case 0xffe0:
        density = readDensity(body) ?? density
        break
      case 0xffe1:
        hasExif = true
        break
      case 0xffe2:
        hasIcc ||= body.toString('latin1', 0, 11) === 'ICC_PROFILE'
        break
      case 0xffc0:
      case 0xffc1:
      case 0xffc2:
        frame = readFrame(marker, body)
        break
      case 0xffda:
        if (!frame) throw new Error('a scan before any frame')
        return { ...frame, density, hasExif, hasIcc, segments }
    }
  }
  throw new Error('no scan')
}

/** Never ends by itself: reading past the end of the file throws. */
function* listSegments(bytes: Buffer): Generator<{ marker: number; body: Buffer }, never> {
  for (let offset = 2; ;) {
    const marker = bytes.readUInt16BE(offset)
    if (marker >> 8 !== 0xff) throw new Error(`no marker at ${offset}`)
    const size = bytes.readUInt16BE(offset + 2)
    yield { marker, body: bytes.subarray(offset + 4, offset + 2 + size) }
    offset += 2 + size
  }
}

function readDensity(app0: Buffer): JpegFacts['density'] {
  if (app0.toString('latin1', 0, 5) !== 'JFIF\0') return null
  return { unit: app0.readUInt8(7), x: app0.readUInt16BE(8), y: app0.readUInt16BE(10) }
}

const readFrame = (marker: number, body: Buffer): Frame => ({
  baseline: marker === 0xffc0,
  precision: body.readUInt8(0),
  height: body.readUInt16BE(1),
  width: body.readUInt16BE(3),
  components: body.readUInt8(5),
})
