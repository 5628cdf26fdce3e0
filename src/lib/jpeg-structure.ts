/** Marker structure of a JPEG (ITU-T T.81 Annex B), read without decoding. */
export interface JpegStructure {
  readonly width: number
  readonly height: number
  readonly precision: number
  /** SOF marker: 0xC0 baseline, 0xC1 extended, 0xC2 progressive, … */
  readonly frameType: number
  readonly components: readonly { readonly id: number; readonly horizontal: number; readonly vertical: number }[]
  /** Quantisation tables by id, in zigzag order. */
  readonly quantisation: ReadonlyMap<number, readonly number[]>
  /** Payloads of APPn (0xE0..0xEF) and COM (0xFE) segments in order. */
  readonly segments: readonly { readonly marker: number; readonly payload: Uint8Array }[]
  readonly hasScan: boolean
}

const SOI = 0xd8,
  EOI = 0xd9,
  SOS = 0xda,
  DQT = 0xdb,
  COM = 0xfe
const isFrameHeader = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const hasNoPayload = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)

type FrameHeader = Pick<JpegStructure, 'width' | 'height' | 'precision' | 'frameType' | 'components'>

/** null if the bytes are no JPEG or have no frame header. */
export function readJpegStructure(bytes: Uint8Array): JpegStructure | null {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let frame: FrameHeader | null = null
  const quantisation = new Map<number, number[]>()
  const segments: { marker: number; payload: Uint8Array }[] = []
  let hasScan = false
  let at = 2
  while (at + 2 <= bytes.length) {
    // Fill bytes may precede a marker; entropy-coded data is skipped up to the next marker.
    if (bytes[at] !== 0xff || bytes[at + 1] === 0xff || bytes[at + 1] === 0) {
      at = findNextMarker(bytes, at + 1)
      continue
    }
    const marker = bytes[at + 1]!
    at += 2
    if (marker === EOI) break
    if (hasNoPayload(marker)) continue
    if (at + 2 > bytes.length) break
    const length = view.getUint16(at)
    const payload = bytes.subarray(at + 2, at + length)
    if (length < 2 || payload.length < length - 2) break
    if (isFrameHeader(marker) && payload.length >= 6) frame ??= readFrameHeader(marker, payload)
    else if (marker === DQT) readQuantisation(payload, quantisation)
    else if ((marker >= 0xe0 && marker <= 0xef) || marker === COM) segments.push({ marker, payload })
    else if (marker === SOS) hasScan = true
    at += length
  }
  return frame && { ...frame, quantisation, segments, hasScan }
}

function readFrameHeader(marker: number, payload: Uint8Array): FrameHeader {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength)
  return {
    frameType: marker,
    precision: payload[0]!,
    height: view.getUint16(1),
    width: view.getUint16(3),
    components: Array.from({ length: Math.min(payload[5]!, ((payload.length - 6) / 3) | 0) }, (_, i) => ({
      id: payload[6 + 3 * i]!,
      horizontal: payload[7 + 3 * i]! >> 4,
      vertical: payload[7 + 3 * i]! & 15,
    })),
  }
}

function findNextMarker(bytes: Uint8Array, from: number): number {
  const markerAt = bytes.indexOf(0xff, from)
  return markerAt < 0 ? bytes.length : markerAt
}

/** Adds the tables of a DQT segment (B.2.4.1). */
export function readQuantisation(payload: Uint8Array, into: Map<number, number[]>): void {
  let at = 0
  while (at < payload.length) {
    const wide = payload[at]! >> 4
    const id = payload[at]! & 15
    const size = wide ? 128 : 64
    const table = payload.subarray(at + 1, at + 1 + size)
    if (table.length < size) return
    into.set(
      id,
      Array.from({ length: 64 }, (_, i) => (wide ? (table[2 * i]! << 8) | table[2 * i + 1]! : table[i]!)),
    )
    at += 1 + size
  }
}

/** Luminance table of T.81 Annex K.1 in zigzag order, which libjpeg scales by its quality. */
const ANNEX_K_LUMINANCE = [
  16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51, 61,
  60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103, 62, 77, 113, 121,
  112, 100, 120, 92, 101, 103, 99,
]

/**
 * The quality on libjpeg's scale (1..100) whose luminance table is closest to the given one, by mean relative
 * difference. Tables of other encoders (cameras, Photoshop) get the nearest value, which describes their coarseness,
 * not the encoder's own setting.
 */
export function estimateJpegQuality(luminance: readonly number[] | undefined): number | null {
  if (luminance?.length !== 64) return null
  let best = { quality: 0, difference: Infinity }
  for (let quality = 100; quality >= 1; quality--) {
    const scale = quality < 50 ? 5000 / quality : 200 - 2 * quality
    let difference = 0
    for (let i = 0; i < 64; i++) {
      const expected = Math.min(255, Math.max(1, Math.floor((ANNEX_K_LUMINANCE[i]! * scale + 50) / 100)))
      difference += Math.abs(Math.log(Math.max(1, luminance[i]!) / expected))
    }
    if (difference < best.difference) best = { quality, difference }
  }
  return best.quality
}
