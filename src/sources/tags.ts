import ExifReader from 'exifreader'
import { concatBytes } from '../lib/bytes'
import type { Container } from './container'
import { joinExtendedXmp, readXmp, type XmpProperties } from './xmp'

export type Tags = Record<string, Record<string, { description?: unknown; value?: unknown }> | undefined>

/** A tag's description, trimmed; '' where it has none. */
export function getText(tags: Tags, group: string, tag: string): string {
  const found = tags[group]?.[tag]?.description
  return typeof found === 'string' ? found.trim() : typeof found === 'number' ? String(found) : ''
}

/** Metadata by block and tag. An unreadable block is no reason to reject a photo that can be decoded. */
export function readTags(bytes: Uint8Array<ArrayBuffer>, container: Container): Tags {
  const metadata = container.type === 'image/png' ? takePngMetadata(bytes) : bytes
  const xmp = Object.entries(readPackets(metadata, container))
  return { ...readBlocks(metadata), xmp: Object.fromEntries(xmp.map(([name, text]) => [name, { description: text }])) }
}

function readBlocks(bytes: Uint8Array<ArrayBuffer>): Tags {
  const { buffer } = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice()
  try {
    return ExifReader.load(buffer, { expanded: true }) as unknown as Tags
  } catch {
    return {}
  }
}

/** A JPEG's packets lie in APP1 segments; elsewhere any part of the file may hold one. */
function readPackets(bytes: Uint8Array, { jpeg }: Container): XmpProperties {
  if (!jpeg) return readXmp(bytes)
  const payloads = jpeg.segments.filter(({ marker }) => marker === 0xe1).map(({ payload }) => payload)
  return Object.assign({}, ...[...payloads, joinExtendedXmp(payloads)].map(readXmp)) as XmpProperties
}

/** A file can hold thousands of texts: so many chunks are read, of at most so many bytes each. */
const MAX_PNG_CHUNKS = 64
const MAX_PNG_CHUNK_BYTES = 1 << 20
const PNG_SIGNATURE_BYTES = 8

/** The PNG without its picture and with its first chunks of metadata only (PNG 3, 5.3). */
function takePngMetadata(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const taken = [bytes.subarray(0, PNG_SIGNATURE_BYTES)]
  for (let at = PNG_SIGNATURE_BYTES; at + 12 <= bytes.length && taken.length <= MAX_PNG_CHUNKS;) {
    const length = view.getUint32(at)
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (type === 'IEND') break
    if (type !== 'IDAT' && length <= MAX_PNG_CHUNK_BYTES) taken.push(bytes.subarray(at, at + 12 + length))
    at += 12 + length
  }
  taken.push(bytes.subarray(bytes.length - 12))
  return concatBytes(taken)
}
