import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import type { FileFacts } from '../contract/file-facts'
import { fileFacts } from '../../tests/support/case-files'
import { buildDisplayP3Profile } from '../../tools/pictures/heif-file'
import { assertNotTooLarge, readFileFacts } from './file-facts'

const plain = (): Sharp => sharp({ create: { width: 30, height: 20, channels: 3, background: '#789' } })
const factsOf = async (image: Sharp): Promise<FileFacts> => readFileFacts(new Uint8Array(await image.toBuffer()))
/** A JPEG with a segment inserted after its first two bytes (SOI). */
async function withSegment(marker: number, payload: Buffer): Promise<FileFacts> {
  const jpeg = await plain().jpeg().toBuffer()
  const head = Buffer.from([0xff, marker, (payload.length + 2) >> 8, (payload.length + 2) & 0xff])
  return readFileFacts(new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), head, payload, jpeg.subarray(2)])))
}
const jfif = (unit: number, x: number, y: number): Buffer =>
  Buffer.from([0x4a, 0x46, 0x49, 0x46, 0, 1, 1, unit, x >> 8, x & 0xff, y >> 8, y & 0xff, 0, 0])

describe('the size', () => {
  it.each([
    [16_384, 100],
    [100, 16_384],
    [16_000, 8000],
  ])('%i x %i is not too large', (width, height) => expect(() => assertNotTooLarge(width, height)).not.toThrow())
  it.each([
    [16_385, 100],
    [100, 16_385],
    [16_000, 8001],
  ])('%i x %i is too large', (width, height) =>
    expect(() => assertNotTooLarge(width, height)).toThrow(expect.objectContaining({ code: 'too-large' })),
  )
})

describe('what a file says of itself', () => {
  it('name, bytes, type, size and coding', async () => {
    const bytes = new Uint8Array(await plain().jpeg({ quality: 85, progressive: true }).toBuffer())
    expect(readFileFacts(bytes, 'a.png')).toMatchObject({
      name: 'a.png',
      bytes: bytes.length,
      type: 'image/jpeg',
      storedWidth: 30,
      storedHeight: 20,
      orientation: 1,
      animated: false,
      bitDepth: 8,
      channels: 3,
      colourSpace: 'srgb',
      jpeg: { progressive: true, subsampling: '2x2 1x1 1x1' },
      identifying: [],
      software: null,
    })
    expect(readFileFacts(bytes)).not.toHaveProperty('name')
    const full = await factsOf(plain().jpeg({ quality: 85, chromaSubsampling: '4:4:4' }))
    expect(full.jpeg).toMatchObject({ progressive: false, subsampling: '1x1 1x1 1x1' })
    expect((await factsOf(plain().png())).jpeg).toBeNull()
  })
  it('bytes that lie in a larger buffer', async () => {
    const jpeg = await plain().withMetadata({ density: 200 }).jpeg().toBuffer()
    const larger = new Uint8Array(jpeg.length + 20)
    larger.set(jpeg, 10)
    const { density, bytes } = readFileFacts(larger.subarray(10, 10 + jpeg.length))
    expect({ density, bytes }).toEqual({ density: { x: 200, y: 200 }, bytes: jpeg.length })
  })
  it.each([1, 3, 6, 8])('orientation %i', async orientation =>
    expect((await factsOf(plain().withMetadata({ orientation }).jpeg())).orientation).toBe(orientation),
  )
})

describe('the density', () => {
  it.each([
    ['dots an inch', jfif(1, 300, 296), { x: 300, y: 296 }],
    ['dots a centimetre', jfif(2, 100, 300), { x: 254, y: 762 }],
  ])('in JFIF: %s', async (_, segment, density) => {
    const actual = (await withSegment(0xe0, segment)).density!
    expect(actual.x).toBeCloseTo(density.x, 6)
    expect(actual.y).toBeCloseTo(density.y, 6)
  })
  it('in EXIF, where there is no JFIF', async () => {
    const bytes = await plain()
      .withExif({ IFD0: { Model: 'X' } })
      .withMetadata({ density: 240 })
      .jpeg()
      .toBuffer()
    expect(bytes.includes('JFIF')).toBe(false)
    expect(readFileFacts(new Uint8Array(bytes)).density).toEqual({ x: 240, y: 240 })
  })
  it('of a PNG, from pixels a metre', async () => {
    expect((await factsOf(plain().withMetadata({ density: 300 }).png())).density).toEqual({ x: 300, y: 300 })
  })
})

describe('the colour space', () => {
  it.each([
    ['grey', () => plain().toColourspace('b-w').jpeg(), 'grey'],
    ['CMYK', () => plain().toColourspace('cmyk').jpeg(), 'cmyk'],
    ['a profile of sRGB', () => plain().withIccProfile('srgb').jpeg(), 'srgb'],
    ['no profile', () => plain().jpeg(), 'srgb'],
  ] as const)('%s', async (_, make, colourSpace) => expect((await factsOf(make())).colourSpace).toBe(colourSpace))
  it('a profile of some other name', async () => {
    const profile = Buffer.from(buildDisplayP3Profile())
    for (const [name, colourSpace] of [
      ['Adobe RGB', 'adobe-rgb'],
      ['AdobeRGB', 'adobe-rgb'],
      ['DisplayP3', 'display-p3'],
      ['sRGB v4', 'srgb'],
      ['s RGB', 'srgb'],
      ['IEC 61966', 'srgb'],
      ['IEC61966-2', 'srgb'],
      ['Camera XY', 'other-profile'],
      ['Display P3', 'display-p3'],
    ] as const) {
      const other = renameProfile(profile, name)
      const payload = Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), other])
      expect((await withSegment(0xe2, payload)).colourSpace, name).toBe(colourSpace)
    }
  })
})

/** The ICC profile renamed; the new name may be at most as long, padded with spaces. */
function renameProfile(profile: Buffer, name: string): Buffer {
  const renamed = Buffer.from(profile)
  for (const encoding of ['latin1', 'utf16le'] as const) {
    const old = encoding === 'latin1' ? Buffer.from('Display P3') : toBigEndian('Display P3')
    const fresh = encoding === 'latin1' ? Buffer.from(name.padEnd(10)) : toBigEndian(name.padEnd(10))
    for (let at = renamed.indexOf(old); at >= 0; at = renamed.indexOf(old, at + 1)) fresh.copy(renamed, at)
  }
  return renamed
}
const toBigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

describe('what says who, where or with which device', () => {
  it.each([
    ['a place', { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 30/1 0/1' } }, ['gps']],
    ['a person', { IFD0: { Artist: 'Someone' } }, ['name']],
    ['a device', { IFD2: { BodySerialNumber: '12345' } }, ['serial']],
    [
      'several, in order of the alphabet',
      { IFD0: { Copyright: 'Someone' }, IFD2: { BodySerialNumber: '12345' } },
      ['name', 'serial'],
    ],
    ['a camera’s model alone', { IFD0: { Model: 'X100' } }, []],
    ['an empty name', { IFD0: { Artist: ' ' } }, []],
  ])('%s', async (_, exif, identifying) => expect((await fileFacts({ exif })).identifying).toEqual(identifying))
})

describe('the program that changed it', () => {
  it.each([
    ['Adobe Photoshop 25.0', 'Adobe Photoshop 25.0'],
    ['Meitu 10', 'Meitu 10'],
    ['HarmonyOS 4.0', null],
  ])('in EXIF: %s', async (program, software) =>
    expect((await fileFacts({ exif: { IFD0: { Software: program } } })).software).toBe(software),
  )
  it('in XMP', async () => {
    const xmp =
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
      '<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="Snapseed 2"/>' +
      '</rdf:RDF></x:xmpmeta>'
    expect((await withSegment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp}`))).software).toBe('Snapseed 2')
  })
  it('in a comment, the first eighty characters of it', async () => {
    const comment = `created by ImageMagick ${'x'.repeat(100)}`
    expect((await withSegment(0xfe, Buffer.from(comment))).software).toBe(comment.slice(0, 80))
    expect((await withSegment(0xfe, Buffer.from('a camera'))).software).toBeNull()
    expect((await withSegment(0xec, Buffer.from('photoshop'))).software).toBeNull()
  })
})
