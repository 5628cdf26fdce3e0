/**
 * Zero bytes kept behind the data, so that a decoder may look up a block without asking for its end: 63 coefficients of
 * at most 16 + 15 bits.
 */
const PADDING_BYTES = 260

/** The entropy-coded data of one restart interval, without byte stuffing (ITU-T T.81 B.1.1.5). */
export class EntropyData {
  readonly bytes: Uint8Array
  /** In bits. */
  end = 0
  /** In bits. */
  position = 0
  /** The marker behind the data, or 0 where the file ends first. */
  marker = 0

  constructor(capacity: number) {
    this.bytes = new Uint8Array(capacity + PADDING_BYTES)
  }

  /** Copies the data from a place as far as the next marker, whose 0xFF byte it returns the place of. */
  fill(file: Uint8Array, from: number): number {
    const { bytes } = this
    let at = from
    let to = 0
    let marker = 0
    while (at < file.length) {
      const byte = file[at]!
      if (byte === 0xff) {
        // Any number of fill bytes may precede a marker (B.1.1.2).
        while (file[at + 1] === 0xff) at++
        const next = file[at + 1] ?? 0xff
        if (next !== 0) {
          marker = next === 0xff ? 0 : next
          break
        }
        at++
      }
      bytes[to++] = byte
      at++
    }
    bytes.fill(0, to, to + PADDING_BYTES)
    this.position = 0
    this.end = 8 * to
    this.marker = marker
    return at
  }
}
