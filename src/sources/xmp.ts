import { concatBytes, hasAscii } from '../lib/bytes'

/**
 * XMP (ISO 16684-1) without a DOM, which workers lack: every property by its local name, structures and lists
 * flattened. Enough to know which properties a file carries; namespaces are not resolved.
 */
export type XmpProperties = Readonly<Record<string, string>>

/** Longer packets are cut: the properties of a photo take some kilobytes. */
const MAX_PACKET_BYTES = 512 * 1024
const START_TAGS = ['<x:xmpmeta', '<rdf:RDF']
const END_TAGS = ['</x:xmpmeta>', '</rdf:RDF>']
/** Header of the APP1 segments that continue a packet (XMP part 3, 1.1.3.1): name, GUID, length and offset. */
const EXTENSION_NAME = 'http://ns.adobe.com/xmp/extension/\0'
const EXTENSION_HEADER_BYTES = EXTENSION_NAME.length + 40

/** All packets in the bytes, wherever the format puts them: a packet is text that is found by scanning (7.3.2). */
export function readXmp(bytes: Uint8Array): XmpProperties {
  const properties: Record<string, string> = {}
  let at = 0
  let left = MAX_PACKET_BYTES
  while (left > 0) {
    const start = findFirst(bytes, START_TAGS, at)
    if (start < 0) break
    const limit = bytes.subarray(start, start + left)
    const end = findFirst(limit, END_TAGS, 0)
    const packet = limit.subarray(0, end < 0 ? limit.length : end)
    collectProperties(new TextDecoder().decode(packet), properties)
    at = start + packet.length
    left -= packet.length
  }
  return properties
}

/** The continuation of a JPEG's packet, joined: it can hold what the first 64 kB had no room for. */
export function joinExtendedXmp(payloads: readonly Uint8Array[]): Uint8Array {
  const parts = payloads.filter(payload => hasAscii(payload, 0, EXTENSION_NAME))
  return concatBytes(parts.map(part => part.subarray(EXTENSION_HEADER_BYTES))).subarray(0, MAX_PACKET_BYTES)
}

function findFirst(bytes: Uint8Array, texts: readonly string[], from: number): number {
  for (let at = bytes.indexOf(0x3c, from); at >= 0; at = bytes.indexOf(0x3c, at + 1))
    if (texts.some(text => hasAscii(bytes, at, text))) return at
  return -1
}

/** Comments and processing instructions, a tag with its attributes, or text. */
const TOKEN = /<!--[^]*?-->|<\?[^]*?\?>|<(\/?)([\w:.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>|([^<]+)/g
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
/** Names of RDF, XML and the packet itself, which are no properties. */
const SYNTAX = /^(xmlns|rdf|xml)(:|$)|^x:(xmpmeta|xapmeta)$/

function collectProperties(xml: string, into: Record<string, string>): void {
  const path: string[] = []
  const add = (qualified: string, value: string): void => {
    const text = decodeEntities(value).trim()
    const name = qualified.replace(/^.*:/, '')
    if (text) into[name] = into[name] ? `${into[name]}, ${text}` : text
  }
  for (const [, closing, tag, attributes, text] of xml.matchAll(TOKEN)) {
    if (text !== undefined) {
      const property = path.findLast(name => !SYNTAX.test(name))
      if (property) add(property, text)
    } else if (closing) path.pop()
    else if (tag) {
      for (const [, name, double, single] of attributes!.matchAll(ATTRIBUTE))
        if (!SYNTAX.test(name!)) add(name!, double ?? single!)
      if (!attributes!.endsWith('/')) path.push(tag)
    }
  }
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const decodeEntities = (text: string): string =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi, (_, hex, decimal, name: string) => {
    if (name) return ENTITIES[name.toLowerCase()]!
    const code = hex ? Number.parseInt(hex as string, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
