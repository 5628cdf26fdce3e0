import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import {
  readCodedPicture,
  buildDisplayP3Profile,
  buildHeifFile,
  type HeifOptions,
} from '../../tools/pictures/heif-file'
import { readFileFacts } from './file-facts'
import { readHeif } from './heif-boxes'

const fixture = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(`tests/fixtures/${name}.heic`))
const tiles = [readCodedPicture(Buffer.from(fixture('portrait')))]
const buildFile = (options: Omit<HeifOptions, 'tiles'>): Buffer => buildHeifFile({ tiles, ...options })

describe('what the boxes say', () => {
  it.each([
    ['portrait', { width: 1200, height: 1600, orientation: 1, bitDepth: 8, channels: 3, codec: 'hevc' }],
    ['ten-bit', { width: 1200, height: 1600, bitDepth: 10 }],
    ['mirrored', { width: 1600, height: 1200, orientation: 7 }],
    ['phone', { width: 1600, height: 1200, orientation: 6, nclx: null }],
  ])('%s', (name, facts) => expect(readHeif(fixture(name))).toMatchObject(facts))

  it('a size that nothing can hold is refused before anything is decoded', () => {
    expect(() => readFileFacts(new Uint8Array(buildFile({ width: 30_000, height: 30_000 })))).toThrow(
      expect.objectContaining({ code: 'too-large' }),
    )
  })

  it('a file that was cut off is damaged; data that a camera appended are no damage', () => {
    const whole = fixture('portrait')
    for (const length of [whole.length - 1, whole.length >> 1, 200, 20]) {
      const cut = whole.subarray(0, length)
      if (length > 32) expect(() => readHeif(cut)).toThrow(expect.objectContaining({ code: 'damaged' }))
      else expect(readHeif(cut).width).toBe(0)
    }
    expect(readHeif(Buffer.concat([whole, Buffer.from('SEFH trailer that is no box')])).width).toBe(1200)
  })

  it('AVIF is AVIF under a brand that names no codec', async () => {
    const avif = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#789' } })
      .avif({ effort: 0 })
      .toBuffer()
    avif.write('mif1', 8)
    expect(readFileFacts(new Uint8Array(avif))).toMatchObject({
      type: 'image/avif',
      storedWidth: 64,
      storedHeight: 48,
      bitDepth: 8,
    })
  })
})

describe('turning and mirroring', () => {
  it.each([
    [{}, 1],
    [{ irot: 1 }, 8],
    [{ irot: 2 }, 3],
    [{ irot: 3 }, 6],
    [{ imir: 1 }, 2],
    [{ imir: 0 }, 4],
    [{ irot: 1, imir: 1 }, 7],
    [{ irot: 3, imir: 1 }, 5],
    [{ irot: 1, imir: 0 }, 5],
  ] as const)('%o is orientation %i', (options, orientation) =>
    expect(readHeif(buildFile(options)).orientation).toBe(orientation),
  )

  it('the EXIF tag beside the boxes is not added to them', async () => {
    const tagged = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const at = tagged.indexOf('Exif\0\0', 0, 'latin1')
    const exif = tagged.subarray(at, at + tagged.readUInt16BE(at - 2) - 2)
    expect(readFileFacts(new Uint8Array(buildFile({ irot: 3, exif }))).orientation).toBe(6)
    expect(readFileFacts(new Uint8Array(buildFile({ exif }))).orientation).toBe(1)
  })
})

describe('the colour space', () => {
  it.each([
    ['nothing', {}, 'srgb'],
    ['code points of sRGB', { nclx: { primaries: 1, transfer: 13 } }, 'srgb'],
    ['code points of Display P3', { nclx: { primaries: 12, transfer: 13 } }, 'display-p3'],
    ['an ICC profile', { icc: buildDisplayP3Profile() }, 'display-p3'],
  ] as const)('%s', (_, options, colourSpace) =>
    expect(readFileFacts(new Uint8Array(buildFile(options)))).toMatchObject({ colourSpace, bitDepth: 8, channels: 3 }),
  )
})
