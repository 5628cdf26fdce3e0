import { PhotoError } from '../contract/failure'
import { readBoxes, type Box } from './heif-box-list'

/** Facts about the primary image of a HEIF file (HEIC, AVIF): ISO/IEC 23008-12, boxes of ISO/IEC 14496-12. */
export interface HeifFacts {
  /** Pixels before rotation and mirroring; 0 if not specified. */
  readonly width: number
  readonly height: number
  /**
   * The combined effect of the boxes irot and imir as an EXIF orientation 1..8. Decoders apply it; the EXIF tag only
   * repeats it.
   */
  readonly orientation: number
  readonly bitDepth: number | null
  readonly channels: number | null
  /** ITU-T H.273 code points; null if absent, or if an ICC profile, which takes precedence, is present. */
  readonly nclx: { readonly primaries: number; readonly transfer: number } | null
  readonly codec: 'hevc' | 'av1' | null
}

/** x' = a x + b y, y' = c x + d y of stored pixels (y down), for EXIF orientations 1 to 8. */
const ORIENTATIONS = ['1,0,0,1', '-1,0,0,1', '-1,0,0,-1', '1,0,0,-1', '0,1,1,0', '0,-1,1,0', '0,-1,-1,0', '0,1,-1,0']

/** Errors: damaged if the file ends before its boxes do. */
export function readHeif(bytes: Uint8Array): HeifFacts {
  try {
    return new HeifReader(bytes).read()
  } catch (cause) {
    // Out-of-range reads of the DataView.
    if (cause instanceof RangeError) throw new PhotoError('damaged', 'broken boxes', { cause })
    throw cause
  }
}

class HeifReader {
  private readonly view: DataView
  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  read(): HeifFacts {
    const top = readBoxes(this.view, 0, this.view.byteLength, true)
    const meta = top.find(({ type }) => type === 'meta')
    const boxes = meta ? readBoxes(this.view, meta.start + 4, meta.end) : []
    const inside = (type: string, of = boxes): Box | undefined => of.find(box => box.type === type)
    const groups = inside('iprp', boxes)
    const [container, association] = ['ipco', 'ipma'].map(
      type => groups && inside(type, readBoxes(this.view, groups.start, groups.end)),
    )
    const all = container ? readBoxes(this.view, container.start, container.end) : []
    const primary = inside('pitm')
    const properties =
      primary && association
        ? this.readAssociations(association, this.readItemId(primary)).flatMap(index => all[index - 1] ?? [])
        : []
    const size = inside('ispe', properties),
      depth = inside('pixi', properties),
      hevc = inside('hvcC', all)
    return {
      width: size ? this.view.getUint32(size.start + 4) : 0,
      height: size ? this.view.getUint32(size.start + 8) : 0,
      orientation: this.orientation(properties),
      bitDepth: depth
        ? this.view.getUint8(depth.start + 5)
        : hevc
          ? 8 + (this.view.getUint8(hevc.start + 17) & 7)
          : null,
      channels: depth
        ? this.view.getUint8(depth.start + 4)
        : hevc
          ? (this.view.getUint8(hevc.start + 16) & 3) === 0
            ? 1
            : 3
          : null,
      nclx: this.nclx(properties.filter(({ type }) => type === 'colr')),
      codec: hevc ? 'hevc' : inside('av1C', all) ? 'av1' : null,
    }
  }

  private readItemId({ start }: Box): number {
    return this.view.getUint8(start) === 0 ? this.view.getUint16(start + 4) : this.view.getUint32(start + 4)
  }

  /** The item's properties, in order, as one-based indices into the property container. */
  private readAssociations({ start, end }: Box, item: number): number[] {
    const version = this.view.getUint8(start),
      wide = (this.view.getUint8(start + 3) & 1) === 1
    for (let at = start + 8; at < end;) {
      const id = version < 1 ? this.view.getUint16(at) : this.view.getUint32(at)
      at += version < 1 ? 2 : 4
      const count = this.view.getUint8(at++)
      if (id === item)
        return Array.from({ length: count }, (_, i) =>
          wide ? this.view.getUint16(at + 2 * i) & 0x7fff : this.view.getUint8(at + i) & 0x7f,
        )
      at += count * (wide ? 2 : 1)
    }
    return []
  }

  private orientation(properties: readonly Box[]): number {
    let [a, b, c, d] = [1, 0, 0, 1]
    for (const { type, start } of properties) {
      // Counter-clockwise quarter turns: x' = y, y' = -x.
      if (type === 'irot')
        for (let turns = this.view.getUint8(start) & 3; turns > 0; turns--) [a, b, c, d] = [c, d, -a, -b]
      // 0 swaps top and bottom, 1 left and right (second edition's wording; the first named the axis differently).
      if (type === 'imir') [a, b, c, d] = this.view.getUint8(start) & 1 ? [-a, -b, c, d] : [a, b, -c, -d]
    }
    return 1 + ORIENTATIONS.indexOf([a, b, c, d].join())
  }

  private nclx(colours: readonly Box[]): HeifFacts['nclx'] {
    const kind = ({ start }: Box): number => this.view.getUint32(start)
    const coded = colours.find(box => kind(box) === 0x6e636c78)
    if (!coded || colours.length > 1) return null
    return { primaries: this.view.getUint16(coded.start + 4), transfer: this.view.getUint16(coded.start + 6) }
  }
}
