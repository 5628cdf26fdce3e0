/**
 * Writes HEIC files (ISO/IEC 23008-12) around HEVC pictures that an encoder made: tiles, turning, mirroring, colour
 * and EXIF as phones write them.
 */

export interface CodedPicture {
  readonly hvcC: Buffer
  readonly data: Buffer
  readonly width: number
  readonly height: number
}

export interface HeifOptions {
  /** One picture, or tiles of one size, row by row. */
  readonly tiles: readonly CodedPicture[]
  readonly columns?: number
  /** Size of the whole picture, where tiles reach over its edges. */
  readonly width?: number
  readonly height?: number
  /** Quarter turns against the clock. */
  readonly irot?: number
  /** 0 exchanges top and bottom, 1 left and right. */
  readonly imir?: number
  readonly icc?: Buffer
  readonly nclx?: { readonly primaries: number; readonly transfer: number }
  /** APP1 payload of a JPEG. */
  readonly exif?: Buffer
  readonly bitDepth?: number
}

const u8 = (...values: number[]): Buffer => Buffer.from(values)
const u16 = (...values: number[]): Buffer =>
  Buffer.concat(
    values.map(value => {
      const bytes = Buffer.alloc(2)
      bytes.writeUInt16BE(value)
      return bytes
    }),
  )
const u32 = (...values: number[]): Buffer =>
  Buffer.concat(
    values.map(value => {
      const bytes = Buffer.alloc(4)
      bytes.writeUInt32BE(value)
      return bytes
    }),
  )
const box = (type: string, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  return Buffer.concat([u32(body.length + 8), Buffer.from(type, 'latin1'), body])
}
const fullBox = (type: string, version: number, flags: number, ...parts: readonly Buffer[]): Buffer =>
  box(type, u32(version * 2 ** 24 + flags), ...parts)

/**
 * The picture in a file with a single image, as heif-enc writes it: its decoder configuration and all of its media
 * data.
 */
export function readCodedPicture(file: Buffer): CodedPicture {
  const at = (type: string): number => {
    const found = file.indexOf(type, 0, 'latin1')
    if (found < 0) throw new Error(`no ${type}`)
    return found
  }
  const whole = (type: string): Buffer => file.subarray(at(type) - 4, at(type) - 4 + file.readUInt32BE(at(type) - 4))
  const size = at('ispe')
  return {
    hvcC: whole('hvcC'),
    data: whole('mdat').subarray(8),
    width: file.readUInt32BE(size + 8),
    height: file.readUInt32BE(size + 12),
  }
}

export function buildHeifFile(options: HeifOptions): Buffer {
  const { tiles, exif } = options
  const layout = layOut(options)
  const properties = buildPhotoProperties(options, layout)
  // The TIFF header lies after 'Exif\0\0'.
  const media = [...tiles.map(({ data }) => data), ...(exif ? [Buffer.concat([u32(6), exif])] : [])]
  const buildMeta = (mediaAt: number): Buffer =>
    fullBox(
      'meta',
      0,
      0,
      fullBox('hdlr', 0, 0, u32(0), Buffer.from('pict'), Buffer.alloc(13)),
      fullBox('pitm', 0, 0, u16(1)),
      ...buildItemBoxes(layout),
      buildItemProperties(tiles[0]!, layout, properties),
      buildItemLocations(layout, media, mediaAt),
      ...(layout.isGrid ? [box('idat', describeGrid(layout))] : []),
    )
  const ftyp = box('ftyp', Buffer.from('heic'), u32(0), Buffer.from('mif1heic'))
  const mediaAt = ftyp.length + buildMeta(0).length + 8
  return Buffer.concat([ftyp, buildMeta(mediaAt), box('mdat', ...media)])
}

/** Item 1 is the photo; of a grid, items 2 and on are its tiles. EXIF comes last. */
interface Layout {
  readonly isGrid: boolean
  readonly columns: number
  readonly rows: number
  readonly width: number
  readonly height: number
  readonly tileIds: readonly number[]
  readonly exifId: number | undefined
}

function layOut({ tiles, columns = 1, width, height, exif }: HeifOptions): Layout {
  const first = tiles[0]!
  const isGrid = tiles.length > 1
  const rows = tiles.length / columns
  const tileIds = tiles.map((_, i) => (isGrid ? i + 2 : 1))
  return {
    isGrid,
    columns,
    rows,
    width: width ?? columns * first.width,
    height: height ?? rows * first.height,
    tileIds,
    exifId: exif && Math.max(...tileIds) + 1,
  }
}

/** Size, depth, colour, turning and mirroring, in this order. */
function buildPhotoProperties(options: HeifOptions, { width, height }: Layout): Buffer[] {
  const { irot, imir, bitDepth = 8 } = options
  return [
    fullBox('ispe', 0, 0, u32(width, height)),
    fullBox('pixi', 0, 0, u8(3, bitDepth, bitDepth, bitDepth)),
    ...buildColour(options),
    ...(irot === undefined ? [] : [box('irot', u8(irot))]),
    ...(imir === undefined ? [] : [box('imir', u8(imir))]),
  ]
}

function buildColour({ icc, nclx }: HeifOptions): Buffer[] {
  if (icc) return [box('colr', Buffer.from('prof'), icc)]
  if (nclx) return [box('colr', Buffer.from('nclx'), u16(nclx.primaries, nclx.transfer, 6), u8(0x80))]
  return []
}

/** Which items there are (iinf) and how they refer to each other (iref). */
function buildItemBoxes({ isGrid, tileIds, exifId }: Layout): Buffer[] {
  const describeItem = (id: number, type: string, isHidden = false): Buffer =>
    fullBox('infe', 2, isHidden ? 1 : 0, u16(id, 0), Buffer.from(`${type}\0`, 'latin1'))
  const items = [
    ...(isGrid ? [describeItem(1, 'grid')] : []),
    ...tileIds.map(id => describeItem(id, 'hvc1', isGrid)),
    ...(exifId ? [describeItem(exifId, 'Exif')] : []),
  ]
  const references = [
    ...(isGrid ? [box('dimg', u16(1, tileIds.length, ...tileIds))] : []),
    ...(exifId ? [box('cdsc', u16(exifId, 1, 1))] : []),
  ]
  return [
    fullBox('iinf', 0, 0, u16(items.length), ...items),
    ...(references.length ? [fullBox('iref', 0, 0, ...references)] : []),
  ]
}

/** All properties, and which item has which; numbered from 1. */
function buildItemProperties(
  tile: CodedPicture,
  { isGrid, tileIds }: Layout,
  photoProperties: readonly Buffer[],
): Buffer {
  const tileProperties = [tile.hvcC, ...(isGrid ? [fullBox('ispe', 0, 0, u32(tile.width, tile.height))] : [])]
  const ofPhoto = photoProperties.map((_, i) => i + 1)
  const ofTile = tileProperties.map((_, i) => photoProperties.length + i + 1)
  const associate = (item: number, properties: readonly number[]): Buffer =>
    Buffer.concat([u16(item), u8(properties.length, ...properties)])
  const associations = isGrid
    ? [associate(1, ofPhoto), ...tileIds.map(id => associate(id, ofTile))]
    : [associate(1, [...ofPhoto.slice(0, 2), ...ofTile, ...ofPhoto.slice(2)])]
  return box(
    'iprp',
    box('ipco', ...photoProperties, ...tileProperties),
    fullBox('ipma', 0, 0, u32(associations.length), ...associations),
  )
}

/** Where each item's data lies in the file, given where the media data start; a grid's description lies in idat. */
function buildItemLocations(layout: Layout, media: readonly Buffer[], mediaAt: number): Buffer {
  const { isGrid, tileIds, exifId } = layout
  const ids = [...tileIds, ...(exifId ? [exifId] : [])]
  let offset = mediaAt
  const inFile = media.map((bytes, i) => {
    const location = Buffer.concat([u16(ids[i]!, 0, 0, 1), u32(offset, bytes.length)])
    offset += bytes.length
    return location
  })
  const inIdat = isGrid ? [Buffer.concat([u16(1, 1, 0, 1), u32(0, describeGrid(layout).length)])] : []
  return fullBox('iloc', 1, 0, u8(0x44, 0), u16(inFile.length + inIdat.length), ...inIdat, ...inFile)
}

const describeGrid = ({ rows, columns, width, height }: Layout): Buffer =>
  u8(0, 0, rows - 1, columns - 1, width >> 8, width & 255, height >> 8, height & 255)

/** An ICC profile like Apple's in photos: the primaries of Display P3 and the curve of sRGB (ICC.1:2010). */
export function buildDisplayP3Profile(): Buffer {
  const fixed = (value: number): Buffer => {
    const bytes = Buffer.alloc(4)
    bytes.writeInt32BE(Math.round(value * 65536))
    return bytes
  }
  const xyz = (...values: number[]): Buffer => Buffer.concat([Buffer.from('XYZ \0\0\0\0'), ...values.map(fixed)])
  const name = Buffer.from('Display P3', 'utf16le').swap16()
  const curve = Buffer.concat([
    Buffer.from('para\0\0\0\0'),
    u16(3, 0),
    ...[2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].map(fixed),
  ])
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', Buffer.concat([Buffer.from('mluc\0\0\0\0'), u32(1, 12), Buffer.from('enUS'), u32(name.length, 28), name])],
    ['wtpt', xyz(0.9642, 1, 0.8249)],
    ['rXYZ', xyz(0.51512, 0.2412, -0.00105)],
    ['gXYZ', xyz(0.29198, 0.69225, 0.04189)],
    ['bXYZ', xyz(0.1571, 0.06657, 0.78407)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]
  let at = 132 + 12 * tags.length
  const table = tags.map(([tag, { length }]) => {
    const entry = Buffer.concat([Buffer.from(tag), u32(at, length)])
    at += length
    return entry
  })
  const body = Buffer.concat([u32(tags.length), ...table, ...tags.map(([, bytes]) => bytes)])
  const header = Buffer.alloc(128)
  header.writeUInt32BE(128 + body.length)
  header.writeUInt32BE(0x04000000, 8)
  header.write('mntrRGB XYZ ', 12)
  header.write('acsp', 36)
  fixed(0.9642).copy(header, 68)
  fixed(1).copy(header, 72)
  fixed(0.8249).copy(header, 76)
  return Buffer.concat([header, body])
}
