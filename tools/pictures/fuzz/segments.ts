/** A part of a file with its own length: a JPEG's marker segment, a PNG's or WebP's chunk, a HEIF box, a GIF block. */
export interface Segment {
  readonly type: string
  readonly start: number
  readonly end: number
  /** Where the payload begins: behind type and length. */
  readonly payload: number
  /** Where its length stands, in how many bytes, and in which order. */
  readonly length: { readonly at: number; readonly bytes: 1 | 2 | 4; readonly little: boolean } | null
}

type SegmentReader = (bytes: Buffer) => Segment[]

const READERS: Readonly<Record<string, SegmentReader>> = {
  jpeg: readJpeg,
  png: bytes => readChunks(bytes, 8, false),
  webp: bytes => readChunks(bytes, 12, true),
  heic: bytes => readBoxes(bytes, 0, bytes.length),
  avif: bytes => readBoxes(bytes, 0, bytes.length),
  gif: readGif,
  bmp: bytes => [
    { type: 'file header', start: 0, payload: 2, end: 14, length: { at: 10, bytes: 4, little: true } },
    { type: 'info header', start: 14, payload: 18, end: 54, length: { at: 14, bytes: 4, little: true } },
    { type: 'pixels', start: 54, payload: 54, end: bytes.length, length: null },
  ],
}

/** The segments of an undamaged file; nested boxes after the one that holds them. */
export function listSegments(format: string, bytes: Buffer): Segment[] {
  return READERS[format]!(bytes)
}

function readJpeg(bytes: Buffer): Segment[] {
  const segments: Segment[] = []
  for (let at = 2; at + 4 <= bytes.length;) {
    const marker = bytes[at + 1]!
    if (marker === 0xd9) break
    const header = at + 2 + bytes.readUInt16BE(at + 2)
    let end = header
    // Scan data go on to the next marker that is neither stuffing nor a restart.
    if (marker === 0xda)
      while (end + 1 < bytes.length && !(bytes[end] === 0xff && (bytes[end + 1]! & 0xf8) !== 0xd0 && bytes[end + 1]))
        end++
    const length = { at: at + 2, bytes: 2, little: false } as const
    segments.push({ type: marker.toString(16), start: at, payload: at + 4, end, length })
    at = end
  }
  return segments
}

/** Chunks of PNG (length, type, payload, checksum) and of RIFF (type, length, payload, padded to even). */
function readChunks(bytes: Buffer, from: number, riff: boolean): Segment[] {
  const segments: Segment[] = []
  for (let at = from; at + 8 <= bytes.length;) {
    const size = riff ? bytes.readUInt32LE(at + 4) : bytes.readUInt32BE(at)
    const end = at + 8 + (riff ? size + (size & 1) : size + 4)
    segments.push({
      type: bytes.toString('latin1', riff ? at : at + 4, riff ? at + 4 : at + 8),
      start: at,
      payload: at + 8,
      end,
      length: { at: riff ? at + 4 : at, bytes: 4, little: riff },
    })
    at = end
  }
  return segments
}

/** Boxes that hold boxes, and how many bytes of their own come first. */
const CONTAINERS: Readonly<Record<string, number>> = { meta: 4, iprp: 0, ipco: 0, iinf: 6, iref: 4 }

function readBoxes(bytes: Buffer, from: number, to: number): Segment[] {
  const segments: Segment[] = []
  for (let at = from; at + 8 <= to;) {
    const type = bytes.toString('latin1', at + 4, at + 8)
    const end = at + bytes.readUInt32BE(at)
    segments.push({ type, start: at, payload: at + 8, end, length: { at, bytes: 4, little: false } })
    if (type in CONTAINERS) segments.push(...readBoxes(bytes, at + 8 + CONTAINERS[type]!, end))
    at = end
  }
  return segments
}

function readGif(bytes: Buffer): Segment[] {
  const tableBytes = (flags: number): number => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0)
  let at = 13 + tableBytes(bytes[10]!)
  const segments: Segment[] = [{ type: 'screen', start: 0, payload: 6, end: at, length: null }]
  while (at < bytes.length && bytes[at] !== 0x3b) {
    const start = at
    const isImage = bytes[at] === 0x2c
    at += isImage ? 11 + tableBytes(bytes[at + 9]!) : 2
    const length = { at, bytes: 1, little: true } as const
    while (bytes[at]) at += 1 + bytes[at]!
    segments.push({ type: isImage ? 'image' : 'extension', start, payload: start + 1, end: ++at, length })
  }
  return segments
}
