import { PhotoError } from '../contract/failure'
import { hasAscii } from '../lib/bytes'
import { readJpegStructure, type JpegStructure } from '../lib/jpeg-structure'
import { readHeif, type HeifFacts } from './heif-boxes'

/** Facts from the container itself, before any metadata block is read. */
export interface Container {
  readonly type: string
  readonly width: number
  readonly height: number
  readonly animated: boolean
  readonly bitDepth: number | null
  readonly channels: number | null
  readonly grey: boolean
  readonly jpeg: JpegStructure | null
  /** HEIC and AVIF only. */
  readonly heif: HeifFacts | null
  /** Of a PNG: H.273 transfer characteristics, where the file states them (cICP). */
  readonly transferCurve?: number | undefined
}

/** Formats that browsers don't decode: told as what they are, and not as no photo at all. */
const UNSUPPORTED_SIGNATURES: readonly (readonly [type: string, at: number, signature: string])[] = [
  ['image/tiff', 0, 'II*\0'],
  ['image/tiff', 0, 'MM\0*'],
  ['image/jxl', 0, '\xff\x0a'],
  ['image/jxl', 4, 'JXL \r\n\x87\n'],
  ['image/jp2', 4, 'jP  \r\n\x87\n'],
  ['image/jp2', 0, '\xff\x4f\xff\x51'],
  ['image/vnd.adobe.photoshop', 0, '8BPS'],
  ['image/x-fuji-raf', 0, 'FUJIFILMCCD-RAW'],
  ['image/x-canon-cr3', 4, 'ftypcrx '],
  ['image/x-olympus-orf', 0, 'IIRO'],
  ['image/x-panasonic-rw2', 0, 'IIU\0'],
]

/** Determines the format by content, never by name. Errors: not-an-image, unsupported-format, damaged. */
export function readContainer(bytes: Uint8Array): Container {
  if (bytes.length < 12) throw new PhotoError('not-an-image', `${bytes.length} bytes`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return readJpeg(bytes)
  if (hasAscii(bytes, 1, 'PNG\r\n\x1a\n') && bytes[0] === 0x89) return readPng(bytes, view)
  if (hasAscii(bytes, 0, 'RIFF') && hasAscii(bytes, 8, 'WEBP')) return readWebp(bytes, view)
  if (hasAscii(bytes, 0, 'GIF8'))
    return {
      ...createContainer('image/gif', view.getUint16(6, true), view.getUint16(8, true)),
      animated: countGifFrames(bytes) > 1,
      bitDepth: 8,
      channels: 3,
    }
  if (hasAscii(bytes, 0, 'BM') && bytes.length > 26) return readBmp(view)
  const refused = UNSUPPORTED_SIGNATURES.find(([, at, signature]) => hasAscii(bytes, at, signature))
  if (refused) throw new PhotoError('unsupported-format', refused[0])
  if (hasAscii(bytes, 4, 'ftyp')) {
    const brand = String.fromCharCode(...bytes.subarray(8, 12))
    if (/avi[fs]|hei[cxms]|hev[cx]|mif1|msf1/.test(brand)) return readHeifContainer(bytes, brand)
  }
  throw new PhotoError('not-an-image')
}

const createContainer = (type: string, width: number, height: number): Container => ({
  type,
  width,
  height,
  animated: false,
  bitDepth: null,
  channels: null,
  grey: false,
  jpeg: null,
  heif: null,
})

function readJpeg(bytes: Uint8Array): Container {
  const structure = readJpegStructure(bytes)
  if (!structure?.hasScan) throw new PhotoError('damaged', 'the JPEG has no scan')
  if (!structure.width || !structure.height) throw new PhotoError('damaged', 'no size')
  const { width, height, precision, components } = structure
  return {
    ...createContainer('image/jpeg', width, height),
    bitDepth: precision,
    channels: components.length,
    grey: components.length === 1,
    jpeg: structure,
  }
}

function readPng(bytes: Uint8Array, view: DataView): Container {
  // Apple's own variant, whose data no browser reads.
  if (hasAscii(bytes, 12, 'CgBI')) throw new PhotoError('unsupported-format', 'CgBI')
  if (bytes.length < 45 || !hasAscii(bytes, 12, 'IHDR')) throw new PhotoError('damaged', 'no IHDR')
  let animated = false
  let transferCurve: number | undefined
  let at = 8
  let ended = false
  while (at + 12 <= bytes.length && !ended) {
    const length = view.getUint32(at)
    if (hasAscii(bytes, at + 4, 'acTL')) animated = true
    if (hasAscii(bytes, at + 4, 'cICP')) transferCurve = bytes[at + 9]
    ended = hasAscii(bytes, at + 4, 'IEND')
    at += 12 + length
  }
  if (!ended || at > bytes.length) throw new PhotoError('damaged', 'the PNG has no end')
  const colourType = bytes[25]!
  const channels = ({ 0: 1, 2: 3, 3: 3, 4: 2, 6: 4 } as Record<number, number>)[colourType] ?? null
  return {
    type: 'image/png',
    width: view.getUint32(16),
    height: view.getUint32(20),
    animated,
    bitDepth: colourType === 3 ? 8 : bytes[24]!,
    channels,
    grey: colourType === 0 || colourType === 4,
    jpeg: null,
    heif: null,
    transferCurve,
  }
}

/** OS/2's header of 12 bytes has sizes of 16 bits; in later ones a height below 0 means top-down. */
function readBmp(view: DataView): Container {
  const [width, height] =
    view.getUint32(14, true) === 12
      ? [view.getUint16(18, true), view.getUint16(20, true)]
      : [view.getInt32(18, true), Math.abs(view.getInt32(22, true))]
  return { ...createContainer('image/bmp', width, height), bitDepth: 8, channels: 3 }
}

function readHeifContainer(bytes: Uint8Array, brand: string): Container {
  const facts = readHeif(bytes)
  const { width, height, bitDepth, channels, codec } = facts
  // The brands mif1 and msf1 don't tell the codec.
  const type = codec === 'av1' || brand.startsWith('avi') ? 'image/avif' : 'image/heic'
  return { ...createContainer(type, width, height), bitDepth, channels, grey: channels === 1, heif: facts }
}

/**
 * Number of images in a GIF, counting stops at two (GIF89a: blocks after the screen descriptor; 0x2c is an image, 0x21
 * an extension, 0x3b the trailer).
 */
function countGifFrames(bytes: Uint8Array): number {
  const tableBytes = (flags: number): number => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0)
  let at = 13 + tableBytes(bytes[10]!)
  let frames = 0
  while (at < bytes.length && bytes[at] !== 0x3b && frames < 2) {
    if (bytes[at] === 0x2c) {
      frames++
      at += 11 + tableBytes(bytes[at + 9]!)
    } else if (bytes[at] === 0x21) at += 2
    else break
    // Data sub-blocks, each preceded by its length; an empty one ends them.
    while (bytes[at]) at += 1 + bytes[at]!
    at++
  }
  return frames
}

function readWebp(bytes: Uint8Array, view: DataView): Container {
  // The RIFF header gives the file length; a shorter file is truncated.
  if (view.getUint32(4, true) + 8 > bytes.length + 1 || bytes.length < 30)
    throw new PhotoError('damaged', 'the WebP has no end')
  const u24 = (at: number): number => view.getUint16(at, true) | (bytes[at + 2]! << 16)
  const facts = { bitDepth: 8, channels: 3 }
  if (hasAscii(bytes, 12, 'VP8X'))
    return { ...createContainer('image/webp', u24(24) + 1, u24(27) + 1), ...facts, animated: (bytes[20]! & 2) !== 0 }
  if (hasAscii(bytes, 12, 'VP8L')) {
    const size = view.getUint32(21, true)
    return { ...createContainer('image/webp', (size & 0x3fff) + 1, ((size >> 14) & 0x3fff) + 1), ...facts }
  }
  return {
    ...createContainer('image/webp', view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff),
    ...facts,
  }
}
