import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { FileFacts } from '../contract/file-facts'
import { buildDisplayP3Profile } from '../../tools/pictures/heif-file'
import { readFileFacts } from './file-facts'

/** What metadata say, in files put together byte by byte: also what no program writes, and what says too little. */
type Entry = readonly [tag: number, type: number, count: number, value: Buffer]

const short = (tag: number, value: number): Entry => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt16LE(value)
  return [tag, 3, 1, bytes]
}
const long = (tag: number, value: number): Entry => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return [tag, 4, 1, bytes]
}
const rational = (tag: number, above: number, below: number): Entry => {
  const bytes = Buffer.alloc(8)
  bytes.writeUInt32LE(above)
  bytes.writeUInt32LE(below, 4)
  return [tag, 5, 1, bytes]
}
const ascii = (tag: number, text: string): Entry => [tag, 2, text.length + 1, Buffer.from(`${text}\0`, 'latin1')]

/** One directory of TIFF, its values behind it; `at`: where it stands. */
function directory(at: number, entries: readonly Entry[]): Buffer {
  const head = Buffer.alloc(2 + 12 * entries.length + 4)
  head.writeUInt16LE(entries.length)
  const values: Buffer[] = []
  let end = at + head.length
  entries.forEach(([tag, type, count, value], i) => {
    const place = 2 + 12 * i
    head.writeUInt16LE(tag, place)
    head.writeUInt16LE(type, place + 2)
    head.writeUInt32LE(count, place + 4)
    if (value.length <= 4) {
      value.copy(head, place + 8)
      return
    }
    head.writeUInt32LE(end, place + 8)
    values.push(value)
    end += value.length
  })
  return Buffer.concat([head, ...values])
}
/** An EXIF block of the picture's directory and, where there are any, the camera's and the interoperability's. */
function exif(image: readonly Entry[], camera: readonly Entry[] = [], interoperability: readonly Entry[] = []): Buffer {
  const TIFF = Buffer.from('II*\0\x08\0\0\0', 'latin1')
  const lengthOf = (entries: readonly Entry[]): number => directory(0, entries).length
  const withCamera = camera.length + interoperability.length > 0
  const imageEntries = [...image, ...(withCamera ? [long(0x8769, 0)] : [])]
  const cameraAt = TIFF.length + lengthOf(imageEntries)
  const cameraEntries = [...camera, ...(interoperability.length ? [long(0xa005, 0)] : [])]
  const interoperabilityAt = cameraAt + lengthOf(cameraEntries)
  return Buffer.concat([
    Buffer.from('Exif\0\0', 'latin1'),
    TIFF,
    directory(TIFF.length, [...image, ...(withCamera ? [long(0x8769, cameraAt)] : [])]),
    directory(cameraAt, [...camera, ...(interoperability.length ? [long(0xa005, interoperabilityAt)] : [])]),
    directory(interoperabilityAt, interoperability),
  ])
}
const jfif = (unit: number, x: number, y: number, name = 'JFIF'): Buffer =>
  Buffer.from([...Buffer.from(name), 0, 1, 1, unit, x >> 8, x & 0xff, y >> 8, y & 0xff, 0, 0])

const plain = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#789' } })
  .jpeg({ quality: 85 })
  .toBuffer()
/** Behind the JFIF segment, where it has one. */
const rest = plain.subarray(plain[3] === 0xe0 ? 4 + plain.readUInt16BE(4) : 2)
/** The JPEG with these segments and no other metadata. */
function factsOf(...segments: readonly (readonly [marker: number, payload: Buffer])[]): FileFacts {
  const parts = segments.map(([marker, payload]) =>
    Buffer.concat([Buffer.from([0xff, marker, (payload.length + 2) >> 8, (payload.length + 2) & 0xff]), payload]),
  )
  return readFileFacts(new Uint8Array(Buffer.concat([plain.subarray(0, 2), ...parts, rest])))
}
const withExif = (...of: Parameters<typeof exif>): FileFacts => factsOf([0xe1, exif(...of)])

it('a JPEG’s quality is what its tables say', () =>
  expect(factsOf().jpeg).toEqual({ quality: 85, progressive: false, subsampling: '2x2 1x1 1x1' }))

describe('the orientation', () => {
  it.each([
    [0, 1],
    [1, 1],
    [2, 2],
    [5, 5],
    [8, 8],
    [9, 1],
  ])('written as %i is %i', (written, orientation) =>
    expect(withExif([short(0x112, written)]).orientation).toBe(orientation),
  )
  it('not written is upright', () => expect(factsOf().orientation).toBe(1))
})

/** The PNG without the chunks of that type. */
function withoutChunk(png: Buffer, type: string): Buffer {
  const kept = [png.subarray(0, 8)]
  for (let at = 8; at < png.length;) {
    const end = at + 12 + png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) !== type) kept.push(png.subarray(at, end))
    at = end
  }
  return Buffer.concat(kept)
}

describe('the density', () => {
  const resolution = (
    x: readonly [number, number],
    y: readonly [number, number],
    unit?: number,
  ): FileFacts['density'] =>
    withExif([rational(0x11a, ...x), rational(0x11b, ...y), ...(unit === undefined ? [] : [short(0x128, unit)])])
      .density

  it('in EXIF is in dots an inch, or a centimetre where it says so', () => {
    expect(resolution([300, 1], [240, 1])).toEqual({ x: 300, y: 240 })
    expect(resolution([3000, 10], [2400, 10], 2)).toEqual({ x: 300, y: 240 })
    expect(resolution([100, 1], [50, 1], 3)).toEqual({ x: 254, y: 127 })
  })
  it('in EXIF is none where one way is missing or nought', () => {
    expect(resolution([0, 1], [240, 1])).toBeNull()
    expect(resolution([300, 1], [0, 1])).toBeNull()
    expect(withExif([rational(0x11a, 300, 1)]).density).toBeNull()
    expect(withExif([rational(0x11b, 300, 1)]).density).toBeNull()
  })
  it('in JFIF comes first, but not where it only says how wide a pixel is', () => {
    const block = exif([rational(0x11a, 240, 1), rational(0x11b, 240, 1)])
    const densityWith = (segment: Buffer): FileFacts['density'] => factsOf([0xe0, segment], [0xe1, block]).density
    expect(densityWith(jfif(1, 300, 301))).toEqual({ x: 300, y: 301 })
    expect(densityWith(jfif(0, 1, 1))).toEqual({ x: 240, y: 240 })
    expect(densityWith(jfif(1, 300, 300, 'JFXX'))).toEqual({ x: 240, y: 240 })
    expect(densityWith(jfif(1, 300, 300).subarray(0, 11))).toEqual({ x: 240, y: 240 })
    expect(densityWith(jfif(1, 300, 300).subarray(0, 12))).toEqual({ x: 300, y: 300 })
    expect(factsOf([0xe0, jfif(0, 1, 1)]).density).toBeNull()
  })
  it('in JFIF may be more than one byte holds', () =>
    expect(factsOf([0xe0, jfif(1, 1200, 2400)]).density).toEqual({ x: 1200, y: 2400 }))
  it('is none where no block says it', () => expect(factsOf().density).toBeNull())
  it('in JFIF of nought gives way to EXIF, and EXIF divided by nought is none', () => {
    const block = exif([rational(0x11a, 300, 1), rational(0x11b, 300, 1)])
    expect(factsOf([0xe0, jfif(1, 0, 0)], [0xe1, block]).density).toEqual({ x: 300, y: 300 })
    expect(factsOf([0xe0, jfif(1, 300, 0)], [0xe1, block]).density).toEqual({ x: 300, y: 300 })
    expect(resolution([300, 0], [300, 1])).toBeNull()
  })
  it('of a PNG is in dots a metre, to whole dots an inch', async () => {
    const png = withoutChunk(await sharp(plain).png().toBuffer(), 'pHYs')
    const withDensity = (x: number, y: number, unit = 1): FileFacts['density'] => {
      const chunk = Buffer.alloc(21)
      chunk.writeUInt32BE(9)
      chunk.write('pHYs', 4)
      chunk.writeUInt32BE(x, 8)
      chunk.writeUInt32BE(y, 12)
      chunk[16] = unit
      chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17)
      return readFileFacts(new Uint8Array(Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]))).density
    }
    expect(withDensity(11_811, 9449)).toEqual({ x: 300, y: 240 })
    // A pixel's aspect ratio.
    expect(withDensity(1, 1, 0)).toBeNull()
    expect(withDensity(0, 11_811)).toBeNull()
    expect(withDensity(11_811, 0)).toBeNull()
    expect(readFileFacts(new Uint8Array(png)).density).toBeNull()
  })
})

describe('the colour space', () => {
  it.each([
    ['c2', 'srgb'],
    ['c2ci', 'srgb'],
    ['sRGB IEC61966-2.1', 'srgb'],
    ['Corbis RGB', 'other-profile'],
    ['Display P3', 'display-p3'],
  ])('of the profile %s is %s', (name, space) => {
    const profile = buildDisplayP3Profile()
    const at = profile.indexOf(Buffer.from('Display P3', 'utf16le').swap16())
    const renamed = Buffer.alloc(20)
    Buffer.from(name.slice(0, 10), 'utf16le').swap16().copy(renamed)
    renamed.copy(profile, at)
    const length = profile.indexOf(Buffer.from('mluc', 'latin1')) + 20
    profile.writeUInt32BE(2 * Math.min(10, name.length), length)
    expect(factsOf([0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), profile])]).colourSpace).toBe(
      space,
    )
  })
  it('is Adobe RGB where the interoperability index says R03, and sRGB where it says R98', () => {
    expect(withExif([], [], [ascii(1, 'R03')]).colourSpace).toBe('adobe-rgb')
    expect(withExif([], [], [ascii(1, 'R98')]).colourSpace).toBe('srgb')
  })
  it('of a PNG whose kind is not known is not known', async () => {
    const png = await sharp(plain).png().toBuffer()
    png[25] = 5
    png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
    expect(readFileFacts(new Uint8Array(png)).colourSpace).toBe('unknown')
  })
})

describe('what tells of a person, a place or a device', () => {
  it.each([
    ['an owner of the camera', [ascii(0xa430, 'Someone')], ['name']],
    ['a serial number of the lens', [ascii(0xa435, '12345')], ['serial']],
    ['an identifier of the picture', [ascii(0xa420, '0123456789abcdef')], ['unique-id']],
    ['the exposure', [rational(0x829a, 1, 100)], []],
  ] as const)('%s', (_, camera, kinds) => expect(withExif([], camera).identifying).toEqual(kinds))
  it.each([
    ['an author', [ascii(0x13b, 'Someone')], ['name']],
    ['the maker’s name', [ascii(0x10f, 'Maker')], []],
  ] as const)('%s', (_, image, kinds) => expect(withExif(image).identifying).toEqual(kinds))
  it('each kind once, in order', () =>
    expect(
      withExif(
        [ascii(0x13b, 'Someone'), ascii(0x8298, 'Someone')],
        [ascii(0xa431, '1'), ascii(0xa435, '2'), ascii(0xa420, '3')],
      ).identifying,
    ).toEqual(['name', 'serial', 'unique-id']))
})

/** An APP1 segment with a packet of XMP. */
const xmp = (description: string): readonly [number, Buffer] => [
  0xe1,
  Buffer.from(
    'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/">' +
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
      `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">${description}</rdf:Description>` +
      '</rdf:RDF></x:xmpmeta>',
  ),
]

describe('a place', () => {
  const coordinates = (degrees: number): Buffer => {
    const bytes = Buffer.alloc(24)
    for (const [i, value] of [degrees, 1, 0, 1, 0, 1].entries()) bytes.writeUInt32LE(value, 4 * i)
    return bytes
  }
  /** A directory of GPS with its version and, where given, both coordinates. */
  function kindsWithGps(degrees?: number): readonly string[] {
    const version: Entry = [0, 1, 4, Buffer.from([2, 2, 0, 0])]
    const gps: Entry[] =
      degrees === undefined
        ? [version]
        : [version, ascii(1, 'N'), [2, 5, 3, coordinates(degrees)], ascii(3, 'E'), [4, 5, 3, coordinates(degrees)]]
    const at = 8 + directory(0, [long(0x8825, 0)]).length
    const tiff = [Buffer.from('II*\0\x08\0\0\0', 'latin1'), directory(8, [long(0x8825, at)]), directory(at, gps)]
    return factsOf([0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), ...tiff])]).identifying
  }
  it('is told by coordinates, not by an empty block or by noughts', () => {
    expect(kindsWithGps(31)).toEqual(['gps'])
    expect(kindsWithGps(0)).toEqual([])
    expect(kindsWithGps()).toEqual([])
  })
  it('is told by coordinates or names in XMP', () => {
    const kindsOf = (description: string): readonly string[] => factsOf(xmp(description)).identifying
    expect(kindsOf('<exif:GPSLatitude>31,12.5N</exif:GPSLatitude>')).toEqual(['gps'])
    expect(kindsOf('<exif:GPSLatitude>0,0N</exif:GPSLatitude>')).toEqual([])
    expect(kindsOf('<photoshop:City>Jinan</photoshop:City>')).toEqual(['gps'])
  })
})

it('XMP tells names, identifiers and serial numbers, as attributes too, and in a PNG', async () => {
  const packet = xmp(
    '<dc:creator><rdf:Seq><rdf:li>Someone</rdf:li></rdf:Seq></dc:creator>' +
      '<rdf:Description xmpMM:DocumentID="xmp.did:1" aux:SerialNumber="123"/>',
  )
  expect(factsOf(packet).identifying).toEqual(['name', 'serial', 'unique-id'])
  const text = packet[1].subarray(packet[1].indexOf('<'))
  const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from('iTXtXML:com.adobe.xmp\0\0\0\0\0'), text, Buffer.alloc(4)])
  chunk.writeUInt32BE(chunk.length - 12)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4)
  const png = await sharp(plain).png().toBuffer()
  const withText = Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)])
  expect(readFileFacts(new Uint8Array(withText)).identifying).toEqual(['name', 'serial', 'unique-id'])
})

describe('the program that changed it', () => {
  it('in EXIF, as its own program or as the one that it was processed with', () => {
    expect(withExif([ascii(0x131, 'GIMP 2.10')]).software).toBe('GIMP 2.10')
    expect(withExif([ascii(0xb, 'Snapseed 2')]).software).toBe('Snapseed 2')
    expect(withExif([ascii(0x131, ' GIMP 2.10 ')]).software).toBe('GIMP 2.10')
  })
  it('in XMP as an element', () => {
    expect(factsOf(xmp('<xmp:CreatorTool>Adobe Lightroom 7</xmp:CreatorTool>')).software).toBe('Adobe Lightroom 7')
    expect(factsOf(xmp('<xmp:CreatorTool>Phone 12</xmp:CreatorTool>')).software).toBeNull()
  })
  it('in XMP as a step of the history', () =>
    expect(
      factsOf(xmp('<xmpMM:History><rdf:Seq><rdf:li stEvt:softwareAgent="GIMP 2.10"/></rdf:Seq></xmpMM:History>'))
        .software,
    ).toBe('GIMP 2.10'))
  it.each([
    'ACD Systems Digital Imaging',
    'nEO iMAGING',
    'Windows Photo Editor 10.0.10011.16384',
    'PixCake',
    '像素蛋糕',
  ])('as it writes itself: %s', name =>
    expect(
      factsOf([0xfe, Buffer.from(name, 'latin1')], xmp(`<xmp:CreatorTool>${name}</xmp:CreatorTool>`)).software,
    ).toContain(name),
  )
  it('in a comment’s first 200 bytes, though a camera’s own program stands before it', () => {
    const block = exif([ascii(0x131, 'Phone 12.1')])
    const at = (place: number): Buffer => Buffer.from(`${'x'.repeat(place)}canva`)
    expect(factsOf([0xe1, block], [0xfe, at(0)]).software).toBe('canva')
    expect(factsOf([0xe1, block], [0xfe, at(195)]).software).toBe('x'.repeat(80))
    expect(factsOf([0xe1, block], [0xfe, at(196)]).software).toBeNull()
  })
  it('of a file that is no JPEG, or that says nothing, is none', async () => {
    expect(factsOf().software).toBeNull()
    expect(readFileFacts(new Uint8Array(await sharp(plain).png().toBuffer())).software).toBeNull()
  })
})

it('a block that can’t be read is no reason to refuse the photo', () => {
  const broken = Buffer.concat([Buffer.from('Exif\0\0XX*\0', 'latin1'), Buffer.alloc(20, 0xff)])
  expect(factsOf([0xe1, broken])).toMatchObject({
    type: 'image/jpeg',
    orientation: 1,
    density: null,
    colourSpace: 'srgb',
    identifying: [],
    software: null,
  })
})

it.each([
  [16, 'PQ'],
  [18, 'HLG'],
])('a PNG with the transfer curve %i (%s) is refused, because it would be judged too dark', async curve => {
  const png = await sharp(plain).png().toBuffer()
  const chunk = Buffer.concat([
    Buffer.from([0, 0, 0, 4]),
    Buffer.from('cICP'),
    Buffer.from([9, curve, 0, 1, 0, 0, 0, 0]),
  ])
  const bytes = new Uint8Array(Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]))
  expect(() => readFileFacts(bytes)).toThrow(expect.objectContaining({ code: 'unsupported-format' }))
  bytes[33 + 9] = 13
  expect(readFileFacts(bytes).type).toBe('image/png')
})

it('of thousands of texts in a PNG the first are read', async () => {
  const text = (word: string): Buffer => {
    const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from(`tEXt${word}\0Someone`), Buffer.alloc(4)])
    chunk.writeUInt32BE(chunk.length - 12)
    chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4)
    return chunk
  }
  const png = await sharp(plain).png().toBuffer()
  const withTexts = (...texts: Buffer[]): readonly string[] =>
    readFileFacts(new Uint8Array(Buffer.concat([png.subarray(0, 33), ...texts, png.subarray(33)]))).identifying
  const others = Array.from({ length: 30_000 }, () => text('Comment'))
  expect(withTexts(text('Author'), ...others)).toEqual(['name'])
  expect(withTexts(...others, text('Author'))).toEqual([])
})
